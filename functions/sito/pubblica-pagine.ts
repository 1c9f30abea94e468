/**
 * The pages of what is published: a projection of the log of edizioni, which is the truth. It can be done again at any time,
 * from the start or after a crash at any point, and ends in the same pages.
 */
import { createHash } from 'node:crypto';
import type { Ambito } from '../core/ambito.ts';
import { INSIEME_COMUNE, toCartella } from '../core/http/istantanee.ts';
import type { Handler } from '../http/crea.ts';
import { listAmbiti } from '../store/ambiti.ts';
import { toCanonico } from '../store/canonico.ts';
import type { Deposito } from '../store/deposito.ts';
import { readEdizione } from '../store/edizioni.ts';
import { readRisultati } from '../store/risultati.ts';
import type { DepositoPagine, Registro } from './deposito-pagine.ts';
import { hashStile } from './documento.ts';
import { listEta } from './eta.ts';
import type { Modello } from './impaginatore.ts';
import { type Fascicolo, type Materia, prepareFascicolo } from './prepara.ts';
import { listSpiegazioni } from './spiegazioni.ts';

export interface Tipografia {
  readonly api: Handler;
  readonly deposito: Deposito;
  readonly pagine: DepositoPagine;
  readonly modello: Modello;
  readonly now: () => Date;
  /** Tells this software from another that could prepare other pages from the same data; absent: pages are always prepared anew. */
  readonly software?: string;
}

/** Who opened a page before it was replaced goes on reading from its folder for at least this long. */
const CONSERVAZIONE_MS = 24 * 60 * 60 * 1000;
/** Publications that come while the pages of the one before are being prepared. */
const RINCORSE_MASSIME = 5;

/** Of every set that there is, one after the other. @returns those that could not be prepared, with the fault */
export async function publishTutte(tipografia: Tipografia): Promise<ReadonlyMap<string, unknown>> {
  const ambiti = await listAmbiti(tipografia.deposito);
  return publishInsiemi(tipografia, [INSIEME_COMUNE, ...ambiti.map(({ id }) => id)]);
}

/** A set that fails does not keep the others from being published. */
export async function publishInsiemi(
  tipografia: Tipografia,
  insiemi: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const guasti = new Map<string, unknown>();
  for (const insieme of new Set(insiemi)) {
    await publishPagine(tipografia, insieme).catch((errore: unknown) => guasti.set(insieme, errore));
  }
  return guasti;
}

/**
 * @param insieme id of an ambito, or the set of the pages that belong to none
 * @throws PaginaMancataError if a page cannot be prepared: the pages that are there stay
 */
export async function publishPagine(tipografia: Tipografia, insieme: string): Promise<void> {
  const { pagine, now } = tipografia;
  const prima = await pagine.readRegistro(insieme);
  const fascicolo = await prepareFermo(tipografia, insieme, prima?.origine);
  if (!fascicolo) return;
  if (prima?.impronta !== fascicolo.impronta) {
    const cartella = toCartella(insieme, fascicolo.impronta);
    const scritture = [...fascicolo.file].map(([nome, testo]) => {
      const stile = nome.endsWith('.html') ? hashStile(testo) : undefined;
      return pagine.putFile({ indirizzo: `${cartella}${nome}`, testo, ...(stile && { stile }) });
    });
    await Promise.all(scritture);
  }
  const { scadute, registro } = replaceRegistro(prima, fascicolo, now());
  if (!(await pagine.publish(insieme, registro))) return;
  for (const impronta of scadute) await pagine.removeCartella(insieme, impronta);
}

interface Preparato extends Fascicolo, Pick<Registro, 'numero' | 'origine'> {}

/**
 * Prepared while nothing changed: what one page says, all the others of the set say.
 * @param origine of the pages that are there
 * @returns null where there is nothing to prepare: the ambito is not registered, or the pages are there already
 */
async function prepareFermo(tipografia: Tipografia, insieme: string, origine?: string): Promise<Preparato | null> {
  let stato = await readStato(tipografia, insieme);
  for (let rincorsa = 0; rincorsa < RINCORSE_MASSIME; rincorsa++) {
    if (!stato || (tipografia.software && stato.origine === origine)) return null;
    const fascicolo = await prepareFascicolo(tipografia, await readMateria(tipografia.deposito, insieme, stato));
    const dopo = await readStato(tipografia, insieme);
    if (dopo?.origine === stato.origine) return { ...fascicolo, numero: stato.numero, origine: stato.origine };
    stato = dopo;
  }
  throw new Error(`${insieme}: pubblicazioni troppo frequenti per prepararne le pagine`);
}

/** What the pages of a set are made from, at one moment. */
interface Stato {
  readonly ambiti: readonly Ambito[];
  readonly numero: number;
  /** Content hash of all this, and of the software. */
  readonly origine: string;
}

async function readStato({ deposito, software = '' }: Tipografia, insieme: string): Promise<Stato | null> {
  const ambiti = await listAmbiti(deposito);
  if (insieme !== INSIEME_COMUNE && !ambiti.some(({ id }) => id === insieme)) return null;
  const numeri = await Promise.all(ambiti.map(async ({ id }) => (await readEdizione(deposito, id))?.numero ?? 0));
  const numero = numeri.reduce(
    (somma, uno, i) => (insieme === INSIEME_COMUNE || ambiti[i]?.id === insieme ? somma + uno : somma),
    0,
  );
  const origine = createHash('sha256').update(toCanonico({ software, ambiti, numeri })).digest('hex');
  return { ambiti, numero, origine };
}

async function readMateria(deposito: Deposito, insieme: string, { ambiti, numero }: Stato): Promise<Materia> {
  const edizione = insieme === INSIEME_COMUNE || numero === 0 ? null : await readEdizione(deposito, insieme, numero);
  const risultati = edizione && (await readRisultati(deposito, edizione.risultati));
  return {
    insieme,
    numero,
    edizione: edizione?.numero ?? 0,
    ambiti,
    spiegazioni: edizione && risultati ? listSpiegazioni(edizione, risultati) : [],
    eta: listEta(risultati?.osservazioni ?? []),
  };
}

/** What was current becomes one of those that are kept for a while; those that have been kept long enough go. */
function replaceRegistro(
  prima: Registro | null,
  { numero, impronta, pagine, origine }: Preparato,
  adesso: Date,
): { registro: Registro; scadute: string[] } {
  const uscente = prima && prima.impronta !== impronta ? [{ impronta: prima.impronta, il: adesso.toISOString() }] : [];
  const candidate = [...(prima?.sostituite ?? []), ...uscente].filter((una) => una.impronta !== impronta);
  const isScaduta = ({ il }: { il: string }): boolean => adesso.getTime() - Date.parse(il) > CONSERVAZIONE_MS;
  return {
    registro: { numero, impronta, pagine, origine, sostituite: candidate.filter((una) => !isScaduta(una)) },
    scadute: candidate.filter(isScaduta).map((una) => una.impronta),
  };
}
