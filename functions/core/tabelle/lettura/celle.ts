/** One cell of a column -> its canonical value, by the format that the column declares. */
import { normalizeFonte } from '../../fonti-scritte.ts';
import { stripGuardia } from '../../http/csv.ts';
import { parseInterventoConTitolo } from '../../interventi.ts';
import type { Scrittura } from '../correzioni.ts';
import { findVicina, mapScritture } from '../scritture.ts';
import type { Valore } from '../tabella.ts';
import type { Colonna, Formato } from '../tipo.ts';
import { parseAnno, parseData, parseOra, parsePeriodoScritto } from './date.ts';
import { parseEta } from './eta.ts';
import { detectGuasto } from './guasto.ts';
import { rememberLetti } from './memoria.ts';
import { type FormatoNumero, isNonDichiarato, parseCifre, parseNumero } from './numeri.ts';
import { detectPersonale } from './personali.ts';
import { Rifiuto } from './rifiuto.ts';
import { joinElenco, normalizeTesto } from './testo.ts';

export type LettoreCella = (testo: string) => Valore | Rifiuto;

/** What is read, in the words of a column. */
export interface Lettura {
  readonly formato: Formato;
  readonly conSegno?: boolean;
  readonly scrittura?: Scrittura;
  readonly valori?: readonly string[];
  readonly scritture?: Colonna['scritture'];
  readonly traduci?: Readonly<Record<string, string>>;
  /** What the upload states for this column: a cell that says otherwise is refused. */
  readonly dichiarato?: Valore;
  /** Told each time that a cell could have been read in two ways. */
  readonly onNota?: (nota: string) => void;
}

/** What a cell of each format is expected to be: in messages, template and docs. */
export const ATTESI: Readonly<Record<Formato, string>> = {
  comune: 'il nome o il codice ISTAT di un comune dell’ambito, oppure «ambito»',
  'codice-istat': 'un codice ISTAT di sei cifre',
  anno: 'un anno di quattro cifre',
  periodo: 'un anno o un intervallo di anni',
  eta: 'una fascia d’età, un’età o «totale»',
  conteggio: 'un numero intero, zero o più',
  intero: 'un numero intero, anche negativo',
  decimale: 'un numero, con la virgola per i decimali',
  percentuale: 'una percentuale',
  importo: 'una somma in euro, con al più due decimali',
  scelta: 'uno dei valori previsti',
  livello: 'un livello di priorità',
  data: 'una data',
  ora: 'un’ora',
  intervento: 'il codice di un intervento',
  fonte: 'il nome di un fondo',
  testo: 'un testo',
};

/** Distinct texts of a column that are kept with their value. */
const MASSIMA_MEMORIA = 20_000;

const NUMERICI: ReadonlySet<Formato> = new Set<Formato>(['conteggio', 'intero', 'decimale', 'percentuale', 'importo']);

export function isNumerico(formato: Formato): formato is FormatoNumero {
  return NUMERICI.has(formato);
}

export function describeAtteso(colonna: Pick<Colonna, 'formato' | 'valori'>): string {
  return colonna.valori ? `uno di questi valori: ${joinElenco(colonna.valori)}` : ATTESI[colonna.formato];
}

/** A reader of cells; the comune has its own, since it needs the ambito. */
export function createLettoreCella(lettura: Lettura): LettoreCella {
  return isNumerico(lettura.formato)
    ? createLettoreNumero(lettura, lettura.formato)
    : rememberLetti(createLettoreTesto(lettura), MASSIMA_MEMORIA);
}

function createLettoreNumero({ conSegno = false, scrittura, onNota }: Lettura, formato: FormatoNumero): LettoreCella {
  const opzioni = { formato, conSegno, ...(scrittura && { scrittura }) };
  const perUnita = formato === 'importo' ? 100 : 1;
  return (scritto) => {
    const cifre = parseCifre(scritto);
    if (cifre >= 0 && cifre <= 1e12) return cifre * perUnita;
    const testo = stripGuardia(scritto);
    if (isNonDichiarato(testo)) return null;
    const letto = parseNumero(testo, opzioni);
    if (letto instanceof Rifiuto) return letto;
    if (letto.nota !== undefined) onNota?.(letto.nota);
    return letto.valore;
  };
}

function createLettoreTesto({ traduci, dichiarato, ...lettura }: Lettura): LettoreCella {
  const read = selectLettore(lettura);
  return (scritto) => {
    const testo = stripGuardia(scritto);
    if (isNonDichiarato(testo)) return null;
    const letto = detectGuasto(testo.trim()) ?? traduci?.[testo.trim()] ?? read(testo);
    if (dichiarato === undefined || letto instanceof Rifiuto || letto === dichiarato) return letto;
    return new Rifiuto('contesto-contraddetto', `al caricamento è indicato ${dichiarato}.`);
  };
}

function selectLettore(lettura: Pick<Lettura, 'formato' | 'valori' | 'scritture'>): LettoreCella {
  switch (lettura.formato) {
    case 'anno':
      return parseAnno;
    case 'periodo':
      return parsePeriodoScritto;
    case 'eta':
      return parseEta;
    case 'data':
      return parseData;
    case 'ora':
      return parseOra;
    case 'intervento':
      return (testo) =>
        parseInterventoConTitolo(testo) ?? new Rifiuto('intervento-non-leggibile', 'non è il codice di un intervento.');
    case 'fonte':
      return (testo) => {
        const letto = readTesto(testo);
        return typeof letto === 'string' ? normalizeFonte(letto) : letto;
      };
    case 'scelta': {
      const noti = mapScritture(lettura);
      return (testo) => noti.get(normalizeTesto(testo)) ?? refuseScelta(testo, noti);
    }
    case 'livello': {
      const noti = mapScritture(lettura);
      // The likely one, as of a fonte: its check tells of it.
      return (testo) => noti.get(normalizeTesto(testo)) ?? findVicina(testo, noti) ?? refuseScelta(testo, noti);
    }
    default:
      return readTesto;
  }
}

function refuseScelta(testo: string, noti: ReadonlyMap<string, string>): Rifiuto {
  const forse = findVicina(testo, noti);
  const proposta = forse === null ? '' : `: forse ${forse}`;
  return new Rifiuto('valore-non-previsto', `non è tra i valori previsti${proposta}.`);
}

function readTesto(testo: string): string | Rifiuto {
  const personale = detectPersonale(testo);
  if (personale) return new Rifiuto('dati-personali', `contiene ${personale}: i dati personali non si accettano.`);
  return testo.trim().replace(/\s+/g, ' ');
}
