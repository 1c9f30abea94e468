/** A received file handed back as it came: in the answer, or, too large for one, where a signature lets it out. */
import { MASSIMO_FILE_BYTE } from '../core/http/rotte.ts';
import { getEstensione } from '../core/tabelle/lettura/firma.ts';
import type { Originali, Sorgente } from '../store/deposito.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { altrove, type Durata, file, type Risposta, toNomeSicuro } from './risposta.ts';

/** For who follows a redirect at once, over a slow line too: what has begun in time goes on to its end. */
const VALIDITA_MS = 5 * 60 * 1000;

interface OriginaleChiesto {
  readonly sha256: string;
  readonly nomeFile: string | undefined;
  /** What a file that came without a name is called, before its extension. */
  readonly senzaNome: string;
  readonly adesso: Date;
  readonly durata?: Durata;
}

/** The largest request and the largest answer have one measure: both travel as base64 through a function. */
export async function answerOriginale(
  originali: Originali,
  { sha256, nomeFile, senzaNome, adesso, durata }: OriginaleChiesto,
): Promise<Risposta> {
  const sorgente = await originali.open(sha256);
  if (!sorgente) throw new ContenutoGuastoError(`originale ${sha256} non trovato`);
  if (sorgente.byte <= MASSIMO_FILE_BYTE) {
    const byte = await originali.get(sha256);
    if (!byte) throw new ContenutoGuastoError(`originale ${sha256} non trovato`);
    return file(byte, nomeFile ?? `${senzaNome}.${getEstensione(byte)}`, durata);
  }
  const nome = nomeFile ?? `${senzaNome}.${getEstensione(await readTesta(sorgente))}`;
  const scadeIl = new Date(adesso.getTime() + VALIDITA_MS);
  return altrove(await originali.sign(sha256, { nomeFile: toNomeSicuro(nome), scadeIl }));
}

/** The first bytes alone. */
async function readTesta(sorgente: Sorgente): Promise<Uint8Array> {
  for await (const pezzo of sorgente.open()) return pezzo;
  return new Uint8Array();
}
