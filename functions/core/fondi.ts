/** What each fund makes available, each euro once: the same money stands in the fund's own table and in the budget. */
import { readCofinanziamento } from './cofinanziamento.ts';
import { type Dato, sumDati } from './dato.ts';
import { type Fatto, selectFatti } from './fatti.ts';
import { COFINANZIAMENTO_COMUNALE } from './fonti.ts';
import { containsPeriodo, listAnni, type Periodo, parsePeriodo } from './periodo.ts';
import type { Quadro } from './quadro.ts';
import { isIntero, readAnnualita } from './trasferimenti.ts';

/**
 * What a fund makes available in a ciclo, what is left from earlier ones included.
 * @returns cents; missing `non-trasmesso` where no table speaks of it
 */
export function readDisponibile(quadro: Quadro, ciclo: Periodo, fonte: string): Dato {
  const fatti = selectFatti(quadro, 'fondi.importo', { fonte }).filter(
    (fatto) => isIntero(fatto) && isDel(fatto, ciclo),
  );
  if (fatti.length === 0 && fonte === COFINANZIAMENTO_COMUNALE) return readProgrammato(quadro, ciclo);
  const residui = fatti.filter(({ valori }) => valori.origine === 'residuo');
  const nuove = fatti.filter(({ valori }) => valori.origine !== 'residuo');
  const larghe = nuove.filter((largo) => !nuove.some((altro) => isWithin(largo, altro)));
  const contate = larghe.flatMap((largo) => {
    const annualita = readAnnualita(largo);
    const stretti = nuove.filter((fatto) => isWithin(fatto, largo));
    return (annualita && tileAnnualita(stretti, annualita)) ?? [largo];
  });
  return sumDati([...residui, ...contate].map(({ dato }) => dato));
}

/** Whether a row's money is available in fewer years than another's: a fund's own table beside the budget of the ciclo. */
export function isWithin(fatto: Fatto, intero: Fatto): boolean {
  const [stretto, largo] = [parsePeriodo(fatto.valori.periodo), parsePeriodo(intero.valori.periodo)];
  return stretto !== null && largo !== null && containsPeriodo(largo, stretto) && !containsPeriodo(stretto, largo);
}

/** The facts whose annualities cover a span exactly, or null. */
export function tileAnnualita(fatti: readonly Fatto[], voluta: Periodo): Fatto[] | null {
  for (const fatto of fatti) {
    const annualita = readAnnualita(fatto);
    if (!annualita || annualita.da !== voluta.da || annualita.a > voluta.a) continue;
    if (annualita.a === voluta.a) return [fatto];
    const resto = tileAnnualita(fatti, { da: annualita.a + 1, a: voluta.a });
    if (resto) return [fatto, ...resto];
  }
  return null;
}

function isDel({ valori }: Fatto, ciclo: Periodo): boolean {
  const periodo = parsePeriodo(valori.periodo);
  return periodo !== null && containsPeriodo(ciclo, periodo);
}

function readProgrammato(quadro: Quadro, ciclo: Periodo): Dato {
  const anni = listAnni(ciclo).map((anno) => `${anno}`);
  return sumDati(
    anni.map((anno) => readCofinanziamento(quadro, { natura: 'programmato', anno, forma: 'totale' }).ambito),
  );
}
