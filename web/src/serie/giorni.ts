/** Days as Italian says them, from ISO dates: the same words on every machine, in every zone. */
const GIORNI = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'];
const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

/** Between a day and its month, which must not be parted at the end of a line. */
const SPAZIO_FISSO = '\u00a0';

/** `1° luglio 2026`; the year is left out where the reader has just read it. */
function formatGiorno(iso: string, conAnno = true): string {
  const [anno, mese, giorno] = iso.split('-').map(Number);
  const numero = giorno === 1 ? '1°' : `${giorno}`;
  return `${numero}${SPAZIO_FISSO}${MESI[(mese ?? 1) - 1]}${conAnno ? ` ${anno}` : ''}`;
}

/** `lunedì 22 giugno 2026`. */
export function formatGiornoEsteso(iso: string): string {
  return `${GIORNI[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ${formatGiorno(iso)}`;
}

/** `dal 17 giugno al 1° luglio 2026`, `il 22 giugno 2026`. */
export function describeIntervallo(da: string, a: string): string {
  if (da === a) return `${articoloDi(da)}${formatGiorno(da)}`;
  const stessoAnno = da.slice(0, 4) === a.slice(0, 4);
  return `${withPreposizione('dal', da)}${formatGiorno(da, !stessoAnno)} ${withPreposizione('al', a)}${formatGiorno(a)}`;
}

/** Before 8 and 11 the article loses its vowel: `l’8 giugno`. */
const conVocale = (iso: string): boolean => [8, 11].includes(Number(iso.slice(8)));
const articoloDi = (iso: string): string => (conVocale(iso) ? 'l’' : 'il ');
const withPreposizione = (preposizione: 'dal' | 'al', iso: string): string =>
  conVocale(iso) ? `${preposizione}l’` : `${preposizione} `;
