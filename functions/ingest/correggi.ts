/** The original of a draft read again, as a person says that it should be: another reading of the same file is another draft. */
import type { Contesto } from '../core/tabelle/lettura/leggi.ts';
import type { Caricamento } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { supersedeBozza } from './bozze.ts';
import { type FileRicevuto, type Parametri, type Ricevuto, receiveSorgente } from './carica.ts';
import { normalizeCorrezioni, omitAssenti } from './parametri.ts';

/** What a person says of a reading. */
export interface Correzione {
  /** As {@link Contesto} has them; empty for the reader's own reading. */
  readonly correzioni: string;
  /** Another sheet of the same workbook. */
  readonly foglio?: string | undefined;
}

/**
 * @returns what the draft was brought with, corrected
 * @throws CorrezioneError where the corrections are not written as they should
 */
export function correctContesto(
  { contesto: { correzioni: _superate, ...resto } }: Caricamento,
  { correzioni, foglio }: Correzione,
): Contesto {
  return omitAssenti({ ...resto, foglio: foglio ?? resto.foglio, correzioni: normalizeCorrezioni(correzioni) });
}

/** What the new draft is made of, beside the bytes. */
export function toParametriRilettura({ tipo, fonte, nomeFile }: Caricamento, contesto: Contesto): Parametri {
  return { tipo, contesto, fonte, ...(nomeFile && { nomeFile }) };
}

export interface RichiestaRilettura extends Pick<FileRicevuto, 'ruolo' | 'autore' | 'adesso'> {
  readonly caricamento: Caricamento;
  readonly contesto: Contesto;
}

/**
 * Reads again and, last, closes the draft that the new one takes the place of: after a crash in between both are there, and nothing
 * is lost.
 */
export async function rereadCaricamento(
  deposito: Deposito,
  { caricamento: prima, contesto, ruolo, autore, adesso }: RichiestaRilettura,
): Promise<Ricevuto> {
  const { ambito } = prima;
  const sorgente = await deposito.originali.open(prima.sha256);
  if (!sorgente) throw new ContenutoGuastoError(`originale ${prima.sha256} non trovato`);
  // It is among the originals already, or it is not the file that was brought.
  const keep = async (sha256: string) => {
    if (sha256 !== prima.sha256) throw new ContenutoGuastoError(`originale ${prima.sha256}: i byte sono altri`);
  };
  const parametri = toParametriRilettura(prima, contesto);
  const riletto = await receiveSorgente(deposito, { ambito, sorgente, keep, parametri, ruolo, autore, adesso });
  await supersedeBozza(deposito, prima, {
    quando: adesso.toISOString(),
    ruolo,
    autore,
    dopo: riletto.caricamento.id,
  });
  return riletto;
}
