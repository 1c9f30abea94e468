/** What the files of the site are, by the end of their names: declared here because a browser told `nosniff` believes what it is told. */
const TIPI: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
};

/** @param nome of a file, with or without its path */
export function toTipoContenuto(nome: string): string {
  const fine = /\.([a-z0-9]+)$/i.exec(nome)?.[1] ?? '';
  return TIPI[fine.toLowerCase()] ?? 'application/octet-stream';
}

/** Whether the name of a file has the hash of its content in it: under that name it never changes. */
export function isConImpronta(percorso: string): boolean {
  return /[\\/]assets[\\/].*-[\w-]{8,}\.\w+$/.test(percorso);
}
