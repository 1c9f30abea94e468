/**
 * Numbers as Italian offices write them: `1.435.449,13`, `€ 1.435.449,13`, `- 40`, `+16`, `2,39` and, in the same table, `2.55`.
 * What can be read in two ways is decided by the format of the column; what cannot be read is refused, never guessed.
 */
import type { Scrittura } from '../correzioni.ts';
import { CELLE_UNITE } from './celle-unite.ts';
import { detectGuasto } from './guasto.ts';
import { Rifiuto } from './rifiuto.ts';

export type FormatoNumero = 'conteggio' | 'intero' | 'decimale' | 'percentuale' | 'importo';

export interface OpzioniNumero {
  readonly formato: FormatoNumero;
  /** True where a negative figure makes sense (a balance, a residue). */
  readonly conSegno: boolean;
  /** How the figures of the column are written, where a person says so: what is not written like that is refused. */
  readonly scrittura?: Scrittura;
}

/** @param valore in the unit of the column, money in cents; `nota` tells a choice between two readings */
export interface NumeroLetto {
  readonly valore: number;
  readonly nota?: string;
}

const NON_DICHIARATO =
  /^(?:€\s*)?(?:[-–—−]+|n\.?\s?d\.?|n\.?\s?\/\s?d\.?|_+|…|\.{2,}|\/{1,3}|n\.?\s?p\.?|(?:dato )?non (?:disponibile|rilevato|pervenuto)|da (?:definire|stabilire|concordare))?(?:\s*€)?$/i;

/** Empty, `-`, `n.d.`, `N/D`, `n.p.`, `//`, `€ _____`, `…`, `non disponibile`: the source states nothing, which is not zero. */
export function isNonDichiarato(testo: string): boolean {
  return NON_DICHIARATO.test(testo.trim());
}

const ESPONENZIALE = /^[+\-−–]?\s*\d+(?:[.,]\d+)?e[+\-−]?\d+$/i;
const INVOLUCRO = /^([+\-−–])?\s*(€|euro?\b)?\s*([+\-−–])?\s*([\d.,'’ \u00a0\u202f]*\d)\s*(€|euro?|%)?$/i;
/** `(1.234,56)`, as accounts write what is taken away. */
const TRA_PARENTESI = /^\(\s*((?:€\s*)?[\d.,]*\d(?:\s*€)?)\s*\)$/;
const A_GRUPPI = /^[1-9]\d{0,2}(?:([.'’ \u00a0\u202f])\d{3})(?:\1\d{3})*(?:,(\d+))?$/;
/** Both marks in one figure, in that order. */
const INGLESE = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const SEMPLICE = /^(0|[1-9]\d*)(?:([.,])(\d+))?$/;

interface Cifre {
  readonly interi: string;
  readonly decimali: string;
  readonly nota?: string;
}

/**
 * @param testo a cell that states something (see {@link isNonDichiarato})
 * @returns the number, or why it was refused
 */
export function parseNumero(testo: string, { formato, conSegno, scrittura }: OpzioniNumero): NumeroLetto | Rifiuto {
  const scritto = testo.trim();
  const guasto = detectGuasto(scritto);
  if (guasto) return guasto;
  if (ESPONENZIALE.test(scritto)) {
    return new Rifiuto(
      'notazione-scientifica',
      'il foglio di calcolo ha abbreviato il numero e alcune cifre sono perse: va scritto per intero.',
    );
  }
  const parti = INVOLUCRO.exec(scritto);
  if (!parti) {
    const tolto = TRA_PARENTESI.exec(scritto)?.[1];
    if (tolto !== undefined) return readTolto(tolto, { formato, conSegno, ...(scrittura && { scrittura }) });
    if (!scritto.includes(CELLE_UNITE)) return new Rifiuto('numero-non-leggibile', 'non è un numero.');
    return new Rifiuto(
      'celle-unite',
      'non si sa se la cifra vale per ognuna o per tutte insieme: nel foglio si toglie l’unione, e in ogni cella si scrive la sua, o niente.',
    );
  }
  const [, segnoPrima, valuta, segnoDopo, corpo = '', coda] = parti;
  if (segnoPrima && segnoDopo) return new Rifiuto('numero-non-leggibile', 'ha due segni.');
  const unita = unitaEstranea(formato, valuta, coda);
  if (unita) return unita;
  const cifre = scrittura ? splitIndicate(corpo, scrittura) : splitCifre(corpo, formato);
  if (cifre instanceof Rifiuto) return cifre;
  const negativo = /[-−–]/.test(segnoPrima ?? segnoDopo ?? '') && /[1-9]/.test(corpo);
  if (negativo && !conSegno) {
    return formato === 'conteggio'
      ? new Rifiuto('conteggio-negativo', 'è un conteggio negativo.')
      : new Rifiuto('numero-negativo', 'è negativo.');
  }
  const valore = toValore(cifre, formato);
  if (valore instanceof Rifiuto) return valore;
  const conNota = cifre.nota === undefined ? {} : { nota: `«${scritto}» letto come ${cifre.nota}` };
  return { valore: negativo ? -valore : valore, ...conNota };
}

/** Accounts write what is taken away in parentheses. In a column of mere figures they could as well mean «of which», or a note. */
function readTolto(cifra: string, opzioni: OpzioniNumero): NumeroLetto | Rifiuto {
  if (!opzioni.conSegno) return new Rifiuto('numero-non-leggibile', 'è tra parentesi: nei conti vuol dire negativo.');
  const letto = parseNumero(`-${cifra}`, opzioni);
  return letto instanceof Rifiuto ? letto : { ...letto, nota: `«(${cifra})» letto come -${cifra}` };
}

function unitaEstranea(formato: FormatoNumero, valuta: string | undefined, coda: string | undefined): Rifiuto | null {
  const percento = coda === '%';
  const euro = valuta !== undefined || (coda !== undefined && !percento);
  if (euro && formato !== 'importo') return new Rifiuto('unita-inattesa', 'è una somma di denaro.');
  if (percento && formato !== 'percentuale') return new Rifiuto('unita-inattesa', 'è una percentuale.');
  return null;
}

/** Tells thousands from decimals: the only place where a dot changes meaning with the format of the column. */
function splitCifre(corpo: string, formato: FormatoNumero): Cifre | Rifiuto {
  const gruppi = A_GRUPPI.exec(corpo);
  const semplice = SEMPLICE.exec(corpo);
  if (gruppi && semplice && (formato === 'decimale' || formato === 'percentuale')) {
    const [interi = '', decimali = ''] = corpo.split('.');
    return { interi, decimali, nota: `${interi},${decimali} (il punto separa i decimali)` };
  }
  if (gruppi) {
    const decimali = gruppi[2] ?? '';
    const interi = (decimali ? corpo.slice(0, corpo.indexOf(',')) : corpo).replace(/\D/g, '');
    return { interi, decimali };
  }
  if (semplice) return { interi: semplice[1] ?? '', decimali: semplice[3] ?? '' };
  if (/^0\d+$/.test(corpo))
    return new Rifiuto('numero-non-leggibile', 'comincia con uno zero: sembra un codice, non un numero.');
  if (INGLESE.test(corpo)) {
    return new Rifiuto(
      'numero-non-leggibile',
      'sembra scritto all’inglese, con la virgola per le migliaia e il punto per i decimali.',
    );
  }
  return new Rifiuto('numero-non-leggibile', 'ha punti o virgole fuori posto.');
}

/** The person has said what a dot and a comma are: nothing is left to the format of the column. */
function splitIndicate(corpo: string, scrittura: Scrittura): Cifre | Rifiuto {
  const italiane = scrittura === 'inglesi' ? corpo.replace(/[.,]/g, (segno) => (segno === '.' ? ',' : '.')) : corpo;
  const cifre = splitCifre(italiane, 'importo');
  const semplice = SEMPLICE.exec(italiane);
  if (cifre instanceof Rifiuto || semplice?.[2] !== '.' || A_GRUPPI.test(italiane)) return cifre;
  return new Rifiuto(
    'numero-non-leggibile',
    scrittura === 'inglesi'
      ? 'ha una virgola fuori posto: è indicato che separa le migliaia.'
      : 'ha un punto fuori posto: è indicato che separa le migliaia.',
  );
}

function toValore({ interi, decimali }: Cifre, formato: FormatoNumero): number | Rifiuto {
  if (formato === 'importo') {
    if (decimali.length > 2)
      return new Rifiuto('troppi-decimali', 'ha più di due decimali: in una formula si arrotonda con ARROTONDA(…;2).');
    return assertSicuro(Number(interi) * 100 + Number(decimali.padEnd(2, '0')));
  }
  if (formato === 'conteggio' || formato === 'intero') {
    if (/[1-9]/.test(decimali)) return new Rifiuto('numero-non-intero', 'non è un numero intero.');
    return assertSicuro(Number(interi));
  }
  return assertSicuro(Number(decimali ? `${interi}.${decimali}` : interi));
}

function assertSicuro(valore: number): number | Rifiuto {
  return Math.abs(valore) <= Number.MAX_SAFE_INTEGER
    ? valore
    : new Rifiuto('numero-troppo-grande', 'è più grande di quanto si possa conservare senza errori.');
}

const MASSIME_CIFRE_VELOCI = 15;
const ZERO = 48;
const NOVE = 57;

/**
 * Plain digits without a leading zero: what almost every cell of a large file holds.
 * @returns -1 where the text is anything else
 */
export function parseCifre(testo: string): number {
  const { length } = testo;
  if (length === 0 || length > MASSIME_CIFRE_VELOCI || (length > 1 && testo.charCodeAt(0) === ZERO)) return -1;
  let valore = 0;
  for (let indice = 0; indice < length; indice++) {
    const cifra = testo.charCodeAt(indice);
    if (cifra < ZERO || cifra > NOVE) return -1;
    valore = valore * 10 + cifra - ZERO;
  }
  return valore;
}
