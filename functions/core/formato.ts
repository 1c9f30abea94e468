/** Numbers and dates as Italian readers expect them: `1.234,56`, `22/06/2026`, a true minus sign. Shared by messages, pages and exports. */

const SPAZIO_SOTTILE = '\u202f';
const MENO = '\u2212';

/**
 * Written digit by digit: the first number that a page asks of `Intl` holds a phone for thirty milliseconds or more, which is what
 * finding the rules of a language costs. What it would write is this.
 * @param valore any finite number
 * @param decimali digits after the comma, always written; a half goes away from zero
 * @returns `1.234,5`; negative numbers with the true minus sign
 * @throws RangeError if the number is not finite
 */
export function formatNumero(valore: number, decimali = 0): string {
  // The comma is moved in the digits that the number is read as: times a power of ten, 1,005 would be a little less than a half.
  const [cifre, potenza = 0] = String(Math.abs(valore)).split('e');
  const intero = BigInt(Math.round(Number(`${cifre}e${Number(potenza) + decimali}`)));
  const scritto = String(intero).padStart(decimali + 1, '0');
  const virgola = scritto.length - decimali;
  const migliaia = scritto.slice(0, virgola).replace(/\B(?=(?:\d{3})+$)/g, '.');
  const testo = decimali > 0 ? `${migliaia},${scritto.slice(virgola)}` : migliaia;
  return valore < 0 && intero > 0n ? `${MENO}${testo}` : testo;
}

/** Cents as `1.435.449,13 €`, the sign after a thin space. */
export function formatEuro(cent: number): string {
  return `${formatNumero(cent / 100, 2)}${SPAZIO_SOTTILE}€`;
}

/** A difference with its sign always written: `+16`, `−40`, `0`. */
export function formatDifferenza(valore: number, decimali = 0): string {
  const testo = formatNumero(valore, decimali);
  return valore > 0 ? `+${testo}` : testo;
}

/** ISO date `2026-06-22` as `22/06/2026`. */
export function formatData(iso: string): string {
  const [anno, mese, giorno] = iso.slice(0, 10).split('-');
  return `${giorno}/${mese}/${anno}`;
}

/** ISO instant as `22/06/2026 alle 10:15`, the time of Italy's clocks. */
export function formatIstante(iso: string): string {
  const { giorno, ora } = findOrologio();
  const data = new Date(iso);
  return `${giorno.format(data)} alle ${ora.format(data)}`;
}

let orologio: { readonly giorno: Intl.DateTimeFormat; readonly ora: Intl.DateTimeFormat } | undefined;

/** Made at the first use: the rules of a time zone are heavy to find, and most pages tell no instant. */
function findOrologio(): NonNullable<typeof orologio> {
  const timeZone = 'Europe/Rome';
  orologio ??= {
    giorno: new Intl.DateTimeFormat('it-IT', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
    ora: new Intl.DateTimeFormat('it-IT', { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
  return orologio;
}
