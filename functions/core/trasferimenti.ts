/** The ordinary transfers to the ambito (FNPS, FNA, FGSA): what the minimum cofinanziamento is measured by. */
import { type Dato, sumDati } from './dato.ts';
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
    selectFatti(quadro, 'fondi.importo', { fonte }).some(({ valori }) => {
      const periodo = parsePeriodo(valori.periodo);
      return periodo !== null && containsPeriodo(ciclo, periodo);
    }),
  );
}

/** The years that the money of a fund belongs to: its annuality where the row names one, else the years it is available in. */
export function readAnnualita({ valori }: Fatto): Periodo | null {
  return parsePeriodo(valori.annualita_fondo ?? valori.periodo);
}

/**
 * What the fund's own table assigns to the year, else what the budget counts as that annuality; the whole of the fund where
 * it is stated, else the sum of its earmarked quotas.
 */
function readFondo(quadro: Quadro, fonte: string, periodo: string): Dato {
  const fatti = selectFatti(quadro, 'fondi.importo', { fonte }).filter(({ valori }) => valori.origine !== 'residuo');
  const assegnati = fatti.filter(({ valori }) => valori.periodo === periodo);
  const candidati = assegnati.length > 0 ? assegnati : fatti.filter(({ valori }) => valori.annualita_fondo === periodo);
  const interi = candidati.filter(isIntero);
  return sumDati((interi.length > 0 ? interi : candidati).map(({ dato }) => dato));
}

/** A row of the whole fund, not of a quota of it. */
export function isIntero({ valori }: Fatto): boolean {
  return (valori.vincolo ?? null) === null;
}
