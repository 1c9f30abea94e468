/** What the address of the comparison asks for. What equals the default is not written: the plain address means the default view. */
import { DIMENSIONI, type Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import type { Forma } from './forme.ts';

/** How the comuni are put beside each other; the plain address shows the bars. */
export type GraficoConfronto = 'barre' | 'andamento' | 'profilo' | 'dispersione' | 'calore' | 'multipli';

/** Which indicators stand together: those in proportion, where a large comune and a small one compare; sums; all. */
export type Quali = 'rapporti' | 'quantita' | 'tutti';

export interface StatoConfronto {
  readonly grafico: GraficoConfronto;
  readonly indicatore?: string | undefined;
  readonly periodo?: string | undefined;
  readonly dimensioni: Dimensioni;
  readonly forma: Forma;
  readonly vista: 'grafico' | 'tabella';
  /** ISTAT codes of the comuni that stand out; of a profile, the first is the one it is of. */
  readonly evidenzia: readonly string[];
  /** The second indicator of a chart that has two, as `seconda.ts` reads it. */
  readonly con?: string | undefined;
  readonly quali?: Quali | undefined;
  /** Of the small charts: one for each indicator, or one for each year of the chosen one. */
  readonly per: 'indicatori' | 'anni';
  /** Of the years: the values, or how much they changed since the first. */
  readonly scala: 'valore' | 'variazione';
}

type Ricerca = Readonly<Record<string, string>>;

export const STATO_PREDEFINITO: StatoConfronto = {
  grafico: 'barre',
  dimensioni: {},
  forma: 'totale',
  vista: 'grafico',
  evidenzia: [],
  per: 'indicatori',
  scala: 'valore',
};

export function writeStatoConfronto(stato: StatoConfronto): Ricerca {
  const profilo = stato.grafico === 'profilo';
  const voci: [string, string | undefined][] = [
    ['grafico', stato.grafico === STATO_PREDEFINITO.grafico ? undefined : stato.grafico],
    ['comune', profilo ? stato.evidenzia[0] : undefined],
    ['indicatore', stato.indicatore],
    ['con', stato.con],
    ['periodo', stato.periodo],
    ...DIMENSIONI.map((d): [string, string | undefined] => [d, stato.dimensioni[d]]),
    ['misura', stato.forma === STATO_PREDEFINITO.forma ? undefined : stato.forma],
    ['quali', stato.quali],
    ['per', stato.per === 'anni' ? 'anni' : undefined],
    ['scala', stato.scala === 'variazione' ? 'variazione' : undefined],
    ['vista', stato.vista === 'tabella' ? 'tabella' : undefined],
    ['evidenzia', profilo ? undefined : stato.evidenzia.join(',')],
  ];
  return Object.fromEntries(voci.flatMap(([nome, valore]) => (valore ? [[nome, valore]] : [])));
}
