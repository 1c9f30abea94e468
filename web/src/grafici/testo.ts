/** Text inside drawings: how wide it may be, where it breaks, how it is written in XML. */
/** Widest mean advance of Titillium's letters, in em: boxes are never narrower than their text. */
const EM_PER_LETTERA = 0.56;

export function estimateLarghezza(testo: string, corpo: number): number {
  return Math.ceil(testo.length * corpo * EM_PER_LETTERA);
}

/** Breaks at spaces so that no line is wider than asked, by the estimate. */
export function wrapTesto(testo: string, corpo: number, larghezza: number): string[] {
  const righe: string[] = [];
  for (const parola of testo.split(' ')) {
    const ultima = righe.at(-1);
    const insieme = ultima === undefined ? parola : `${ultima} ${parola}`;
    if (ultima === undefined || estimateLarghezza(insieme, corpo) > larghezza) righe.push(parola);
    else righe[righe.length - 1] = insieme;
  }
  return righe;
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeXml(testo: string): string {
  return testo.replace(/[&<>"']/g, (c) => XML[c] ?? c);
}
