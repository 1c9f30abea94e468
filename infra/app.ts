/** Every stage of the Osservatorio, with all that makes one differ from another. Nothing below asks which stage it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addImpaginatore, bundleFunzione } from './impacchetta.ts';
import { Osservatorio, type Pacchetti } from './osservatorio.ts';
import { REGIONE } from './regione.ts';

const env = { region: REGIONE };

const cartella = await mkdtemp(join(tmpdir(), 'osservatorio-cdk-'));
const pacchetti = {} as Record<keyof Pacchetti, string>;
for (const nome of ['api', 'ingest', 'gestione', 'pulizia', 'sito'] as const) {
  pacchetti[nome] = join(cartella, nome);
  await bundleFunzione(`functions/${nome}/handler.ts`, pacchetti[nome]);
}
await addImpaginatore(pacchetti.sito);

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

/** To try a new version on: public under CloudFront's own name, and taken down whole when it is no longer needed. */
new Osservatorio(app, 'Osservatorio-Prova', {
  env,
  pacchetti,
  ambiti: ['casarano', 'lecce', 'fasano'],
  conservaDati: false,
  dominioProprio: false,
  conservazioneRegistriGiorni: 14,
  richiesteAlSecondo: 20,
});

/** What the public reads: its own name and certificate (asked at deploy), data that outlive the stack. */
new Osservatorio(app, 'Osservatorio-Produzione', {
  env,
  pacchetti,
  ambiti: ['casarano', 'lecce', 'fasano'],
  conservaDati: true,
  dominioProprio: true,
  conservazioneRegistriGiorni: 90,
  richiesteAlSecondo: 200,
});

app.synth();
await rm(cartella, { recursive: true });
