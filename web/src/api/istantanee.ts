/**
 * What a publication left with its pages, read by the browser: one file holds every reply that a page needs. Pages, data and
 * edizione of one view belong together, since all of them come from one folder that never changes.
 */
import {
  INSIEME_COMUNE,
  type IndiceLetture,
  type Istantanea,
  insiemeOf,
  NOME_INDICE,
  type Puntatore,
  toCanonica,
  toCartella,
  toNomePagina,
  toNomeSpiegazioni,
  toPuntatore,
} from '../../../functions/core/http/istantanee.ts';
import { withEdizione } from '../indirizzi.ts';
import type { LettoreIstantanee } from './letture.ts';

/** How long a publication is taken as the current one without asking. */
const ATTUALE_MS = 60_000;
const TIMEOUT_MS = 12_000;

export interface Istantanee extends LettoreIstantanee {
  /** Brings the replies that a page needs. What is not there is left to the API: it never fails. */
  prepare(percorso: string): Promise<void>;
  /** Whether all that a page needs is here. */
  has(percorso: string): boolean;
}

/** A publication of a set of pages, and what of it has been read. */
interface Pubblicazione extends Puntatore {
  readonly insieme: string;
  verificataIl: number;
  readonly letture: Map<string, unknown>;
  readonly file: Map<string, Promise<boolean>>;
  readonly pronti: Set<string>;
  indice?: Promise<IndiceLetture>;
}

interface Opzioni {
  readonly fetch: typeof globalThis.fetch;
  readonly base: string;
  /** The publication that the page at hand came with. */
  readonly nota?: ({ readonly insieme: string } & Puntatore) | undefined;
}

export function createIstantanee({ fetch, base, nota }: Opzioni): Istantanee {
  const pubblicazioni = new Map<string, Pubblicazione>();
  let attiva: Pubblicazione | undefined;
  let daScrivania = false;
  if (nota) pubblicazioni.set(nota.insieme, open(nota.insieme, nota));

  /** @throws Error of any kind where there is no such file */
  async function readFile<T>(indirizzo: string, cache: RequestCache = 'default'): Promise<T> {
    const risposta = await fetch(indirizzo, { cache, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!risposta.ok) throw new Error(`${indirizzo}: ${risposta.status}`);
    return (await risposta.json()) as T;
  }

  /** @returns whether it is here */
  function load(pubblicazione: Pubblicazione, nome: string): Promise<boolean> {
    const gia = pubblicazione.file.get(nome);
    if (gia !== undefined) return gia;
    const { insieme, impronta, letture, file, pronti } = pubblicazione;
    const letto = readFile<Istantanea>(`${toCartella(insieme, impronta)}${nome}.json`).then(
      (istantanea) => {
        for (const [percorso, corpo] of Object.entries(istantanea.letture)) letture.set(percorso, corpo);
        pronti.add(nome);
        return true;
      },
      () => {
        // Asked for again by the next who needs it.
        file.delete(nome);
        return false;
      },
    );
    file.set(nome, letto);
    return letto;
  }

  /** What is current now. A publication older than one already seen is not: what a reader reads never goes back. */
  async function refresh(insieme: string, minimo: number): Promise<Pubblicazione | undefined> {
    const corrente = pubblicazioni.get(insieme);
    if (corrente && corrente.numero >= minimo && Date.now() - corrente.verificataIl < ATTUALE_MS) return corrente;
    const trovata = await readFile<Puntatore>(toPuntatore(insieme), 'no-cache').catch(() => null);
    const nuova = trovata && trovata.numero >= minimo && trovata.numero >= (corrente?.numero ?? 0) ? trovata : null;
    if (nuova && nuova.impronta !== corrente?.impronta) {
      const aperta = open(insieme, nuova);
      pubblicazioni.set(insieme, aperta);
      return aperta;
    }
    if (corrente && trovata) corrente.verificataIl = Date.now();
    return corrente && corrente.numero >= minimo ? corrente : undefined;
  }

  /** Who comes from the desk may have published a moment ago: the pages may still have to follow. */
  async function readMinimo(insieme: string): Promise<number> {
    if (!daScrivania) return 0;
    for (const una of pubblicazioni.values()) una.verificataIl = 0;
    if (insieme === INSIEME_COMUNE) return 0;
    const indirizzo = `${base}/ambiti/${insieme}`;
    return readFile<{ edizione: number }>(indirizzo, 'no-cache').then(
      ({ edizione }) => edizione,
      () => 0,
    );
  }

  return {
    prepare: async (percorso) => {
      const insieme = insiemeOf(percorso);
      if (insieme === null) {
        daScrivania = true;
        attiva = undefined;
        return;
      }
      const nome = toNomePagina(percorso);
      const minimo = await readMinimo(insieme);
      daScrivania = false;
      const prima = pubblicazioni.get(insieme);
      const [corrente] = await Promise.all([refresh(insieme, minimo), prima && load(prima, nome)]);
      attiva = corrente;
      if (corrente) await load(corrente, nome);
    },
    has: (percorso) => {
      const insieme = insiemeOf(percorso);
      return insieme !== null && pubblicazioni.get(insieme)?.pronti.has(toNomePagina(percorso)) === true;
    },
    find: async (percorso) => {
      if (!attiva) return undefined;
      const chiave = toCanonica(percorso);
      const sua = pubblicazioni.get(ambitoOf(percorso) ?? INSIEME_COMUNE);
      const candidate = [...new Set([attiva, sua])].filter((una) => una !== undefined);
      const letta = candidate.find(({ letture }) => letture.has(chiave));
      if (letta) return letta.letture.get(chiave);
      for (const una of candidate) {
        const nome = await findFile(una, chiave);
        if (nome !== undefined && (await load(una, nome)) && una.letture.has(chiave)) return una.letture.get(chiave);
      }
      return undefined;
    },
    pin: (percorso) => {
      const pubblicazione = pubblicazioni.get(ambitoOf(percorso) ?? '');
      if (!pubblicazione || pubblicazione !== attiva || !CON_EDIZIONE.test(percorso)) return percorso;
      return withEdizione(percorso, pubblicazione.numero);
    },
  };

  /** In which file of a publication a reply stands that no page read so far has brought. */
  async function findFile(pubblicazione: Pubblicazione, chiave: string): Promise<string | undefined> {
    const indicatore = SPIEGAZIONE.exec(chiave)?.[1];
    if (indicatore !== undefined) return toNomeSpiegazioni(indicatore);
    const { insieme, impronta } = pubblicazione;
    const indirizzo = `${toCartella(insieme, impronta)}${NOME_INDICE}.json`;
    pubblicazione.indice ??= readFile<IndiceLetture>(indirizzo).catch(() => {
      delete pubblicazione.indice;
      return {};
    });
    return (await pubblicazione.indice)[chiave];
  }
}

const SPIEGAZIONE = /^\/ambiti\/[^/]+\/indicatori\/([^/]+)\/spiegazione\?/;
/** The readings of which the API keeps every edizione. */
export const CON_EDIZIONE =
  /^\/ambiti\/[^/]+\/(indicatori|tabelle\/[^/]+|qualita|calendario)(\/[^/]+\/spiegazione)?(\?|$)/;

function ambitoOf(percorso: string): string | undefined {
  return /^\/ambiti\/([^/?]+)/.exec(percorso)?.[1];
}

function open(insieme: string, { numero, impronta }: Puntatore): Pubblicazione {
  const vuota = { letture: new Map(), file: new Map(), pronti: new Set<string>() };
  return { insieme, numero, impronta, verificataIl: Date.now(), ...vuota };
}
