/** Files too large for a request: a signature lets them in on their own, and one asks what became of them. */
import { randomBytes } from 'node:crypto';
import { formatNumero } from '../core/formato.ts';
import { MASSIMO_FIRMATO_BYTE } from '../core/http/rotte.ts';
import type { Ruolo } from '../core/http/ruoli.ts';
import type { FirmaDto } from '../core/http/schemi.ts';
import { TIPI } from '../core/tabelle/index.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import type { Gestori } from '../http/gestore.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { json } from '../http/risposta.ts';
import { type Arrivi, type Arrivo, keyOggetto, putArrivo } from '../store/arrivi.ts';
import { identifyCaricamento } from './carica.ts';
import { toPseudonimo } from './caricamenti.ts';
import { toParametri } from './parametri.ts';
import { toArrivoDto } from './presenta-arrivo.ts';
import { assertSostituibile } from './sostituisci.ts';

const MEGABYTE = 1024 * 1024;
/** 256 MB in an hour are 600 kbit/s: the slowest line of an office. */
const VALIDITA_MS = 60 * 60 * 1000;

export function createFirma(arrivi: Arrivi): Pick<Gestori<'ingest'>, 'firma' | 'arrivo'> {
  return {
    firma: async ({ deposito, risorse: { ambito }, query, corpo, ruolo, autore, now }) => {
      assertNazionale(ruolo, query.tipo);
      if (corpo.byte > MASSIMO_FIRMATO_BYTE) {
        const massimo = `${MASSIMO_FIRMATO_BYTE / MEGABYTE} MB`;
        throw new RifiutoError(
          413,
          `Il file è di ${formatNumero(corpo.byte / MEGABYTE, 1)} MB e il massimo è ${massimo}: va diviso in più parti.`,
        );
      }
      const { sostituisce, ...contesto } = query;
      await assertSostituibile(deposito, ambito, sostituisce);
      const parametri = toParametri(ambito, contesto);
      const sha256 = corpo.sha256.toLowerCase();
      const adesso = now();
      const scadeIl = new Date(adesso.getTime() + VALIDITA_MS);
      const pseudonimo = toPseudonimo(autore, ambito);
      const arrivo: Arrivo = {
        ambito: ambito.id,
        id: randomBytes(16).toString('hex'),
        stato: 'atteso',
        caricamento: identifyCaricamento(ambito.id, sha256, parametri),
        ...parametri,
        ...(sostituisce !== undefined && { sostituisce }),
        byte: corpo.byte,
        sha256,
        ruolo,
        ...(pseudonimo !== undefined && { autore: pseudonimo }),
        firmatoIl: adesso.toISOString(),
        scadeIl: scadeIl.toISOString(),
      };
      // Promised before it is signed: no file may come that nobody expects.
      await putArrivo(deposito, arrivo);
      const { metodo, url, intestazioni } = await arrivi.sign({
        chiave: keyOggetto(arrivo),
        byte: arrivo.byte,
        sha256,
        scadeIl,
      });
      const risposta: FirmaDto = {
        arrivo: arrivo.id,
        caricamento: arrivo.caricamento,
        metodo,
        url,
        intestazioni: { ...intestazioni },
        scadeIl: arrivo.scadeIl,
      };
      return json(risposta, { stato: 201 });
    },
    arrivo: ({ risorse: { arrivo }, now }) => json(toArrivoDto(arrivo, now())),
  };
}

/** Who looks after the service brings to the ambiti what is published for all of them, and nothing of one's own. */
function assertNazionale(ruolo: Ruolo, tipo: TipoId): void {
  const nazionale = TIPI[tipo].layout.some((layout) => layout.forma === 'tabella' && layout.altriComuni === 'esclusi');
  if (ruolo !== 'amministratore' || nazionale) return;
  throw new RifiutoError(
    403,
    `L’amministratore porta soltanto i file nazionali; la tabella «${TIPI[tipo].titolo}» la porta l’Ufficio di Piano.`,
  );
}
