/** Corrections of a reading: answered at once where the file came with a request, promised where it is too large for one. */
import { randomBytes } from 'node:crypto';
import { MASSIMO_FILE_BYTE } from '../core/http/rotte.ts';
import type { Gestori } from '../http/gestore.ts';
import { json } from '../http/risposta.ts';
import { type Arrivi, type Arrivo, keyOggetto, putArrivo } from '../store/arrivi.ts';
import type { Deposito } from '../store/deposito.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { identifyCaricamento } from './carica.ts';
import { toCaricamentoDto, toPseudonimo } from './caricamenti.ts';
import { correctContesto, type RichiestaRilettura, rereadCaricamento, toParametriRilettura } from './correggi.ts';
import { toArrivoDto } from './presenta-arrivo.ts';

/** The storage calls within seconds; later than this it was not told, and who waits had better ask again. */
const CHIAMATA_MS = 15 * 60 * 1000;

export function createRilettura(arrivi: Arrivi): Pick<Gestori<'ingest'>, 'caricamento-correggi'> {
  return {
    'caricamento-correggi': async ({ deposito, risorse, corpo, ruolo, autore, now }) => {
      const richiesta: RichiestaRilettura = {
        caricamento: risorse.caricamento,
        contesto: correctContesto(risorse.caricamento, corpo),
        ruolo,
        autore: toPseudonimo(autore, risorse.ambito),
        adesso: now(),
      };
      const byte = await measureOriginale(deposito, risorse.caricamento.sha256);
      if (byte > MASSIMO_FILE_BYTE) {
        const arrivo = await promiseRilettura(deposito, arrivi, { ...richiesta, byte });
        return json(toArrivoDto(arrivo, richiesta.adesso), { stato: 202 });
      }
      const { caricamento, nuovo } = await rereadCaricamento(deposito, richiesta);
      return json(toCaricamentoDto(caricamento), { stato: nuovo ? 201 : 200 });
    },
  };
}

async function measureOriginale({ originali }: Deposito, sha256: string): Promise<number> {
  const sorgente = await originali.open(sha256);
  if (!sorgente) throw new ContenutoGuastoError(`originale ${sha256} non trovato`);
  return sorgente.byte;
}

/** Promised before it is announced: who is called must find what to do. A promise that was never announced is over by itself. */
async function promiseRilettura(
  deposito: Deposito,
  arrivi: Arrivi,
  { caricamento, contesto, ruolo, autore, adesso, byte }: RichiestaRilettura & { readonly byte: number },
): Promise<Arrivo> {
  const { ambito, id, sha256 } = caricamento;
  const parametri = toParametriRilettura(caricamento, contesto);
  const arrivo: Arrivo = {
    ambito,
    id: randomBytes(16).toString('hex'),
    stato: 'atteso',
    caricamento: identifyCaricamento(ambito, sha256, parametri),
    tipo: parametri.tipo,
    contesto,
    fonte: parametri.fonte,
    rilegge: id,
    byte,
    sha256,
    ruolo,
    ...(autore !== undefined && { autore }),
    firmatoIl: adesso.toISOString(),
    scadeIl: new Date(adesso.getTime() + CHIAMATA_MS).toISOString(),
  };
  await putArrivo(deposito, arrivo);
  await arrivi.announce(keyOggetto(arrivo));
  return arrivo;
}
