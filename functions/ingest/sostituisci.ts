/** A file mended on somebody's desk and brought again: the draft that it was mended from makes way for it. */
import type { Ambito } from '../core/ambito.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { type Caricamento, readCaricamento } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';
import { supersedeBozza } from './bozze.ts';
import { type FileArrivato, type Ricevuto, receiveSorgente } from './carica.ts';

/** Id of the draft whose place the file takes; undefined where it takes none's. */
type Sostituita = string | undefined;

/**
 * Asked before anything is taken in: who names a draft that is not there has mistaken something.
 * @throws RifiutoError 400
 */
export async function assertSostituibile(deposito: Deposito, { id }: Ambito, sostituisce: Sostituita): Promise<void> {
  if (sostituisce === undefined || (await readCaricamento(deposito, id, sostituisce))) return;
  throw new RifiutoError(400, `«sostituisce»: in questo ambito non c’è una bozza «${sostituisce}».`);
}

/**
 * Takes the file in and, last, closes the draft of before: after a crash in between both are there, and nothing is lost. A draft without
 * problems does not make way for one that has some: it may still be published.
 */
export async function receiveAlPosto(
  deposito: Deposito,
  arrivato: FileArrivato,
  sostituisce: Sostituita,
): Promise<Ricevuto> {
  const ricevuto = await receiveSorgente(deposito, arrivato);
  if (sostituisce === undefined) return ricevuto;
  const { ambito, ruolo, autore, adesso } = arrivato;
  const prima = await readCaricamento(deposito, ambito, sostituisce);
  if (prima && isRimpiazzo(ricevuto.caricamento, prima)) {
    const dopo = ricevuto.caricamento.id;
    await supersedeBozza(deposito, prima, { quando: adesso.toISOString(), ruolo, autore, dopo });
  }
  return ricevuto;
}

function isRimpiazzo(dopo: Caricamento, prima: Caricamento): boolean {
  return dopo.stato !== 'rifiutato' || prima.stato === 'rifiutato';
}
