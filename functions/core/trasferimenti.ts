/** The ordinary transfers to the ambito (FNPS, FNA, FGSA): what the minimum cofinanziamento is measured by. */
import { createAssente, type Dato, sumDati } from './dato.ts';
import { type Fatto, selectFatti } from './fatti.ts';
import { containsPeriodo, type Periodo, parsePeriodo } from './periodo.ts';
import type { Quadro } from './quadro.ts';

export const TRASFERIMENTI_ORDINARI = ['FNPS', 'FNA', 'FGSA'] as const;

/** The ciclo of the ambito in which a year falls, with its first year. */
export function findCiclo(quadro: Quadro, anno: number): Periodo | undefined {
  return listCicli(quadro).find((ciclo) => containsPeriodo(ciclo, { da: anno, a: anno }));
}

/** The cicli of the ambito, the oldest first. */
export function listCicli(quadro: Quadro): Periodo[] {
  return quadro.ambito.cicli.flatMap((ciclo) => parsePeriodo(ciclo) ?? []).toSorted((a, b) => a.da - b.da);
}

/**
 * FNPS + FNA + FGSA assigned for one year, residui excluded.
 * @returns cents; missing `non-trasmesso` where one of the three is not stated for that year alone
 */
export function readTrasferimenti(quadro: Quadro, anno: number): Dato {
  return sumDati(TRASFERIMENTI_ORDINARI.map((fonte) => readFondo(quadro, fonte, String(anno))));
}

/** Whether the tables speak at all of the transfers of a ciclo. */
export function hasTrasferimenti(quadro: Quadro, ciclo: Periodo): boolean {
  return TRASFERIMENTI_ORDINARI.some((fonte) =>
    selectFatti(quadro, 'fondi', 'importo', { fonte }).some(({ valori }) => {
      const periodo = parsePeriodo(valori.periodo === null ? undefined : valori.periodo);
      return periodo !== null && containsPeriodo(ciclo, periodo);
    }),
  );
}

/** The whole of a fund where it is stated, else the sum of its earmarked quotas. */
function readFondo(quadro: Quadro, fonte: string, periodo: string): Dato {
  const fatti = selectFatti(quadro, 'fondi', 'importo', { fonte, periodo }).filter(
    ({ valori }) => valori.origine !== 'residuo',
  );
  const interi = fatti.filter(isIntero);
  const addendi = interi.length > 0 ? interi : fatti;
  return addendi.length > 0 ? sumDati(addendi.map(({ dato }) => dato)) : createAssente('non-trasmesso');
}

function isIntero({ valori }: Fatto): boolean {
  return (valori.vincolo ?? null) === null;
}
