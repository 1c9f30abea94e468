/** The charts that wait until they are asked for: the bars, which the plain address shows, come with the page. */
import type { ComponentType } from 'react';
import type { GraficoConfronto } from '../../serie/stato-confronto.ts';
import type { DatiVista } from './stato.ts';

type Grafico = ComponentType<DatiVista>;
type Pigro = Exclude<GraficoConfronto, 'barre'>;

const PIGRI: Readonly<Record<Pigro, () => Promise<Grafico>>> = {
  andamento: async () => (await import('./andamento.tsx')).Andamento,
  profilo: async () => (await import('./profilo.tsx')).Profilo,
  dispersione: async () => (await import('./dispersione.tsx')).Dispersione,
  calore: async () => (await import('./calore.tsx')).Calore,
  multipli: async () => (await import('./multipli.tsx')).Multipli,
};

const portati = new Map<GraficoConfronto, Grafico>();

/** Brings its code before the page is shown, so that nothing jumps and a server can write it. */
export async function bringGrafico(grafico: GraficoConfronto): Promise<void> {
  if (grafico !== 'barre') portati.set(grafico, await PIGRI[grafico]());
}

/** @throws where nobody brought it */
export function getGrafico(grafico: GraficoConfronto): Grafico {
  const portato = portati.get(grafico);
  if (!portato) throw new Error(`il grafico ${grafico} non è stato portato`);
  return portato;
}
