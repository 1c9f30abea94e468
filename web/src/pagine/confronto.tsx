import { getRouteApi } from '@tanstack/react-router';
import { usePosizione } from '../navigazione.tsx';
import { listAvvisi } from '../serie/avvisi-confronto.ts';
import { readStatoConfronto } from '../serie/lettura-stato-confronto.ts';
import { InOrdine } from './confronto/barre.tsx';
import { getGrafico } from './confronto/grafici.ts';
import type { DatiVista } from './confronto/stato.ts';

export { loadConfronto } from './confronto/letture.ts';

const rotta = getRouteApi('/$ambito/confronto');

export function ConfrontoRotta() {
  const { ricerca } = usePosizione();
  const letti = rotta.useLoaderData();
  // While another chart is being brought, the address already names it: what was read tells what can be shown.
  const { grafico, per } = letti;
  const dati: DatiVista = {
    ...letti,
    stato: { ...readStatoConfronto(ricerca), grafico, per },
    avvisi: listAvvisi(ricerca, letti.ambito),
  };
  if (grafico === 'barre') return <InOrdine {...dati} />;
  const Grafico = getGrafico(grafico);
  return <Grafico {...dati} />;
}
