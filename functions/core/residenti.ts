/** Residents by year, rilevazione and age band, whatever the bands of the source: the base of every demographic figure. */
import { createAssente, type Dato, sumDati } from './dato.ts';
import { ETA_TOTALE, type Fascia, formatFascia, parseFascia, TUTTE_LE_ETA, tileFascia } from './fascia.ts';
import { type Fatto, groupBy, listValori, selectFatti } from './fatti.ts';
import { isCompleta, type PerComune, sumComuni } from './per-comune.ts';
import type { Quadro } from './quadro.ts';

/** One count of the residents: the registry's and ISTAT's of one day honestly differ, and never mix. */
export interface Conteggio {
  readonly anno: string;
  readonly rilevazione: string;
}

const elencati = new WeakMap<Quadro, readonly Conteggio[]>();

/** The counts that the tables hold, by rilevazione and then by year. */
export function listConteggi(quadro: Quadro): readonly Conteggio[] {
  const gia = elencati.get(quadro);
  if (gia) return gia;
  const conteggi = listValori(selectFatti(quadro, 'popolazione.residenti'), 'rilevazione').flatMap((rilevazione) =>
    listValori(selectFatti(quadro, 'popolazione.residenti', { rilevazione }), 'anno').map((anno) => ({
      anno,
      rilevazione,
    })),
  );
  elencati.set(quadro, conteggi);
  return conteggi;
}

/** The age bands in which a count is published, youngest first, the total apart. */
export function listFasce(quadro: Quadro, { anno, rilevazione }: Conteggio): Fascia[] {
  const fatti = selectFatti(quadro, 'popolazione.residenti', { anno, rilevazione });
  return listValori(fatti, 'eta')
    .filter((eta) => eta !== ETA_TOTALE)
    .flatMap((eta) => parseFascia(eta) ?? [])
    .toSorted((a, b) => a.da - b.da || (a.a < b.a ? -1 : 1));
}

/** The bands of a count by comune, and what was summed from them: every demographic indicator asks for the same sums. */
interface Sommati {
  readonly bande: ReadonlyMap<string, readonly Banda[]>;
  readonly perFascia: Map<string, PerComune>;
}

interface Banda {
  readonly fascia: Fascia;
  readonly dato: Dato;
}

const sommati = new WeakMap<Quadro, Map<string, Sommati>>();

/**
 * Residents of a count, or of an age band of it.
 * @returns missing `non-trasmesso` where the count does not state the comune, `non-derivabile` where the bands it is
 *   published in do not add up to the wanted one
 */
export function readResidenti(
  quadro: Quadro,
  { anno, rilevazione }: Conteggio,
  fascia: Fascia = TUTTE_LE_ETA,
): PerComune {
  const { bande, perFascia } = readSommati(quadro, { anno, rilevazione });
  const quale = formatFascia(fascia);
  const gia = perFascia.get(quale);
  if (gia) return gia;
  const perComune = new Map([...bande].map(([comune, sue]) => [comune, sumFascia(sue, fascia)]));
  const somma = sumComuni(quadro, perComune, Number(anno));
  perFascia.set(quale, somma);
  return somma;
}

function readSommati(quadro: Quadro, { anno, rilevazione }: Conteggio): Sommati {
  const perConteggio = sommati.get(quadro) ?? new Map<string, Sommati>();
  sommati.set(quadro, perConteggio);
  const quale = `${rilevazione} ${anno}`;
  const gia = perConteggio.get(quale);
  if (gia) return gia;
  const fatti = groupBy(selectFatti(quadro, 'popolazione.residenti', { anno, rilevazione }), (fatto) => fatto.comune);
  const nuovi: Sommati = {
    bande: new Map([...fatti].map(([comune, suoi]) => [comune, listBande(suoi)])),
    perFascia: new Map(),
  };
  perConteggio.set(quale, nuovi);
  return nuovi;
}

/** The residents that a figure per head is divided by, and which they are. */
export interface Denominatore extends Conteggio {
  readonly residenti: PerComune;
  /** One Italian sentence: which rilevazione, which year. */
  readonly nota: string;
}

/**
 * Chooses the residents for a ratio or for a whole trend: one rilevazione for all years, the one that has the comuni
 * nearest to them (the preferred one where two are as near); for each year its own count, else the nearest, else the earlier.
 * @param anni the years that need a denominator
 * @returns a function of the year
 */
export function chooseDenominatore(
  quadro: Quadro,
  anni: readonly number[],
  preferita: 'istat' | 'anagrafe',
): (anno: number) => Denominatore {
  const conteggi = listConteggi(quadro)
    .map((conteggio) => ({ ...conteggio, residenti: readResidenti(quadro, conteggio) }))
    .filter(({ residenti }) => residenti.ambito.valore !== null);
  const completi = conteggi.filter(({ residenti }) => isCompleta(residenti));
  const candidati = completi.length > 0 ? completi : conteggi;
  const rilevazioni = [...groupBy(candidati, ({ rilevazione }) => rilevazione).entries()].map(
    ([rilevazione, suoi]) => ({
      suoi,
      distanza: anni.reduce(
        (somma, anno) => somma + Math.min(...suoi.map((uno) => Math.abs(Number(uno.anno) - anno))),
        0,
      ),
      seconda: rilevazione === preferita ? 0 : 1,
    }),
  );
  const scelta = rilevazioni.toSorted((a, b) => a.distanza - b.distanza || a.seconda - b.seconda)[0];
  return (anno) => {
    const vicino = scelta?.suoi.toSorted(
      (a, b) => Math.abs(Number(a.anno) - anno) - Math.abs(Number(b.anno) - anno) || Number(a.anno) - Number(b.anno),
    )[0];
    if (!vicino) {
      const residenti = sumComuni(quadro, new Map(), anno);
      return { anno: `${anno}`, rilevazione: preferita, residenti, nota: 'Nessuna tabella riporta i residenti.' };
    }
    return { ...vicino, nota: describeDenominatore(vicino, anno) };
  };
}

/** How a rilevazione is called in a sentence. */
export function describeRilevazione(rilevazione: string): string {
  return rilevazione === 'istat' ? 'ISTAT' : rilevazione === 'anagrafe' ? 'anagrafi comunali' : rilevazione;
}

function describeDenominatore({ anno, rilevazione }: Conteggio, voluto: number): string {
  const quali = `Residenti al 31 dicembre ${anno} (${describeRilevazione(rilevazione)})`;
  return Number(anno) === voluto
    ? `${quali}.`
    : `${quali}: quelli del ${voluto} non sono in tabella, si usa l’anno più vicino.`;
}

function listBande(fatti: readonly Fatto[]): Banda[] {
  return [...groupBy(fatti, ({ valori }) => String(valori.eta))].flatMap(([eta, suoi]) => {
    const fascia = parseFascia(eta);
    const dato = sumSessi(suoi);
    return fascia && dato ? [{ fascia, dato }] : [];
  });
}

function sumFascia(bande: readonly Banda[], voluta: Fascia): Dato {
  const tessere = tileFascia(bande, voluta);
  return tessere ? sumDati(tessere.map(({ dato }) => dato)) : createAssente('non-derivabile');
}

/** Both sexes together, or null where only one of them is stated. */
function sumSessi(fatti: readonly Fatto[]): Dato | null {
  const insieme = fatti.find(({ valori }) => (valori.sesso ?? null) === null);
  if (insieme) return insieme.dato;
  const maschi = fatti.find(({ valori }) => valori.sesso === 'M');
  const femmine = fatti.find(({ valori }) => valori.sesso === 'F');
  return maschi && femmine ? sumDati([maschi.dato, femmine.dato]) : null;
}
