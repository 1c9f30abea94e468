/** From an address to what it asks of the comparison; whatever it cannot mean is left at its default. */
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { FORME } from './forme.ts';
import { type GraficoConfronto, type Quali, STATO_PREDEFINITO, type StatoConfronto } from './stato-confronto.ts';

export const GRAFICI: readonly GraficoConfronto[] = [
  'barre',
  'andamento',
  'profilo',
  'dispersione',
  'calore',
  'multipli',
];
export const QUALI: readonly Quali[] = ['rapporti', 'quantita', 'tutti'];

type Ricerca = Readonly<Record<string, string>>;

function pick<T extends string>(voci: readonly T[], chiesta: string | undefined): T | undefined {
  return voci.find((voce) => voce === chiesta);
}

export function readStatoConfronto(ricerca: Ricerca): StatoConfronto {
  const dimensioni = DIMENSIONI.flatMap((d) => (ricerca[d] ? [[d, ricerca[d]] as const] : []));
  const comuni = ricerca.comune || ricerca.evidenzia || '';
  return {
    grafico: pick(GRAFICI, ricerca.grafico) ?? STATO_PREDEFINITO.grafico,
    indicatore: ricerca.indicatore || undefined,
    periodo: ricerca.periodo || undefined,
    dimensioni: Object.fromEntries(dimensioni),
    forma: pick(FORME, ricerca.misura) ?? STATO_PREDEFINITO.forma,
    vista: ricerca.vista === 'tabella' ? 'tabella' : 'grafico',
    evidenzia: comuni.split(',').filter((c) => c !== ''),
    con: ricerca.con || undefined,
    quali: pick(QUALI, ricerca.quali),
    per: ricerca.per === 'anni' ? 'anni' : 'indicatori',
    scala: ricerca.scala === 'variazione' ? 'variazione' : 'valore',
  };
}
