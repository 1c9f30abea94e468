/** One canonical row as the reader hands it on: bare values in an array, what all rows of one kind share kept once beside. */
import { AMBITO_INTERO } from '../../ambito.ts';
import type { Posizione, Riga, Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';

/** What the rows of one kind share: a national file has 1.6 million of them. */
export interface Forma {
  /** Canonical columns, in the order of the type. */
  readonly colonne: readonly string[];
  /** For each column its 0-based cell, -1 where the value is not read from the line. */
  readonly posti: readonly number[];
  /** For each column of the type's key, the comune apart: its place among `colonne`, -1 where there is none. */
  readonly chiave: readonly number[];
  /** Place of the comune among `colonne`, -1 where there is none. */
  readonly comune: number;
  /** Of a column whose figure stands in parts: all of its 0-based cells. */
  readonly addendi: ReadonlyMap<string, readonly number[]>;
  /** Texts of the header, by 0-based cell. */
  readonly intestazioni: readonly string[];
  /** A row of this kind before it is filled: copied for each, since an object that grows column by column costs several times as much. */
  readonly vuota: Pick<Riga, 'valori' | 'posizioni'>;
}

export interface Fatto {
  /** 1-based physical line. */
  readonly riga: number;
  readonly forma: Forma;
  /** For each column of the form its value. */
  readonly dati: readonly Valore[];
  readonly celle: readonly string[];
}

/** Where the cells of a form stand. */
export interface Posti {
  /** Canonical column -> 0-based cell. */
  readonly posti: Readonly<Record<string, number>>;
  readonly addendi?: Forma['addendi'];
  readonly intestazioni: readonly string[];
}

const SENZA_ADDENDI: Forma['addendi'] = new Map();

const NESSUN_POSTO: Posizione = { riga: 0, colonna: 0, intestazione: '', scritto: '' };

/** @param presenti the canonical columns that the rows have */
export function createForma(
  tipo: Tipo,
  presenti: ReadonlySet<string>,
  { posti, addendi = SENZA_ADDENDI, intestazioni }: Posti,
): Forma {
  const colonne = tipo.colonne.map((colonna) => colonna.id).filter((id) => presenti.has(id));
  return {
    colonne,
    posti: colonne.map((id) => posti[id] ?? -1),
    chiave: tipo.chiave.filter((id) => id !== 'comune').map((id) => colonne.indexOf(id)),
    comune: colonne.indexOf('comune'),
    addendi,
    intestazioni,
    vuota: {
      valori: Object.fromEntries(colonne.map((id) => [id, null])),
      posizioni: Object.fromEntries(colonne.filter((id) => (posti[id] ?? -1) >= 0).map((id) => [id, NESSUN_POSTO])),
    },
  };
}

export function getDato({ forma, dati }: Fatto, colonna: string): Valore {
  return dati[forma.colonne.indexOf(colonna)] ?? null;
}

/** The comune of a row, `ambito` where the row names none. */
export function getComune({ forma, dati }: Fatto): string {
  const comune = dati[forma.comune];
  return typeof comune === 'string' ? comune : AMBITO_INTERO;
}

/** 0-based cell of a column, -1 where the value is not read from the line. */
export function getPosto({ forma }: Fatto, colonna: string): number {
  return forma.posti[forma.colonne.indexOf(colonna)] ?? -1;
}

/** @param celle 0-based: of a figure that is a sum, all that were added, each told as it is written */
export function toPosizione(
  { riga, celle: scritte }: Pick<Fatto, 'riga' | 'celle'>,
  intestazioni: readonly string[],
  celle: readonly [number, ...number[]],
): Posizione {
  const [prima] = celle;
  return {
    riga,
    colonna: prima + 1,
    intestazione: celle.map((posto) => intestazioni[posto] ?? '').join(' + '),
    scritto: joinScritti(celle.map((posto) => scritte[posto] ?? '')),
  };
}

/** `12 + 3 + n.d.`: what was not written in one of them must show. */
export function joinScritti(scritti: readonly string[]): string {
  const [primo = ''] = scritti;
  if (scritti.length <= 1) return primo;
  return scritti.every((scritto) => scritto.trim() === '')
    ? ''
    : scritti.map((scritto) => scritto.trim() || '(vuota)').join(' + ');
}

/** Where the value of a column of this fact stands; null where it is not read from the line. */
export function findPosizione(fatto: Fatto, colonna: string): Posizione | null {
  const { addendi, intestazioni } = fatto.forma;
  const [primo = getPosto(fatto, colonna), ...altri] = addendi.get(colonna) ?? [];
  return primo < 0 ? null : toPosizione(fatto, intestazioni, [primo, ...altri]);
}

export function toRiga(parte: string, fatto: Fatto): Riga {
  const { forma, dati, riga, celle } = fatto;
  const { colonne, posti, addendi, intestazioni } = forma;
  const valori: Record<string, Valore> = { ...forma.vuota.valori };
  const posizioni: Record<string, Posizione> = { ...forma.vuota.posizioni };
  for (let indice = 0; indice < colonne.length; indice++) {
    const colonna = colonne[indice] ?? '';
    valori[colonna] = dati[indice] ?? null;
    const posto = posti[indice] ?? -1;
    if (posto < 0) continue;
    // Written out: of every cell that is kept, nearly none is one of many.
    posizioni[colonna] = {
      riga,
      colonna: posto + 1,
      intestazione: intestazioni[posto] ?? '',
      scritto: celle[posto] ?? '',
    };
  }
  for (const [colonna, [primo = -1, ...altri]] of addendi) {
    posizioni[colonna] = toPosizione(fatto, intestazioni, [primo, ...altri]);
  }
  return { parte, riga, valori, posizioni };
}
