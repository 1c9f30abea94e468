/** The original of a draft read again, as a person says that it should be: another reading of the same file is another draft. */
import type { Ruolo } from '../core/http/ruoli.ts';
import type { Contesto } from '../core/tabelle/lettura/leggi.ts';
import type { Caricamento } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { supersedeBozza } from './bozze.ts';
import { type FileRicevuto, receiveSorgente } from './carica.ts';
import { normalizeCorrezioni, omitAssenti } from './parametri.ts';

export interface RichiestaCorrezione extends Pick<FileRicevuto, 'autore' | 'adesso'> {
  readonly caricamento: Caricamento;
  readonly ruolo: Ruolo;
  /** As {@link Contesto} has them; empty for the reader's own reading. */
  readonly correzioni: string;
  /** Another sheet of the same workbook. */
  readonly foglio?: string | undefined;
}

/**
 * Reads again and, last, withdraws the draft that the new one takes the place of: after a crash in between both are there, and nothing
 * is lost. What the organi are looking at stays before their eyes; an operatore withdraws only their own.
 * @throws CorrezioneError where the corrections are not written as they should
 */
export async function rereadCaricamento(
  deposito: Deposito,
  { caricamento: prima, ruolo, autore, adesso, correzioni, foglio }: RichiestaCorrezione,
): Promise<{ caricamento: Caricamento; nuovo: boolean }> {
  const sorgente = await deposito.originali.open(prima.sha256);
  if (!sorgente) throw new ContenutoGuastoError(`originale ${prima.sha256} non trovato`);
  const { correzioni: _superate, ...resto } = prima.contesto;
  const contesto: Contesto = omitAssenti({
    ...resto,
    foglio: foglio ?? resto.foglio,
    correzioni: normalizeCorrezioni(correzioni),
  });
  const { ambito, tipo, fonte, nomeFile } = prima;
  const parametri = { tipo, contesto, fonte, ...(nomeFile && { nomeFile }) };
  // It is among the originals already.
  const keep = async () => undefined;
  const riletto = await receiveSorgente(deposito, { ambito, sorgente, keep, parametri, ruolo, autore, adesso });
  if (riletto.caricamento.id !== prima.id && (ruolo !== 'operatore' || prima.autore === autore)) {
    await supersedeBozza(deposito, prima, { quando: adesso.toISOString(), ruolo });
  }
  return riletto;
}
