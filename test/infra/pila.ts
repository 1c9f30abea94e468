import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { Osservatorio, type PropsOsservatorio } from '../../infra/osservatorio.ts';
import { REGIONE } from '../../infra/regione.ts';
import { RADICE } from '../sorgenti.ts';

/** A resource of the template; `P` is as much of its properties as a test looks at. */
export interface Risorsa<P = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly Properties: P;
  readonly DeletionPolicy?: string;
}

/** The handlers' folders as they are: what these tests ask is not in the code. */
export const PRODUZIONE: PropsOsservatorio = {
  pacchetti: {
    api: join(RADICE, 'functions/api'),
    ingest: join(RADICE, 'functions/ingest'),
    gestione: join(RADICE, 'functions/gestione'),
    pulizia: join(RADICE, 'functions/pulizia'),
    sito: join(RADICE, 'functions/sito'),
  },
  env: { region: REGIONE },
  ambiti: ['casarano', 'fasano'],
  conservaDati: true,
  dominioProprio: true,
  conservazioneRegistriGiorni: 90,
  richiesteAlSecondo: 200,
};

/** A stage, not synthesised yet. */
export function createPila(props: Partial<PropsOsservatorio> = {}): Osservatorio {
  const app = new App({ context: cdk.context });
  return new Osservatorio(app, 'Pila', { ...PRODUZIONE, ...props });
}

/** The resources of one type in the template of a stage. */
export function listRisorse<P = Risorsa['Properties']>(template: Template, tipo: string): Risorsa<P>[] {
  return Object.entries(template.findResources(tipo)).map(([id, risorsa]) => ({
    ...(risorsa as Omit<Risorsa<P>, 'id'>),
    id,
  }));
}
