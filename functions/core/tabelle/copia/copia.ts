/**
 * The copy to be corrected: the file that a person brought, in the canonical layout of its type. What was read is written in its plain
 * form; what was not stands as it was, with what is expected beside it. Nothing is mended in silence: a likely value is named in the
 * message, and what the layout has no place for is told below the table.
 */
import type { Ambito } from '../../ambito.ts';
import { type Cella, type Importo, writeCsv } from '../../http/csv.ts';
import type { Rilevatore } from '../lettura/codifica.ts';
import type { FoglioAperto } from '../lettura/foglio.ts';
import { COLONNA_DA_CORREGGERE } from '../lettura/layout-canonico.ts';
import { type Attesa, feedFoglio, feedPezzi } from '../lettura/leggi.ts';
import { Lettore } from '../lettura/lettore.ts';
import type { Problema } from '../lettura/problema.ts';
import { Rifiuto } from '../lettura/rifiuto.ts';
import { type Scarto, Scritto } from '../lettura/scarto.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { formatCella } from './celle.ts';
import { divideDichiarati } from './dichiarati.ts';
import { findOstacolo, groupByRiga, isAltrove, pickMessaggi, writeMessaggio } from './messaggi.ts';
import { describeFuori } from './note.ts';

/** One line of the copy. */
interface RigaCopia {
  /** Of the file that it comes from. */
  readonly riga: number;
  readonly valori: Scarto['valori'];
  readonly messaggio: string;
}

/** Beyond which nobody could be answered with the copy. */
export interface Misura {
  /** Keeps them out of memory. */
  readonly righe: number;
  /** Of the copy as it is sent. */
  readonly byte: number;
}

const SENZA_MISURA: Misura = { righe: Number.POSITIVE_INFINITY, byte: Number.POSITIVE_INFINITY };

/**
 * @param feed gives the reader the file, and tells why it cannot be read where it cannot
 * @returns the copy as CSV, or why there is none: what a person must do first
 */
export function copyLetto(
  attesa: Attesa,
  feed: (lettore: Lettore) => Rifiuto | null,
  misura = SENZA_MISURA,
): string | Rifiuto {
  const raccolta = new RaccoltaCopia(attesa, misura);
  try {
    return feed(raccolta.lettore) ?? raccolta.write();
  } catch (errore) {
    return refuseEccessiva(errore);
  }
}

/** The same of the sheet of a spreadsheet. */
export function copyFoglio(aperto: FoglioAperto, attesa: Attesa, misura: Misura): string | Rifiuto {
  return copyLetto(attesa, (lettore) => feedFoglio(lettore, aperto), misura);
}

/**
 * The same of a text of any size, read as it comes: of it the rows of the ambito alone are held, since they alone are in the copy.
 * @param rilevatore through which all the pieces have passed
 * @param massimoRighe beyond which there is no copy: so many rows fit no answer
 */
export async function streamCopia(
  pezzi: AsyncIterable<Uint8Array>,
  rilevatore: Rilevatore,
  { misura, ...attesa }: Attesa & { readonly misura: Misura },
): Promise<string | Rifiuto> {
  const raccolta = new RaccoltaCopia(attesa, misura);
  try {
    return (await feedPezzi(raccolta.lettore, pezzi, rilevatore)) ?? raccolta.write();
  } catch (errore) {
    return refuseEccessiva(errore);
  }
}

/** The reading goes no further: nobody will have this copy. */
class CopiaEccessivaError extends Error {
  override readonly name = 'CopiaEccessivaError';
}

function refuseEccessiva(errore: unknown): Rifiuto {
  if (errore instanceof CopiaEccessivaError) return COPIA_ECCESSIVA;
  throw errore;
}

export const COPIA_ECCESSIVA = new Rifiuto(
  'copia-eccessiva',
  'La copia avrebbe troppe righe per essere scaricata. Dividi il file in più parti, per esempio una per anno o una per comune, e caricale una alla volta.',
);

/** What the reader takes and what it leaves, until the copy is written. */
class RaccoltaCopia {
  readonly lettore: Lettore;
  readonly #attesa: Attesa;
  readonly #misura: Misura;
  readonly #buone: Scarto[] = [];
  readonly #scarti: Scarto[] = [];
  /** Problems whose messages have been counted, and how long these are: all of them will be in the copy. */
  #pesati = 0;
  #caratteri = 0;

  constructor(attesa: Attesa, misura: Misura) {
    this.#attesa = attesa;
    this.#misura = misura;
    this.lettore = new Lettore({
      ...attesa,
      onFatto: ({ riga, forma, dati, celle }) => {
        const valori = Object.fromEntries(forma.colonne.map((id, indice) => [id, dati[indice] ?? null]));
        this.#hold(this.#buone, { riga, celle, valori, posti: {} });
      },
      onScarto: (scarto) => this.#hold(this.#scarti, scarto),
    });
  }

  #hold(righe: Scarto[], riga: Scarto): void {
    righe.push(riga);
    const tenute = this.#buone.length + this.#scarti.length;
    if (tenute > this.#misura.righe || this.#weigh() > this.#misura.byte) throw new CopiaEccessivaError();
  }

  /** @returns characters of the copy, at the least: a file that is wrong in every cell gives one ten times as long */
  #weigh(): number {
    const { problemi } = this.lettore.problemi;
    for (; this.#pesati < problemi.length; this.#pesati++) {
      const problema = problemi[this.#pesati];
      if (problema && !isAltrove(problema)) this.#caratteri += writeMessaggio(problema).length;
    }
    return this.#caratteri;
  }

  write(): string | Rifiuto {
    const { tipo, ambito } = this.#attesa;
    const buone = this.#buone;
    const scarti = this.#scarti;
    const { problemi } = this.lettore.problemi;
    const ostacolo = findOstacolo(problemi, buone.length + scarti.filter(hasValori).length);
    if (ostacolo) return ostacolo;
    const { tenuti, esclusi } = divideDichiarati(tipo, [...buone, ...scarti], this.lettore.dichiarati);
    const righe = [
      ...buone.map(({ riga, valori }) => ({ riga, valori, messaggio: '' })),
      ...mergeDichiarati(tipo, tenuti),
      ...writeScarti(scarti, problemi),
    ].sort((a, b) => a.riga - b.riga);
    const interpretazione = this.lettore.interprete.toInterpretazione();
    const copia = compose({ tipo, ambito, righe }, describeFuori({ problemi, esclusi, interpretazione }));
    return exceeds(copia, this.#misura.byte) ? COPIA_ECCESSIVA : copia;
  }
}

function hasValori({ valori }: Scarto): boolean {
  return Object.keys(valori).length > 0;
}

/** The figures that one line declares about one key make one row. */
function mergeDichiarati(tipo: Tipo, dichiarati: readonly Dichiarato[]): RigaCopia[] {
  const perChiave = new Map<string, { riga: number; valori: Record<string, Valore> }>();
  for (const { valori, misura, valore, posizione } of dichiarati) {
    const chiave = JSON.stringify([posizione.riga, tipo.chiave.map((id) => valori[id] ?? null)]);
    const riga = perChiave.get(chiave) ?? { riga: posizione.riga, valori: { ...valori } };
    riga.valori[misura] = valore;
    perChiave.set(chiave, riga);
  }
  return [...perChiave.values()].map((riga) => ({ ...riga, messaggio: '' }));
}

/** Each line that was not taken, with what is wrong with it; what no cell of the copy can hold waits on a line of its own. */
function writeScarti(scarti: readonly Scarto[], problemi: readonly Problema[]): RigaCopia[] {
  const perRiga = groupByRiga(problemi);
  const detti = new Set<Problema>();
  const scritte = scarti.filter(hasValori).map(({ riga, valori, posti }) => {
    const suoi = pickMessaggi(perRiga.get(riga) ?? [], { valori, posti });
    for (const problema of suoi) detti.add(problema);
    return { riga, valori, messaggio: joinMessaggi(suoi) };
  });
  const intere = new Map(scarti.filter((scarto) => !hasValori(scarto)).map(({ riga, celle }) => [riga, celle]));
  const sospese = [...perRiga].flatMap(([riga, suoi]) => {
    const taciuti = suoi.filter((problema) => !detti.has(problema) && !isAltrove(problema));
    if (taciuti.length === 0) return [];
    const scritta = riga === null ? undefined : (intere.get(riga)?.join(' | ') ?? taciuti[0]?.valore);
    const dove = riga === null ? '' : `Riga ${riga} del file${scritta ? `, «${scritta}»` : ''}. `;
    return [{ riga: riga ?? Number.MAX_SAFE_INTEGER, valori: {}, messaggio: dove + joinMessaggi(taciuti) }];
  });
  return [...scritte, ...sospese];
}

function joinMessaggi(problemi: readonly Problema[]): string {
  return problemi.map(writeMessaggio).join(' ');
}

function exceeds(copia: string, massimoByte: number): boolean {
  return copia.length > massimoByte || new TextEncoder().encode(copia).length > massimoByte;
}

interface DaComporre {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  readonly righe: readonly RigaCopia[];
}

function compose({ tipo, ambito, righe }: DaComporre, note: readonly string[]): string {
  const colonne = listColonne(tipo, righe);
  const posti = colonne.map((id) => ({ tipo, ambito, id }));
  const write = ({ valori, messaggio }: RigaCopia): (Cella | Importo)[] => [
    ...posti.map((posto) => {
      const valore = valori[posto.id] ?? null;
      return valore instanceof Scritto ? valore.testo : formatCella(posto, valore);
    }),
    messaggio,
  ];
  return writeCsv(
    [...colonne, COLONNA_DA_CORREGGERE],
    [...righe.map(write), ...note.map((nota) => [`Nota: ${nota}`, ...colonne.map(() => '')])],
  );
}

/**
 * Those that any row has. The code is written only where it could not be read: the name says which comune it is, and a spreadsheet would
 * take the zero from the code.
 */
function listColonne(tipo: Tipo, righe: readonly RigaCopia[]): string[] {
  const presenti = new Set<string>();
  for (const { valori } of righe) for (const id of Object.keys(valori)) presenti.add(id);
  const conCodice = righe.some(({ valori }) => valori.codice_istat instanceof Scritto);
  const proprie = tipo.colonne.map(({ id }) => id).filter((id) => id !== 'codice_istat' && presenti.has(id));
  return conCodice ? ['codice_istat', ...proprie] : proprie;
}
