/** The corrections that a person is making, before they are sent: kept through a reload, taken back one by one. */
import { useState } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import {
  CorrezioneError,
  type Correzioni,
  NESSUNA_CORREZIONE,
  parseCorrezioni,
  type RuoloRiga,
} from '../../../functions/core/tabelle/correzioni.ts';
import { writeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import type { Foglio } from './foglio.ts';

/** Where those of one draft wait until it is read again. */
const ATTESA = 'correzioni ';

/** @returns the same corrections with that column as it is now meant; null for the reader's own meaning */
export function putColonna(correzioni: Correzioni, colonna: number, significato: string | null): Correzioni {
  const numeri = significato === null ? without(correzioni.numeri, colonna) : correzioni.numeri;
  return { ...correzioni, numeri, colonne: put(correzioni.colonne, colonna, significato) };
}

export function putNumeri(correzioni: Correzioni, colonna: number, scrittura: string | null): Correzioni {
  const scelta = scrittura === 'italiani' || scrittura === 'inglesi' ? scrittura : null;
  return { ...correzioni, numeri: put(correzioni.numeri, colonna, scelta) };
}

/** @param valore of every line; empty where nobody says it */
export function putValore(correzioni: Correzioni, id: string, valore: string): Correzioni {
  return { ...correzioni, valori: put(correzioni.valori, id, valore === '' ? null : valore) };
}

/** A line that is the header is nothing else. */
export function putRiga(correzioni: Correzioni, riga: number, ruolo: RuoloRiga | 'intestazione' | null): Correzioni {
  const { intestazione, ...altre } = correzioni;
  const righe = put(correzioni.righe, riga, ruolo === 'intestazione' ? null : ruolo);
  if (ruolo === 'intestazione') return { ...altre, righe, intestazione: [riga] };
  return intestazione && !intestazione.includes(riga) ? { ...altre, righe, intestazione } : { ...altre, righe };
}

/** One of the things that hold for the whole file; an empty text for the reader's own choice. */
export function putInsieme(
  correzioni: Correzioni,
  cosa: 'codifica' | 'separatore' | 'intestazione',
  valore: string,
): Correzioni {
  const { [cosa]: _prima, ...altre } = correzioni;
  if (valore === '') return altre;
  const { codifica, separatore, intestazione } = parseCorrezioni(`${cosa}=${valore}`);
  return {
    ...altre,
    ...(codifica && { codifica }),
    ...(separatore && { separatore }),
    ...(intestazione && { intestazione }),
  };
}

function put<K, T>(mappa: ReadonlyMap<K, T>, chiave: K, valore: T | null): ReadonlyMap<K, T> {
  return valore === null ? without(mappa, chiave) : new Map(mappa).set(chiave, valore);
}

function without<K, T>(mappa: ReadonlyMap<K, T>, chiave: K): ReadonlyMap<K, T> {
  return new Map([...mappa].filter(([altra]) => altra !== chiave));
}

/**
 * @param tipo whose columns go by their titles here
 * @returns why these cannot be sent, in words; null where they can
 */
export function findContrasto(correzioni: Correzioni, { colonne }: Pick<TipoDto, 'colonne'>): string | null {
  try {
    parseCorrezioni(writeCorrezioni(correzioni));
    return null;
  } catch (errore) {
    if (errore instanceof CorrezioneError) {
      return colonne.reduce((detto, { id, titolo }) => detto.replaceAll(`«${id}»`, `«${titolo}»`), errore.message);
    }
    throw errore;
  }
}

/** What is written above a column: the heading that was found or, failing that, the cell of the line that is the header now. */
export function nameColonne(
  { interpretazione }: Pick<CaricamentoDto, 'interpretazione'>,
  { intestazione }: Correzioni,
  foglio: Foglio,
): { readonly colonna: number; readonly nome: string }[] {
  const righe = foglio.blocchi.flatMap((blocco) => blocco.righe);
  const testata = righe.find(({ riga }) => riga === (intestazione ?? interpretazione.intestazione)[0]) ?? righe[0];
  return Array.from({ length: foglio.colonne }, (_, indice) => {
    const trovata = intestazione ? undefined : interpretazione.colonne.find(({ colonna }) => colonna === indice + 1);
    return { colonna: indice + 1, nome: (trovata?.intestazione ?? testata?.celle[indice] ?? '').trim() };
  });
}

export interface InCorso {
  readonly correzioni: Correzioni;
  readonly testo: string;
  /** Something differs from what the draft was read with. */
  readonly cambiate: boolean;
  readonly change: (correzioni: Correzioni) => void;
  /** Another sheet of the workbook; empty for the one that was read. */
  readonly foglio: string;
  readonly chooseFoglio: (foglio: string) => void;
  /** Back to what the draft was read with. */
  readonly restore: () => void;
  /** They were sent: nothing waits any more. */
  readonly forget: () => void;
}

/** @param memoria of this tab: what one is doing outlives a reload, not the tab */
export function useCorrezioni({ id, contesto }: CaricamentoDto, memoria: Storage = window.sessionStorage): InCorso {
  const chiave = `${ATTESA}${id}`;
  const attuali = String(contesto.correzioni ?? '');
  const [testo, setTesto] = useState(() => memoria.getItem(chiave) ?? attuali);
  const chiaveFoglio = `${chiave} foglio`;
  const [foglio, setFoglio] = useState(() => memoria.getItem(chiaveFoglio) ?? '');
  const forget = () => {
    memoria.removeItem(chiave);
    memoria.removeItem(chiaveFoglio);
  };
  return {
    correzioni: readCorrezioni(testo),
    testo,
    cambiate: testo !== attuali || foglio !== '',
    change: (correzioni) => {
      const scritte = writeCorrezioni(correzioni);
      memoria.setItem(chiave, scritte);
      setTesto(scritte);
    },
    foglio,
    chooseFoglio: (scelto) => {
      memoria.setItem(chiaveFoglio, scelto);
      setFoglio(scelto);
    },
    restore: () => {
      forget();
      setTesto(attuali);
      setFoglio('');
    },
    forget,
  };
}

/** Those at odds with one another are kept as well as can be: whoever is choosing will choose again. */
function readCorrezioni(testo: string): Correzioni {
  try {
    return parseCorrezioni(testo);
  } catch {
    const voci = testo.split(';').map(readVoce);
    return {
      ...Object.assign({}, ...voci),
      colonne: new Map(voci.flatMap(({ colonne }) => [...colonne])),
      numeri: new Map(voci.flatMap(({ numeri }) => [...numeri])),
      valori: new Map(voci.flatMap(({ valori }) => [...valori])),
      righe: new Map(voci.flatMap(({ righe }) => [...righe])),
    };
  }
}

function readVoce(voce: string): Correzioni {
  try {
    return parseCorrezioni(voce);
  } catch {
    return NESSUNA_CORREZIONE;
  }
}
