/** `npm start`: the whole Osservatorio on this machine, until it is asked to stop. */
import { ArchivioError } from './archivio/errori.ts';
import { type Osservatorio, startOsservatorio } from './avvia.ts';
import { AvvioError, readConfigurazione } from './configurazione.ts';
import { watchGenitore } from './genitore.ts';

async function run(): Promise<void> {
  // Advice to who develops with the SDK, not to who starts the Osservatorio.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  let fermato = false;
  let osservatorio: Osservatorio | undefined;
  const stop = (codice: number): void => {
    if (fermato) process.exit(codice || 1);
    fermato = true;
    void (osservatorio?.stop() ?? Promise.resolve()).finally(() => process.exit(codice));
  };
  for (const segnale of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(segnale, () => stop(0));
  watchGenitore(() => stop(0));
  osservatorio = await startOsservatorio(readConfigurazione(process.env));
  if (fermato) await osservatorio.stop();
  for (const avviso of osservatorio.avvisi) console.error(`Attenzione: ${avviso}`);
  console.log(`L’Osservatorio del Piano di Zona è pronto: ${osservatorio.origine} (per fermarlo: Ctrl-C)`);
  void osservatorio.archivioTerminato.then(() => {
    if (fermato) return;
    console.error(
      'L’archivio dei dati si è fermato da solo. Nulla di pubblicato è andato perso: riavvia con npm start.',
    );
    stop(1);
  });
}

run().catch((errore: unknown) => {
  if (errore instanceof AvvioError || errore instanceof ArchivioError) console.error(errore.message);
  else console.error('L’Osservatorio non è partito.', errore);
  process.exit(1);
});
