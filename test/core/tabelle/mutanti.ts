/**
 * Published tables, each broken in one place as offices, programs and networks break files: what becomes of them. A mutant is told where it
 * is refused or where a check of the whole ambito finds something that it did not find before; it is silent where it reads to other facts and nobody
 * says a word.
 */
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import type { Quadro } from '../../../functions/core/quadro.ts';
import { readLinee } from '../../../functions/core/tabelle/lettura/csv.ts';
import type { Lettura } from '../../../functions/core/tabelle/lettura/leggi.ts';
import type { Parte, Riga, Tabella } from '../../../functions/core/tabelle/tabella.ts';
import type { TipoId } from '../../../functions/core/tabelle/tipo.ts';
import { findChiaviInDueParti } from '../../../functions/ingest/chiavi-doppie.ts';
import { composeTabella } from '../../../functions/ingest/componi.ts';
import { type Campione, listCampioni, readCampione } from '../campioni.ts';
import { type Caso, createCaso, GUASTI, type Guasto } from './guasti.ts';

/**
 * - `rifiutato`: with problems, or one fact in two parti: it cannot be published
 * - `segnalato`: other facts, and a finding that was not there
 * - `avvisato`: other facts, and the preview tells what to look at
 * - `uguale`: the same facts
 * - `parole`: the same figures, days and choices; a free text differs, as it does in the file
 * - `mancante`: the same facts, some without a figure: missing, as the file has it, and never another one
 * - `silenzioso`: other facts, and nothing said
 * - `parziale`: taken, though a line of it was neither read nor told
 * - `caduto`: the reader threw
 */
export const ESITI = [
  'rifiutato',
  'segnalato',
  'avvisato',
  'uguale',
  'parole',
  'mancante',
  'silenzioso',
  'parziale',
  'caduto',
] as const;
export type Esito = (typeof ESITI)[number];

export interface Mutante {
  readonly guasto: Guasto;
  readonly campione: Campione;
  /** A total that the source itself states covers the figures of the table. */
  readonly conTotale: boolean;
  readonly esito: Esito;
  readonly byte: Uint8Array;
}

interface Tavolo {
  readonly campione: Campione;
  readonly caso: Caso;
  readonly lettura: Lettura;
  readonly conTotale: boolean;
  readonly quadro: Quadro;
  readonly segnalazioni: ReadonlySet<string>;
}

/** The kinds in turn, on tables taken by chance. @param seme the same seed gives the same mutants */
export function* runMutanti(quanti: number, seme: number): Generator<Mutante> {
  const tavoli = prepareTavoli();
  const random = createRandom(seme);
  for (let fatti = 0, tentativi = 0; fatti < quanti; tentativi++) {
    const guasto = GUASTI[tentativi % GUASTI.length];
    const tavolo = tavoli[Math.floor(random() * tavoli.length)];
    const byte = tavolo && guasto?.break(tavolo.caso, random);
    // Not every table has what a kind breaks: another one is taken.
    if (!tavolo || !guasto || !byte) continue;
    fatti += 1;
    yield { guasto, campione: tavolo.campione, conTotale: tavolo.conTotale, byte, esito: judge(tavolo, byte) };
  }
}

function prepareTavoli(): Tavolo[] {
  const letti = listCampioni().map((campione) => ({ campione, lettura: readCampione(campione) }));
  const quadri = new Map<string, Quadro>();
  for (const { campione, lettura } of letti) {
    const { ambito, tipo } = campione;
    const tabelle = new Map(quadri.get(ambito.id)?.tabelle);
    quadri.set(ambito.id, { ambito, tabelle: tabelle.set(tipo.id, graft(tabelle, campione, lettura)) });
  }
  const segnalazioni = new Map([...quadri].map(([id, quadro]) => [id, listSegnalazioni(quadro)]));
  return letti.flatMap(({ campione, lettura }) => {
    if (lettura.interpretazione.avvisi)
      throw new Error(`${campione.path}: ${lettura.interpretazione.avvisi.join(' ')}`);
    const quadro = quadri.get(campione.ambito.id);
    if (!quadro) return [];
    return [
      {
        campione,
        caso: createCaso(campione.byte, lettura),
        lettura,
        conTotale: lettura.dichiarati.some(({ ruolo }) => ruolo === 'somma-colonna' || ruolo === 'somma-riga'),
        quadro,
        segnalazioni: segnalazioni.get(campione.ambito.id) ?? new Set(),
      },
    ];
  });
}

function judge(tavolo: Tavolo, byte: Uint8Array): Esito {
  const { campione, quadro } = tavolo;
  try {
    const lettura = readCampione({ ...campione, byte });
    if (lettura.problemiTotali > 0) return 'rifiutato';
    if (!tellsEveryLinea(byte, lettura)) return 'parziale';
    const innocuo = compareFatti(tavolo, lettura);
    if (innocuo) return innocuo;
    const tabelle = new Map(quadro.tabelle);
    const tabella = graft(tabelle, campione, lettura);
    if (findChiaviInDueParti(tabella, campione.contesto.parte, quadro.ambito).length > 0) return 'rifiutato';
    const trovate = listSegnalazioni({ ...quadro, tabelle: tabelle.set(campione.tipo.id, tabella) });
    if ([...trovate].some((una) => !tavolo.segnalazioni.has(una))) return 'segnalato';
    return lettura.interpretazione.avvisi === undefined ? 'silenzioso' : 'avvisato';
  } catch {
    return 'caduto';
  }
}

function graft(tabelle: ReadonlyMap<TipoId, Tabella>, { tipo, contesto }: Campione, lettura: Lettura): Tabella {
  const parte: Parte = {
    parte: contesto.parte,
    sha256: contesto.parte,
    fonte: { documento: contesto.parte },
    righe: lettura.righe.length,
  };
  return composeTabella({ tipo, corrente: tabelle.get(tipo.id) ?? null, parte, lettura });
}

/**
 * What is harmless of a difference, null where facts or declared figures are others. A total that is lost takes a check away, and nothing
 * wrong is published.
 */
function compareFatti({ campione: { tipo }, ...tavolo }: Tavolo, lettura: Lettura): Esito | null {
  const inParole = new Set(tipo.colonne.flatMap(({ id, formato }) => (formato === 'testo' ? [id] : [])));
  const chiave = new Set(tipo.chiave);
  const [prima, dopo] = [tavolo.lettura.righe, lettura.righe];
  if (prima.length !== dopo.length) return null;
  const isStesso = (conta: (colonna: string) => boolean) => {
    const [vecchi, nuovi] = [prima, dopo].map((righe) => listFatti(righe, conta));
    const noti = new Set(listDichiarati(tavolo.lettura, conta));
    return (
      listDichiarati(lettura, conta).every((dichiarato) => noti.has(dichiarato)) &&
      (vecchi?.every((fatto, indice) => fatto === nuovi?.[indice]) ?? false)
    );
  };
  if (isStesso(() => true)) return 'uguale';
  if (isStesso((colonna) => !inParole.has(colonna))) return 'parole';
  if (!isStesso((colonna) => chiave.has(colonna))) return null;
  const note = new Set(prima.flatMap(({ valori }) => listCifre(valori, chiave)));
  return dopo.flatMap(({ valori }) => listCifre(valori, chiave)).every((cifra) => note.has(cifra)) ? 'mancante' : null;
}

/** Wherever they stand in the file. */
function listFatti(righe: readonly Riga[], conta: (colonna: string) => boolean): string[] {
  return righe
    .map(({ valori }) =>
      JSON.stringify(
        Object.entries(valori)
          .filter(([id]) => conta(id))
          .toSorted(),
      ),
    )
    .toSorted();
}

/** What a row states, each statement with its key. */
function listCifre(valori: Riga['valori'], chiave: ReadonlySet<string>): string[] {
  const diChi = [...chiave].map((id) => valori[id] ?? null);
  return Object.entries(valori)
    .filter(([id, valore]) => !chiave.has(id) && valore !== null)
    .map((cifra) => JSON.stringify([diChi, cifra]));
}

function listDichiarati({ dichiarati }: Lettura, conta: (colonna: string) => boolean): string[] {
  return dichiarati.map(({ posizione: _, valori, ...dichiarato }) =>
    JSON.stringify([Object.entries(valori).filter(([id]) => conta(id)), dichiarato]),
  );
}

function listSegnalazioni(quadro: Quadro): Set<string> {
  const trovate = CONTROLLI.flatMap((controllo) => controllo.run(quadro));
  return new Set(
    trovate.map(({ codice, gravita, tipo, parte, comune, periodo, dichiarato, ricalcolato }) =>
      JSON.stringify([codice, gravita, tipo, parte, comune, periodo, dichiarato, ricalcolato]),
    ),
  );
}

const SEPARATORI: Readonly<Record<string, string>> = {
  'punto e virgola (;)': ';',
  tabulazione: '\t',
  'barra verticale (|)': '|',
  'virgola (,)': ',',
};

/** Every line that says something is a fact, a declared figure, part of the header, or told in the preview as left out. */
function tellsEveryLinea(byte: Uint8Array, { righe, dichiarati, interpretazione }: Lettura): boolean {
  const { separatore, intestazione, righeEscluse } = interpretazione;
  const dette = new Set([
    ...righe.map(({ riga }) => riga),
    ...dichiarati.map(({ posizione }) => posizione.riga),
    ...righeEscluse.map(({ riga }) => riga),
    ...intestazione,
  ]);
  const linee = readLinee(new TextDecoder().decode(byte), SEPARATORI[separatore] ?? ';');
  return linee.every(({ riga, celle }) => dette.has(riga) || celle.every((cella) => cella.trim() === ''));
}

/** Mulberry32: the same numbers on every machine. */
function createRandom(seme: number): () => number {
  let stato = seme;
  return () => {
    stato = (stato + 0x6d2b79f5) | 0;
    let misto = Math.imul(stato ^ (stato >>> 15), 1 | stato);
    misto = (misto + Math.imul(misto ^ (misto >>> 7), 61 | misto)) ^ misto;
    return ((misto ^ (misto >>> 14)) >>> 0) / 2 ** 32;
  };
}
