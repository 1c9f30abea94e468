/**
 * The results of an edizione as they are stored. A share of the residents comes from every cell of its count, and so does each of the
 * shares beside it: were every figure to hold its own cells, a count by single ages would take a hundred times its own size. The
 * cells are therefore kept once, in the order in which figures meet them, and a figure names its own by their places there, in runs.
 */
import type { Ingresso, Osservazione } from '../core/indicatori/indicatore.ts';
import { FORMATO_RISULTATI } from './chiavi.ts';
import { putContenuto, readContenuto } from './contenuti.ts';
import type { Deposito, Risultati } from './deposito.ts';

/** Places of cells: from, how many; from, how many… */
type Tratti = readonly number[];

interface OsservazioneStesa extends Omit<Osservazione, 'ingressi'> {
  readonly tratti: Tratti;
}

interface RisultatiStesi extends Pick<Risultati, 'segnalazioni'> {
  readonly ingressi: readonly Ingresso[];
  readonly osservazioni: readonly OsservazioneStesa[];
}

/** @returns the content key */
export function putRisultati(deposito: Deposito, risultati: Risultati): Promise<string> {
  return putContenuto(deposito, packRisultati(risultati), FORMATO_RISULTATI);
}

/** @throws ContenutoGuastoError where the content is not there whole */
export function readRisultati(deposito: Deposito, chiave: string): Promise<Risultati> {
  return readContenuto(deposito, chiave, (valore) => openRisultati(valore as Risultati | RisultatiStesi));
}

function packRisultati({ osservazioni, segnalazioni }: Risultati): RisultatiStesi {
  const posti = new Map<Ingresso, number>();
  // Figures of one count share their list.
  const noti = new WeakMap<readonly Ingresso[], Tratti>();
  const stese = osservazioni.map(({ ingressi, ...osservazione }): OsservazioneStesa => {
    const tratti = noti.get(ingressi) ?? listTratti(ingressi, posti);
    noti.set(ingressi, tratti);
    return { ...osservazione, tratti };
  });
  return { ingressi: [...posti.keys()], osservazioni: stese, segnalazioni };
}

/** @param posti of the cells met so far; the new ones are added at the end */
function listTratti(ingressi: readonly Ingresso[], posti: Map<Ingresso, number>): Tratti {
  const tratti: number[] = [];
  let atteso = -1;
  for (const ingresso of ingressi) {
    const posto = posti.get(ingresso) ?? posti.size;
    if (posto === posti.size) posti.set(ingresso, posto);
    const ultimo = tratti.length - 1;
    if (posto === atteso) tratti[ultimo] = (tratti[ultimo] ?? 0) + 1;
    else tratti.push(posto, 1);
    atteso = posto + 1;
  }
  return tratti;
}

/** An earlier software kept with each figure its own cells. */
function openRisultati(risultati: Risultati | RisultatiStesi): Risultati {
  if (!('ingressi' in risultati)) return risultati;
  const { ingressi, osservazioni, segnalazioni } = risultati;
  return { osservazioni: osservazioni.map((stesa) => openOsservazione(stesa, ingressi)), segnalazioni };
}

/** The cells are listed where they are asked for: most figures are read without. */
function openOsservazione({ tratti, ...osservazione }: OsservazioneStesa, tutti: readonly Ingresso[]): Osservazione {
  return {
    ...osservazione,
    get ingressi() {
      return collectTratti(tratti, tutti);
    },
  };
}

function collectTratti(tratti: Tratti, tutti: readonly Ingresso[]): Ingresso[] {
  const ingressi: Ingresso[] = [];
  for (let i = 0; i < tratti.length; i += 2) {
    const [da = 0, quanti = 0] = [tratti[i], tratti[i + 1]];
    for (let posto = da; posto < da + quanti; posto++) {
      const ingresso = tutti[posto];
      if (ingresso) ingressi.push(ingresso);
    }
  }
  return ingressi;
}
