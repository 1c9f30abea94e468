/** The addresses of the desk: every view of it is one, so that a reload or a link leads back to it. */
import { writeRicerca } from '../indirizzi.ts';

const segmento = encodeURIComponent;
const RADICE = '/area-riservata';

export type Vista =
  | { readonly vista: 'inizio' }
  | { readonly vista: 'tabelle'; readonly ambito: string }
  | { readonly vista: 'carica'; readonly ambito: string }
  | { readonly vista: 'bozza'; readonly ambito: string; readonly id: string }
  | { readonly vista: 'storia'; readonly ambito: string; readonly tipo: string };

export const scrivania = {
  inizio: () => RADICE,
  tabelle: (ambito: string) => `${RADICE}/${segmento(ambito)}`,
  /** @param da id of a draft whose parameters are taken over: the same file, mended */
  carica: (ambito: string, scelta: { tipo?: string; parte?: string; da?: string } = {}) =>
    `${RADICE}/${segmento(ambito)}/carica${writeRicerca(scelta)}`,
  /** @param come what became of the corrections of the file whose place it takes */
  bozza: (ambito: string, id: string, come: { riprese?: string } = {}) =>
    `${RADICE}/${segmento(ambito)}/bozze/${segmento(id)}${writeRicerca(come)}`,
  storia: (ambito: string, tipo: string) => `${RADICE}/${segmento(ambito)}/tabelle/${segmento(tipo)}`,
} as const;

/** @returns null where the address is none of the desk's */
export function findVista(percorso: string): Vista | null {
  const segmenti = percorso.slice(RADICE.length).split('/');
  const [ambito, parte, nome, ...altro] = segmenti.filter((uno) => uno !== '').map(decode);
  if (altro.length > 0) return null;
  if (ambito === undefined) return { vista: 'inizio' };
  if (parte === undefined) return { vista: 'tabelle', ambito };
  if (nome === undefined) return parte === 'carica' ? { vista: 'carica', ambito } : null;
  if (parte === 'bozze') return { vista: 'bozza', ambito, id: nome };
  return parte === 'tabelle' ? { vista: 'storia', ambito, tipo: nome } : null;
}

/** A text that is not well encoded stays as it is: it will name nothing. */
function decode(testo: string): string {
  try {
    return decodeURIComponent(testo);
  } catch {
    return testo;
  }
}

/** Of the hosted pages: they have served once one is back, and mean nothing to the desk. */
const DI_ACCESSO: ReadonlySet<string> = new Set(['code', 'state', 'error', 'error_description']);

/**
 * Where one goes back to after the way in.
 * @param indirizzo as it was kept: whatever names no view of the desk leads to its start
 */
export function findRitorno(indirizzo: string): string {
  const [percorso = '', query = ''] = indirizzo.split('?', 2);
  const dentro = percorso === RADICE || percorso.startsWith(`${RADICE}/`);
  if (!dentro || percorso.includes('//') || findVista(percorso) === null) return RADICE;
  const ricerca = [...new URLSearchParams(query)].filter(([nome]) => !DI_ACCESSO.has(nome));
  return `${percorso}${writeRicerca(Object.fromEntries(ricerca))}`;
}
