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

/** What the pages may load: their own origin, and images drawn in the page itself (export of a chart as a picture). */
export const CSP_SITO = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers of the API are data: nothing in them may load or run. The readable page takes its own style sheet. */
export const CSP_API = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const INTESTAZIONI_SITO = { ...COMUNI, 'content-security-policy': CSP_SITO } as const;
export const INTESTAZIONI_API = { ...COMUNI, 'content-security-policy': CSP_API } as const;

/** @param stile hash of the styles that a page has in itself, `sha256-…`: no others may be in it */
export function cspWithStile(stile: string): string {
  return CSP_SITO.replace("style-src 'self'", `style-src 'self' '${stile}'`);
}
