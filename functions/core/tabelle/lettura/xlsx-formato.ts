/**
 * What a number means is in the format of its cell: the same 46195 is a count, or 22 June 2026. From number and format to the text that
 * a CSV file would hold.
 */

/** How the cells of one style show their numbers. `zeri`: as many digits as `cifre`, filled up with zeros, as codes are. */
export type FormaNumero =
  | { readonly tipo: 'numero' | 'percentuale' | 'anno' | 'data' | 'data-ora' | 'ora' | 'durata' }
  | { readonly tipo: 'zeri'; readonly cifre: number };

const NUMERO: FormaNumero = { tipo: 'numero' };

/** Formats that have a number and no code. @source ECMA-376, part 1, 18.8.30 (numFmt) */
const PREDEFINITI: readonly (readonly [
  da: number,
  a: number,
  tipo: 'percentuale' | 'data' | 'data-ora' | 'ora' | 'durata',
])[] = [
  [9, 10, 'percentuale'],
  [14, 17, 'data'],
  [18, 21, 'ora'],
  [22, 22, 'data-ora'],
  [27, 31, 'data'],
  [32, 35, 'ora'],
  [36, 36, 'data'],
  [45, 45, 'ora'],
  [46, 46, 'durata'],
  [47, 47, 'ora'],
  [50, 58, 'data'],
];

/** @param id of a format that the file does not define */
export function getFormaPredefinita(id: number): FormaNumero {
  const trovata = PREDEFINITI.find(([da, a]) => id >= da && id <= a);
  return trovata ? { tipo: trovata[2] } : NUMERO;
}

/** @param codice as the file stores it, always in the English letters: `dd/mm/yyyy`, `[$-410]d mmmm yyyy;@`, `0.00%` */
export function parseFormaNumero(codice: string): FormaNumero {
  const sezione = codice.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(sezione)) return { tipo: 'durata' };
  const nudo = sezione.replace(/\[[^\]]*\]/g, '').trim();
  if (/^(?:general|standard|@)?$/i.test(nudo)) return NUMERO;
  if (nudo.includes('%')) return { tipo: 'percentuale' };
  if (/^0{2,}$/.test(nudo)) return { tipo: 'zeri', cifre: nudo.length };
  if (/[0#?]/.test(nudo.replace(/s[.,]0+/gi, 's'))) return NUMERO;
  if (/^y+$/i.test(nudo)) return { tipo: 'anno' };
  const ora = /[hs]/i.test(nudo);
  const data = /[yd]/i.test(nudo) || (!ora && /m/i.test(nudo));
  if (data) return { tipo: ora ? 'data-ora' : 'data' };
  return ora ? { tipo: 'ora' } : NUMERO;
}

/** What a spreadsheet shows where a number is no possible date; the reader of tables refuses it as unreadable. */
const FUORI_CALENDARIO = '#NUM!';
const SECONDI_AL_GIORNO = 86_400;
/** 31 December 9999. */
const ULTIMO_SERIALE = 2_958_465;
/** Days between the two calendars that spreadsheets count by. */
const SCARTO_1904 = 1462;
const BISESTILE_INESISTENTE = 60;

/**
 * @param scritto as the file stores it: `46195`, `1435449.1299999999`, `9.46E+3`
 * @param da1904 the workbook counts days from 1904 instead of 1900
 * @returns the text of the cell; a text that is not a number comes back as it is
 */
export function formatNumeroXlsx(scritto: string, forma: FormaNumero, da1904: boolean): string {
  const testo = scritto.trim();
  // What almost every cell of a large sheet holds.
  if (forma.tipo === 'numero' && /^[1-9]\d{0,14}$/.test(testo)) return testo;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(testo)) return testo;
  const numero = Number(testo);
  if (!Number.isFinite(numero)) return FUORI_CALENDARIO;
  switch (forma.tipo) {
    case 'numero':
      return disambiguate(expandCifre(numero, 0));
    case 'percentuale':
      return `${disambiguate(expandCifre(numero, 2))}%`;
    case 'zeri':
      return Number.isInteger(numero) && numero >= 0
        ? expandCifre(numero, 0).padStart(forma.cifre, '0')
        : disambiguate(expandCifre(numero, 0));
    default:
      return formatMomento(numero, forma.tipo, da1904);
  }
}

/**
 * The number in plain digits. Spreadsheets keep 15 significant digits: what a binary fraction adds beyond them (`0.30000000000000004`)
 * is no figure of anyone's.
 * @param spostamento places by which the point goes right: 2 for a percentage
 */
function expandCifre(numero: number, spostamento: number): string {
  const scritto = Number.isInteger(numero) ? BigInt(numero).toString() : dropRumore(numero).toString();
  const [, segno = '', interi = '', decimali = '', potenza = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(scritto) ?? [];
  const punto = interi.length + Number(potenza) + spostamento;
  const cifre = (interi + decimali).padEnd(punto, '0');
  const conTesta = punto <= 0 ? '0'.repeat(1 - punto) + cifre : cifre;
  const taglio = Math.max(punto, 1);
  const parteIntera = conTesta.slice(0, taglio).replace(/^0+(?=\d)/, '');
  const frazione = conTesta.slice(taglio).replace(/0+$/, '');
  return `${/[1-9]/.test(cifre) ? segno : ''}${parteIntera}${frazione && `.${frazione}`}`;
}

function dropRumore(numero: number): number {
  return Math.abs(numero) < 1e15 ? Number(numero.toPrecision(15)) : numero;
}

/** `1.234` would be read as one thousand two hundred and thirty-four: three decimals are written with the comma. */
function disambiguate(testo: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(testo) ? testo.replace('.', ',') : testo;
}

function formatMomento(
  seriale: number,
  tipo: 'anno' | 'data' | 'data-ora' | 'ora' | 'durata',
  da1904: boolean,
): string {
  const secondi = Math.round(seriale * SECONDI_AL_GIORNO);
  const giorno = Math.floor(secondi / SECONDI_AL_GIORNO);
  const resto = secondi - giorno * SECONDI_AL_GIORNO;
  if (seriale < 0 || giorno + (da1904 ? SCARTO_1904 : 0) > ULTIMO_SERIALE) return FUORI_CALENDARIO;
  if (tipo === 'durata') return formatOra(secondi);
  if (tipo === 'ora') return formatOra(resto);
  const data = formatGiorno(giorno + (da1904 ? SCARTO_1904 : 0));
  if (tipo === 'anno') return data.slice(0, 4);
  return tipo === 'data' || resto === 0 ? data : `${data} ${formatOra(resto)}`;
}

function formatOra(secondi: number): string {
  const campi = [Math.floor(secondi / 3600), Math.floor(secondi / 60) % 60, secondi % 60];
  const scritti = campi.map((campo) => `${campo}`.padStart(2, '0'));
  return (secondi % 60 === 0 ? scritti.slice(0, 2) : scritti).join(':');
}

/** Days from 1900, with the 29 February that year never had: it is written as it stands, and refused as a date. */
function formatGiorno(giorno: number): string {
  if (giorno === 0) return '1900-01-00';
  if (giorno === BISESTILE_INESISTENTE) return '1900-02-29';
  const primo = Date.UTC(1899, 11, giorno < BISESTILE_INESISTENTE ? 31 : 30);
  return new Date(primo + giorno * SECONDI_AL_GIORNO * 1000).toISOString().slice(0, 10);
}

/** A date that the file stores as text, in ISO form. */
export function formatDataIso(scritto: string): string {
  const parti = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2})?(?::(\d{2})(?:\.\d+)?)?Z?$/.exec(scritto.trim());
  if (!parti) return scritto.trim();
  const [, data, ore, secondi = '00'] = parti;
  const ora = ore === undefined ? '' : secondi === '00' ? ore : `${ore}:${secondi}`;
  if (data === undefined) return ora || scritto.trim();
  return ora === '' || ora === '00:00' ? data : `${data} ${ora}`;
}
