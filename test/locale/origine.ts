/** The local gateway in front of the real functions, on a free port, with a site of three files. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { createApi } from '../../functions/api/handler.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { createRicezione } from '../../functions/ingest/ricevi.ts';
import { listenOnLoopback } from '../../functions/locale/ascolta.ts';
import { createGateway } from '../../functions/locale/gateway.ts';
import { createEmittente } from '../../functions/locale/gettoni.ts';
import { createNotifica, type Notifica, withNotifica } from '../../functions/locale/notifica.ts';
import { hasPagina } from '../../functions/locale/pagine-note.ts';
import { loadSito } from '../../functions/locale/statici.ts';
import { type Prova, registerCasarano, startProva } from '../api/prova.ts';

export const SCRIPT = `console.log('${'osservatorio '.repeat(400)}');`;

export interface Origine {
  readonly prova: Prova;
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  readonly iss: string;
  readonly notifica: Notifica;
  /** Signs as the issuer does; what it signs is up to the test. */
  sign(claims: object, scade: Date | undefined, chiave?: CryptoKey): Promise<string>;
  /** What everyone may know of the issuer. */
  readonly publicKey: CryptoKey;
  stop(): Promise<void>;
}

export async function startOrigine(): Promise<Origine> {
  const prova = await startProva();
  await registerCasarano(prova);
  const cartella = await mkdtemp(join(tmpdir(), 'sito-'));
  await mkdir(join(cartella, 'assets'));
  await writeFile(join(cartella, 'index.html'), '<!doctype html><title>Osservatorio</title>');
  await writeFile(join(cartella, 'assets', 'pagina-Ab12_x9z.js'), SCRIPT);
  await writeFile(join(cartella, 'icona.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const chiavi = await generateKeyPair('ES256');
  const iss = 'http://localhost/locale';
  const notifica = createNotifica(createRicezione(prova.dipendenze), 1);
  const ascolto = await listenOnLoopback(
    0,
    createGateway(
      Promise.resolve({
        api: createApi(prova.dipendenze),
        ingest: createIngest({ ...prova.dipendenze, arrivi: withNotifica(prova.arrivi, notifica) }),
        arrivi: prova.arrivi,
        originali: prova.originali,
        notifica,
        emittente: await createEmittente({ iss, now: () => new Date(), chiavi }),
        sito: await loadSito(cartella),
        pagine: { find: () => undefined },
        onScrittura: () => {},
        hasPagina: (nomi) => hasPagina(prova.dipendenze.deposito, nomi),
        giornale: prova.dipendenze.giornale,
      }),
    ),
  );
  return {
    prova,
    url: `http://127.0.0.1:${ascolto.porta}`,
    iss,
    publicKey: chiavi.publicKey,
    sign: (claims, scade, chiave = chiavi.privateKey) => {
      const gettone = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256' });
      return (scade ? gettone.setExpirationTime(scade) : gettone).sign(chiave);
    },
    notifica,
    stop: async () => {
      await ascolto.stop();
      await notifica.drain();
      await prova.stop();
      await rm(cartella, { recursive: true, force: true });
    },
  };
}
