/** An address typed by hand, or kept from another day, may ask for what is not there: what is shown instead is said. */
import type { AmbitoDto, IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { GRAFICI } from './lettura-stato-confronto.ts';
import { describePeriodo, NOMI_DIMENSIONE } from './parole.ts';
import type { Alternative } from './scelta.ts';
import type { StatoConfronto } from './stato-confronto.ts';

type Ricerca = Readonly<Record<string, string>>;

interface Letti {
  readonly ambito: Pick<AmbitoDto, 'comuni' | 'nome'>;
  readonly catalogo: readonly Pick<IndicatoreDto, 'id'>[];
  /** The one that is shown. */
  readonly indicatore: Pick<IndicatoreDto, 'titolo'>;
}

/** What no chart has: an indicator that is not in the catalogue, a kind of chart, a comune of another ambito. */
export function listAvvisi(ricerca: Ricerca, { ambito: { comuni, nome }, catalogo, indicatore }: Letti): string[] {
  const { grafico, indicatore: chiesto } = ricerca;
  const senzaNome = chiesto && !catalogo.some(({ id }) => id === chiesto);
  const ignoto = grafico && !GRAFICI.some((uno) => uno === grafico);
  const chiesti = (ricerca.comune ?? ricerca.evidenzia ?? '').split(',').filter((c) => c !== '');
  const estranei = chiesti.filter((c) => !comuni.some(({ codiceIstat }) => codiceIstat === c));
  return [
    ...(senzaNome ? [`L’indicatore «${chiesto}» non è nel catalogo: ecco «${indicatore.titolo}».`] : []),
    ...(ignoto ? [`Il grafico «${grafico}» qui non c’è: ecco i comuni in ordine.`] : []),
    ...estranei.map((c) => `Il comune «${c}» non è tra quelli di ${nome}.`),
  ];
}

interface Mostrato {
  readonly periodo: string | null;
  readonly alternative: readonly Alternative[];
}

/** A period or a dimension that the indicator has not. A dimension that it does not have at all asks for nothing. */
export function listRipieghi(
  chiesto: Pick<StatoConfronto, 'periodo' | 'dimensioni'>,
  { periodo, alternative }: Mostrato,
  indicatore: string,
): string[] {
  const altroPeriodo =
    chiesto.periodo !== undefined && periodo !== null && chiesto.periodo !== periodo
      ? [`Per «${chiesto.periodo}» il dato non c’è: ecco quello che vale ${describePeriodo(periodo, indicatore)}.`]
      : [];
  const altre = DIMENSIONI.flatMap((d) => {
    const voluta = chiesto.dimensioni[d];
    const mostrata = alternative.find(({ dimensione }) => dimensione === d);
    return voluta !== undefined && mostrata && mostrata.scelto !== voluta
      ? [`${NOMI_DIMENSIONE[d]}: «${voluta}» qui non c’è, ecco «${mostrata.scelto}».`]
      : [];
  });
  return [...altroPeriodo, ...altre];
}
