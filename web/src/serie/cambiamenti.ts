/** What changed in an ambito from the first year that the tables tell to the last: like with like alone. */
import type { IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { DimensioniLette } from './fasce-lette.ts';
import type { IndicatorePanoramica } from './indicatori-panoramica.ts';
import { createRaccolta, type Presente } from './raccolta.ts';
import { formatScarto } from './valore.ts';

export interface Cambiamento {
  readonly nome: string;
  readonly prima: Presente;
  readonly dopo: Presente;
  readonly differenza: string;
}

interface Voce {
  readonly nome: string;
  readonly id: IndicatorePanoramica;
  readonly dimensioni: DimensioniLette;
}

/** One rilevazione: two counts of the same day honestly differ. */
const listPersone = (rilevazione: string): readonly Voce[] => [
  { nome: 'Residenti', id: 'popolazione', dimensioni: { rilevazione } },
  { nome: 'Con meno di 18 anni', id: 'popolazione-fascia', dimensioni: { rilevazione, fascia: '0-17' } },
  { nome: 'Con 65 anni o più', id: 'popolazione-fascia', dimensioni: { rilevazione, fascia: '65+' } },
];

const DENARO: readonly Voce[] = [
  { nome: 'Denaro versato dai comuni in un anno', id: 'cofinanziamento-versato', dimensioni: { forma: 'denaro' } },
];

interface Materia {
  readonly osservazioni: readonly OsservazioneDto[];
  readonly catalogo: readonly IndicatoreDto[];
}

/** @returns only what has a value for the whole ambito in two years at least; people as the comuni count them, else as ISTAT does */
export function listCambiamenti(materia: Materia): Cambiamento[] {
  const anagrafe = listVoci(materia, listPersone('anagrafe'));
  const persone = anagrafe.length > 0 ? anagrafe : listVoci(materia, listPersone('istat'));
  return [...persone, ...listVoci(materia, DENARO)];
}

function listVoci({ osservazioni, catalogo }: Materia, voci: readonly Voce[]): Cambiamento[] {
  const raccolta = createRaccolta(osservazioni, catalogo);
  return voci.flatMap(({ nome, id, dimensioni }) => {
    const presenti = raccolta
      .listPeriodi(id, dimensioni)
      .flatMap((periodo) => raccolta.findPresente({ id, comune: null, periodo, dimensioni }) ?? []);
    const [prima] = presenti;
    const dopo = presenti.at(-1);
    if (!prima || !dopo || prima === dopo) return [];
    return [{ nome, prima, dopo, differenza: formatScarto(dopo.valore - prima.valore, dopo.indicatore) }];
  });
}

/** `Che cosa è cambiato dal 2018 al 2021`; without years where they are not the same for all. */
export function titleCambiamenti(cambiamenti: readonly Cambiamento[]): string {
  const anni = new Set(
    cambiamenti.map(({ prima, dopo }) => `dal ${prima.osservazione.periodo} al ${dopo.osservazione.periodo}`),
  );
  return anni.size === 1 ? `Che cosa è cambiato ${[...anni].join('')}` : 'Che cosa è cambiato';
}
