/** From the API's values to numbers that can be drawn, and to words. Money is integer cents, as in the core. */
import { fromDecimale } from '../../../functions/core/denaro.ts';
import { formatDifferenza, formatNumero } from '../../../functions/core/formato.ts';

/** Between a number and its unit, which must never be parted at the end of a line. */
const SPAZIO = '\u202f';

const IN_DENARO = new Set(['€', '€/anno', '€/ab', '€/km²']);
/** Units whose values are summed over the comuni: the ambito's is their total, not a term of comparison. */
const ADDITIVE = new Set(['persone', 'famiglie', '€', '€/anno']);

const SEGNI: Readonly<Record<string, string>> = {
  '€': '€',
  '€/anno': '€',
  '€/ab': '€',
  '€/km²': '€',
  '%': '%',
  '‰': '‰',
};

const DESCRIZIONI: Readonly<Record<string, string>> = {
  persone: 'persone',
  famiglie: 'famiglie',
  'persone per famiglia': 'persone per famiglia',
  'ab/km²': 'abitanti per km²',
  '%': 'in percentuale',
  '‰': 'ogni 1.000 residenti',
  'per 100': 'ogni 100',
  '€': 'euro',
  '€/anno': 'euro l’anno',
  '€/ab': 'euro per abitante',
  '€/km²': 'euro per km²',
  'persone/km²': 'persone per km²',
  'famiglie/km²': 'famiglie per km²',
};

/** What stands where a value would. */
export const DATO_MANCANTE = 'dato mancante';

export interface Misurato {
  readonly unita: string;
  readonly decimali: number;
}

export const isDenaro = (unita: string): boolean => IN_DENARO.has(unita);
export const isAdditiva = (unita: string): boolean => ADDITIVE.has(unita);

/** @returns a number in the unit of the core (money in cents), or null when missing */
export function toNumero(valore: number | string | null): number | null {
  return typeof valore === 'string' ? fromDecimale(valore) : valore;
}

/** `in percentuale`, `euro per abitante`: the unit as words, for the line under a title. */
export function describeUnita(unita: string): string {
  return DESCRIZIONI[unita] ?? unita;
}

/** The sign that follows each value: `€`, `%`; empty where the unit is told once, under the title. */
export function segnoOf(unita: string): string {
  return SEGNI[unita] ?? '';
}

function withSegno(testo: string, unita: string): string {
  const segno = segnoOf(unita);
  return segno ? `${testo}${SPAZIO}${segno}` : testo;
}

/** Exact, as tables and labels show it: `1.435.449,13 €`, `24,06 %`, `−40`. */
export function formatValore(valore: number, { unita, decimali }: Misurato): string {
  return isDenaro(unita)
    ? withSegno(formatNumero(valore / 100, 2), unita)
    : withSegno(formatNumero(valore, decimali), unita);
}

/** Indicators that are differences: their sign is always written. */
const DIFFERENZE = /^(variazione|saldo|tasso-migratorio|aumento|scarto)/;

/** Whether an indicator tells how far apart two things are: its sign is written, and no value of it is a multiple of another. */
export function isDifferenza(id: string): boolean {
  return DIFFERENZE.test(id);
}

/** What is measured, and by which indicator. */
export interface MisuratoDa extends Misurato {
  readonly id: string;
}

/** The value of an indicator wherever it is told: `+6.915,74 €` for a difference, `41,22 €` for the rest. */
export function tellValore(valore: number, misurato: MisuratoDa): string {
  return `${piuOf(valore, misurato)}${formatValore(valore, misurato)}`;
}

/** The same for tiles: `+1,2 milioni di €`, `+152`. */
export function tellInBreve(valore: number, misurato: MisuratoDa): InDueParti {
  const { cifra, unita } = formatInBreve(valore, misurato);
  return { cifra: `${piuOf(valore, misurato)}${cifra}`, unita };
}

function piuOf(valore: number, { id }: MisuratoDa): string {
  return valore > 0 && isDifferenza(id) ? '+' : '';
}

/** A difference, its sign always written. Percentages differ by points, not by per cent. */
export function formatScarto(valore: number, { unita, decimali }: Misurato): string {
  if (isDenaro(unita)) return withSegno(formatDifferenza(valore / 100, 2), unita);
  if (unita === '%') return `${formatDifferenza(valore, decimali)} punti`;
  return withSegno(formatDifferenza(valore, decimali), unita);
}

/** A number and its unit apart, to be set in two sizes. */
export interface InDueParti {
  readonly cifra: string;
  readonly unita: string;
}

/** For tiles and prose: large sums of money to three significant digits (`1,81 milioni di €`), the rest as it is. */
export function formatInBreve(valore: number, misurato: Misurato): InDueParti {
  if (!isDenaro(misurato.unita)) {
    return { cifra: formatNumero(valore, misurato.decimali), unita: segnoOf(misurato.unita) };
  }
  const euro = valore / 100;
  const assoluto = Math.abs(euro);
  if (assoluto >= 999_500) {
    const milioni = euro / 1_000_000;
    return { cifra: formatNumero(milioni, decimaliPerTreCifre(milioni)), unita: 'milioni di €' };
  }
  if (assoluto >= 1000) return { cifra: formatNumero(Math.round(euro)), unita: '€' };
  return { cifra: formatNumero(euro, 2), unita: '€' };
}

function decimaliPerTreCifre(valore: number): number {
  const assoluto = Math.abs(valore);
  if (assoluto >= 99.95) return 0;
  return assoluto >= 9.995 ? 1 : 2;
}

export function joinParti({ cifra, unita }: InDueParti): string {
  return unita ? `${cifra}${SPAZIO}${unita}` : cifra;
}
