import { getRouteApi } from '@tanstack/react-router';
import { isPerFascia } from '../../../functions/core/indicatori/per-fascia.ts';
import { useVista } from '../navigazione.tsx';
import { listAvvisi } from '../serie/avvisi-confronto.ts';
import { readStatoConfronto } from '../serie/lettura-stato-confronto.ts';
import type { StatoConfronto } from '../serie/stato-confronto.ts';
import { InOrdine } from './confronto/barre.tsx';
import { getGrafico } from './confronto/grafici.ts';
import type { DatiConfronto } from './confronto/letture.ts';
import type { DatiVista } from './confronto/stato.ts';

export { loadConfronto } from './confronto/letture.ts';

const rotta = getRouteApi('/$ambito/confronto');

export function ConfrontoRotta() {
  const { ricerca } = useVista();
  const letti = rotta.useLoaderData();
  // While another chart is being brought, the address already names it: what was read tells what can be shown.
  const { grafico, per } = letti;
  const dati: DatiVista = {
    ...letti,
    stato: keepLetto({ ...readStatoConfronto(ricerca), grafico, per }, letti),
    avvisi: listAvvisi(ricerca, letti),
  };
  if (grafico === 'barre') return <InOrdine {...dati} />;
  const Grafico = getGrafico(grafico);
  return <Grafico {...dati} />;
}

/** The bands of age of another view are on their way: until they come, that of before is shown whole. */
function keepLetto(stato: StatoConfronto, { letto, indicatore }: DatiConfronto): StatoConfronto {
  const { fascia: _, ...altre } = stato.dimensioni;
  return {
    ...stato,
    con: letto.con,
    periodo: isPerFascia(indicatore.id) ? letto.periodo : stato.periodo,
    dimensioni: letto.fascia === undefined ? altre : { ...altre, fascia: letto.fascia },
  };
}
