/** How many users a service is for, and of what kind, where its text says so: `N° 45 cittadini ultrasessantacinquenni`. */
import { normalizeTesto } from './lettura/testo.ts';

export interface Utenza {
  readonly numero: number;
  /** What the number counts, null where the text does not say. Different units are never summed. */
  readonly unita: string | null;
}

/** `N° 45`, `n. 45`, `n.45`, `n°300`: a number of users, and not of a law (`n. 104/1992`). */
const NUMERO = /\bn\s*[.°º]\s*(\d{1,3}(?:\.\d{3})+|\d+)(?![\d/])/giu;

/** What is counted among the users (`di cui N° 30 percettori`) is a part of them. */
const PARENTESI = /\([^)]*\)?/g;

/** The longer names first, so that `nuclei familiari con minori` counts nuclei and not minors. */
const UNITA = [
  'nuclei familiari',
  'neo maggiorenni',
  'famiglie',
  'beneficiari',
  'cittadini',
  'utenti',
  'bambini',
  'donne',
  'alunni',
  'studenti',
  'anziani',
  'persone',
  'soggetti',
  'minori',
] as const;

/** @returns null where the text states no number of users, or more than one */
export function parseUtenza(testo: string): Utenza | null {
  const solo = testo.replace(PARENTESI, ' ');
  const [primo, ...altri] = [...solo.matchAll(NUMERO)];
  if (!primo || altri.length > 0) return null;
  const numero = Number((primo[1] ?? '').replaceAll('.', ''));
  const dopo = solo.slice(primo.index + primo[0].length);
  return { numero, unita: findUnita(dopo) ?? findUnita(solo.slice(0, primo.index)) };
}

/** The unit named first in the text; of two that begin together, the longer. */
function findUnita(testo: string): string | null {
  const normale = ` ${normalizeTesto(testo)} `;
  const trovate = UNITA.map((unita) => ({ unita, posto: normale.indexOf(` ${unita} `) })).filter(
    ({ posto }) => posto >= 0,
  );
  return trovate.toSorted((a, b) => a.posto - b.posto)[0]?.unita ?? null;
}
