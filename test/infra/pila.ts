import { App } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { Osservatorio, type PropsOsservatorio } from '../../infra/osservatorio.ts';

/** A resource of the template; `P` is as much of its properties as a test looks at. */
export interface Risorsa<P = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly Properties: P;
  readonly DeletionPolicy?: string;
}

export const PRODUZIONE: PropsOsservatorio = {
  env: { region: 'eu-south-1' },
  ambiti: ['casarano', 'fasano'],
  conservaDati: true,
  dominioProprio: true,
  conservazioneRegistriGiorni: 90,
  richiesteAlSecondo: 200,
};

/** A stage, not synthesised yet; the handlers are not bundled: what is asked here is not in their code. */
export function createPila(props: Partial<PropsOsservatorio> = {}): Osservatorio {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  return new Osservatorio(app, 'Pila', { ...PRODUZIONE, ...props });
}

/** The resources of one type in the template of a stage. */
export function listRisorse<P = Risorsa['Properties']>(template: Template, tipo: string): Risorsa<P>[] {
  return Object.entries(template.findResources(tipo)).map(([id, risorsa]) => ({
    ...(risorsa as Omit<Risorsa<P>, 'id'>),
    id,
  }));
}
