/** What the storage tells when a signed upload has landed, or a large file is to be read again: an S3 event, which may come more than once, late, or out of order. */
import type { S3Event, S3EventRecord } from 'aws-lambda';
import type { Dipendenze } from '../http/gestore.ts';
import type { Nota } from '../http/giornale.ts';
import {
  type Arrivi,
  type Arrivo,
  claimArrivo,
  concludeArrivo,
  keyOggetto,
  parseOggetto,
  readArrivo,
} from '../store/arrivi.ts';
import { type Caricamento, readCaricamento } from '../store/caricamenti.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { rereadCaricamento } from './correggi.ts';
import { receiveAlPosto } from './sostituisci.ts';

export interface DipendenzeIngest extends Dipendenze {
  readonly arrivi: Arrivi;
  readonly annota: (nota: Nota) => void;
}

/** @param id of the request: the same when a call that failed is made again */
export type Ricezione = (evento: S3Event, id: string) => Promise<void>;

/** What came of a record of an event. */
type Esito = 'letto' | 'estraneo' | 'gia-letto' | 'di-altri' | 'non-arrivato';

/**
 * Each record is read on its own; a fault of one is told at the end, so that the event comes again and the others are found done.
 * @throws AggregateError
 */
export function createRicezione(dipendenze: DipendenzeIngest): Ricezione {
  return async ({ Records }, id) => {
    const guasti: unknown[] = [];
    for (const registrazione of Records) {
      const inizioMs = performance.now();
      try {
        const { esito, ...dati } = await receiveArrivo(dipendenze, registrazione, id);
        const durataMs = Math.round(performance.now() - inizioMs);
        dipendenze.annota({ id, evento: 'arrivo', dati: { esito, ...dati, durataMs } });
      } catch (errore) {
        dipendenze.giornale({ id, rotta: 'arrivo', errore });
        guasti.push(errore);
      }
    }
    if (guasti.length > 0) throw new AggregateError(guasti, `${guasti.length} arrivi non letti`);
  };
}

interface Resoconto {
  readonly esito: Esito;
  readonly ambito?: string;
  readonly arrivo?: string;
  readonly byte?: number;
  readonly righe?: number;
  readonly problemi?: number;
}

async function receiveArrivo(dipendenze: DipendenzeIngest, { s3 }: S3EventRecord, id: string): Promise<Resoconto> {
  const { deposito, arrivi, now } = dipendenze;
  const chiave = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
  const detto = parseOggetto(chiave);
  const arrivo = detto && (await readArrivo(deposito, detto.ambito, detto.id));
  if (!arrivo) return { esito: 'estraneo' };
  const dove = { ambito: arrivo.ambito, arrivo: arrivo.id };
  const preso = await claimArrivo(deposito, arrivo, { richiesta: id, adesso: now() });
  if (!preso) {
    const { stato } = (await readArrivo(deposito, arrivo.ambito, arrivo.id)) ?? arrivo;
    if (stato !== 'letto') return { esito: 'di-altri', ...dove };
    await arrivi.remove(chiave);
    return { esito: 'gia-letto', ...dove };
  }
  try {
    const letto = await readArrivato(dipendenze, preso);
    // The event was of a file that is no longer there: whoever sends it anew has an event of its own.
    if (!letto) return await concludeSenza(dipendenze, preso, dove);
    const { righe, problemiTotali } = letto;
    await concludeArrivo(deposito, preso, 'letto');
    await arrivi.remove(chiave);
    return { esito: 'letto', ...dove, byte: arrivo.byte, righe, problemi: problemiTotali };
  } catch (errore) {
    // Told to who waits; if this cannot be written either, time will tell.
    await concludeArrivo(deposito, preso, 'fallito').catch(() => undefined);
    throw errore;
  }
}

async function concludeSenza(
  { deposito }: DipendenzeIngest,
  preso: Arrivo,
  dove: Pick<Resoconto, 'ambito' | 'arrivo'>,
): Promise<Resoconto> {
  await concludeArrivo(deposito, preso, 'fallito');
  return { esito: 'non-arrivato', ...dove };
}

/** @returns null where there is nothing to read */
function readArrivato(dipendenze: DipendenzeIngest, arrivo: Arrivo): Promise<Caricamento | null> {
  return arrivo.rilegge === undefined
    ? readGiunto(dipendenze, arrivo)
    : rereadConservato(dipendenze, arrivo, arrivo.rilegge);
}

async function readGiunto({ deposito, arrivi, now }: DipendenzeIngest, arrivo: Arrivo): Promise<Caricamento | null> {
  const { ambito, tipo, contesto, fonte, ruolo, autore, sostituisce } = arrivo;
  const chiave = keyOggetto(arrivo);
  const sorgente = await arrivi.open(chiave);
  if (!sorgente) return null;
  const keep = (sha256: string) => {
    // The signature let in these bytes alone: others are a fault, and nothing of them is kept.
    if (sha256 !== arrivo.sha256) throw new ContenutoGuastoError(`arrivo ${arrivo.id}: i byte non sono quelli firmati`);
    return arrivi.keep(chiave, sha256);
  };
  const parametri = { tipo, contesto, fonte };
  const arrivato = { ambito, sorgente, keep, parametri, ruolo, autore, adesso: now() };
  const { caricamento } = await receiveAlPosto(deposito, arrivato, sostituisce);
  return caricamento;
}

/** What has landed is a call alone: the bytes are among the originals. */
async function rereadConservato({ deposito, now }: DipendenzeIngest, arrivo: Arrivo, id: string): Promise<Caricamento> {
  const prima = await readCaricamento(deposito, arrivo.ambito, id);
  if (!prima) throw new ContenutoGuastoError(`arrivo ${arrivo.id}: la bozza ${id} da rileggere non c’è`);
  const { contesto, ruolo, autore } = arrivo;
  return (await rereadCaricamento(deposito, { caricamento: prima, contesto, ruolo, autore, adesso: now() }))
    .caricamento;
}
