/** The security headers, declared once for the local server and for the cloud. */

/** On every answer. */
const COMUNI = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** What a page may load beside what comes from its own origin. */
export interface Ammessi {
  /** Hash of the styles that the page has in itself, `sha256-…`: no others may be in it. */
  readonly stile?: string;
  /** Origins of the storage that takes and gives large files by signature, where it is not the site's own. */
  readonly depositi?: readonly string[];
}

/** What the pages may load: their own origin, and images drawn in the page itself (export of a chart as a picture). */
export function buildCspSito({ stile, depositi = [] }: Ammessi = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...(stile === undefined ? [] : [`'${stile}'`])].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...depositi].join(' '),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Answers of the API are data: nothing in them may load or run. The readable page takes its own style sheet. */
export const CSP_API = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const INTESTAZIONI_SITO = { ...COMUNI, 'content-security-policy': buildCspSito() } as const;
export const INTESTAZIONI_API = { ...COMUNI, 'content-security-policy': CSP_API } as const;
