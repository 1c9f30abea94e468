/**
 * The interventi of a Piano di Zona: a letter for the macro-attività and a number, `A.1` … `F.8`, and `T` for the technical office.
 * @source Piano Sociale di Zona 2022-2024 di Casarano, quadro sinottico and schede of par. 3.3
 */

/** How many interventi the regional plan numbers under each macro-attività; 0 for `T`, which has no number. */
const NUMERI: Readonly<Record<string, number>> = { A: 3, B: 8, C: 4, D: 5, E: 8, F: 8, T: 0 };

const CODICE = /^([A-Z])\s*[.\-–]?\s*(\d{1,2})$/i;
const UFFICIO = 'T';

/** @returns `A.1` for `A1`, `a.1`, `A. 1`; `T`; null where the text is no code */
export function parseIntervento(testo: string): string | null {
  const scritto = testo.trim();
  if (scritto.toUpperCase() === UFFICIO) return UFFICIO;
  const parti = CODICE.exec(scritto);
  return parti ? `${parti[1]?.toUpperCase()}.${Number(parti[2])}` : null;
}

/** A code with its title after it, as tables print it in one cell: `A.1 - Segretariato sociale`. */
const CON_TITOLO = /^([A-Z]\s*[.\-–]?\s*\d{1,2})\s*[-–:.)]?\s+(?=\p{L}{2})/iu;

/** @returns the code, with or without its title; null where the text begins with none */
export function parseInterventoConTitolo(testo: string): string | null {
  return parseIntervento(CON_TITOLO.exec(testo.trim())?.[1] ?? testo);
}

/** `A` of `A.1`, `T` of `T`. */
export function getMacroAttivita(intervento: string): string {
  return intervento.slice(0, 1);
}

/** Whether the regional plan numbers an intervento like this. */
export function isIntervento(codice: string): boolean {
  const massimo = NUMERI[getMacroAttivita(codice)];
  if (massimo === undefined) return false;
  return codice === UFFICIO || (Number(codice.slice(2)) >= 1 && Number(codice.slice(2)) <= massimo);
}

/** In the order of the plan: by letter, then by number, `T` last. */
export function compareInterventi(a: string, b: string): number {
  const [prima, dopo] = [getMacroAttivita(a), getMacroAttivita(b)];
  return prima === dopo ? Number(a.slice(2)) - Number(b.slice(2)) : prima < dopo ? -1 : 1;
}
