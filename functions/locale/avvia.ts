/** The whole Osservatorio on one machine: storage, sample data, functions, site, one address. */
import { join } from 'node:path';
import { createApi } from '../api/handler.ts';
import { fitHandler } from '../http/compressa.ts';
import { VERSIONE } from '../http/configurazione.ts';
import { writeGuasto } from '../http/giornale.ts';
import { rebuildAmbiti } from '../ingest/aggiorna.ts';
import { createIngest } from '../ingest/handler.ts';
import { createRicezione, type DipendenzeIngest } from '../ingest/ricevi.ts';
import { loadModello } from '../sito/impaginatore.ts';
import { createDeposito } from '../store/crea.ts';
import { clearOrfani } from '../store/orfani.ts';
import { createTabella } from '../store/tabella.ts';
import { type ArriviDisco, createArriviDisco } from './archivio/arrivi-disco.ts';
import { type Archivio, startArchivio } from './archivio/avvia.ts';
import { createOriginaliDisco } from './archivio/originali-disco.ts';
import { listenOnLoopback } from './ascolta.ts';
import { publishCampioni } from './campioni.ts';
import { type Configurazione, RADICE } from './configurazione.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createEmittente } from './gettoni.ts';
import { createNotifica, type Notifica, withNotifica } from './notifica.ts';
import { hasPagina } from './pagine-note.ts';
import { openPagineServite } from './pagine-servite.ts';
import { createProiezione } from './proiezione.ts';
import { CARTELLA_IMPAGINATORE, CARTELLA_SITO, ensureSito, nameSoftware } from './sito.ts';
import { loadSito } from './statici.ts';

export interface Osservatorio {
  /** `http://localhost:3000`. */
  readonly origine: string;
  /** What of the sample data could not be published: Italian sentences. */
  readonly avvisi: readonly string[];
  /** Resolves if the storage ends by itself: nothing can be served any more. */
  readonly archivioTerminato: Promise<void>;
  stop(): Promise<void>;
}

const TABELLA = 'osservatorio';

/**
 * The port is taken first, so that a second start is told at once; requests that come before all is ready wait.
 * @param now default: the machine's clock
 * @throws AvvioError, ArchivioError with a message for the person at the terminal
 */
export async function startOsservatorio(
  { porta, cartellaDati }: Configurazione,
  now = () => new Date(),
): Promise<Osservatorio> {
  const attesa = createAttesa<Gateway>();
  const ascolto = await listenOnLoopback(porta, createGateway(attesa.promessa));
  const origine = `http://localhost:${ascolto.porta}`;
  const costruzione = ensureSito();
  // It may fail before anybody waits for it: who waits, below, gets the error.
  costruzione.catch(() => {});
  let archivio: Archivio | undefined;
  try {
    archivio = await startArchivio({ cartella: cartellaDati });
    const originali = createOriginaliDisco(cartellaDati, now);
    const deposito = createDeposito({
      endpoint: archivio.endpoint,
      tabella: TABELLA,
      originali,
      now,
    });
    await createTabella(deposito);
    const arrivi = createArriviDisco({ cartella: cartellaDati, now });
    // One line on the terminal says where to look; what went well adds none.
    const annota = () => undefined;
    const dipendenze = { deposito, versione: VERSIONE, now, giornale: writeGuasto, arrivi, annota };
    const [avvisi] = await Promise.all([prepareDati(dipendenze), costruzione]);
    const notifica = createNotifica(createRicezione(dipendenze));
    const annunciati = withNotifica(arrivi, notifica);
    await resumeArrivi(arrivi, notifica);
    const api = createApi(dipendenze);
    const pagine = await openPagineServite(cartellaDati);
    const modello = await loadModello(CARTELLA_IMPAGINATORE);
    const software = await nameSoftware();
    const proiezione = createProiezione({ api, deposito, pagine, modello, software, now: dipendenze.now }, writeGuasto);
    await proiezione.all();
    attesa.resolve({
      api: fitHandler(api),
      ingest: fitHandler(createIngest({ ...dipendenze, arrivi: annunciati })),
      arrivi,
      originali,
      notifica,
      emittente: await createEmittente({ iss: `${origine}/locale`, now: dipendenze.now }),
      sito: await loadSito(CARTELLA_SITO),
      pagine,
      onScrittura: proiezione.follow,
      hasPagina: (nomi) => hasPagina(deposito, nomi),
      giornale: writeGuasto,
    });
    const { terminato, stop } = archivio;
    return {
      origine,
      avvisi,
      archivioTerminato: terminato,
      stop: async () => {
        await ascolto.stop();
        await notifica.drain();
        await proiezione.drain();
        await stop();
      },
    };
  } catch (errore) {
    attesa.reject(errore);
    await Promise.allSettled([costruzione, archivio?.stop()]);
    await ascolto.stop();
    throw errore;
  }
}

/** What is there is brought up to this version of the software, what is missing of the samples is added, what nobody names goes. */
async function prepareDati({ deposito, now, giornale }: DipendenzeIngest): Promise<string[]> {
  const rimasti = await rebuildAmbiti(deposito, now);
  const esclusi = await publishCampioni(deposito, join(RADICE, 'data'), now);
  // What cannot be cleared today is cleared another day.
  await clearOrfani(deposito).catch((errore: unknown) => giornale({ id: 'avvio', rotta: 'pulizia', errore }));
  return [...rimasti, ...esclusi];
}

/** A file that has come, and that a process that died had still to read, is read now. */
async function resumeArrivi(arrivi: ArriviDisco, { notify }: Notifica): Promise<void> {
  for (const chiave of await arrivi.list()) notify(chiave, (await arrivi.open(chiave))?.byte ?? 0);
}

function createAttesa<T>(): { promessa: Promise<T>; resolve: (valore: T) => void; reject: (errore: unknown) => void } {
  let resolve: (valore: T) => void = () => {};
  let reject: (errore: unknown) => void = () => {};
  const promessa = new Promise<T>((then, fail) => {
    resolve = then;
    reject = fail;
  });
  // Who waits gets the error; nobody waiting is not a fault.
  promessa.catch(() => {});
  return { promessa, resolve, reject };
}
