/** Every page's address, what it reads before it is shown, and which of them wait until they are asked for. */
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  notFound,
  Outlet,
  type RouterHistory,
  redirect,
  useRouter,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isPerFascia } from '../../functions/core/indicatori/per-fascia.ts';
import { LetturaError } from './api/errore.ts';
import type { Api } from './api/letture.ts';
import { bringCodice } from './codice.ts';
import { Cornice } from './componenti/cornice.tsx';
import { PannelloSpiegazione } from './componenti/spiegazione.tsx';
import { Attesa, Errore } from './componenti/stati.tsx';
import { indirizzi, type Ricerca, readRicerca, writeRicerca } from './indirizzi.ts';
import { ConPosizione } from './navigazione.tsx';
import { PaginaAssente } from './pagine/assente.tsx';
import { lazyPagina } from './pigra.ts';

interface Contesto {
  readonly api: Api;
  /** Brings what the page at that path needs, all at once, where a publication has left it. */
  readonly prepare: ((percorso: string) => Promise<void>) | undefined;
  /** Puts a page under what is to be known of its edizione, or something else in its place. Absent where the current one is read. */
  readonly racchiudi: ((pagina: ReactNode) => ReactNode) | undefined;
}

type Lettura<T> = (api: Api, id: string, segnale: AbortSignal) => Promise<T>;

interface Richiesta {
  readonly context: Contesto;
  readonly params: { readonly ambito: string };
  readonly abortController: AbortController;
}

/** Reads what a page shows of an ambito. How it is read comes with the page: one piece of code for both. */
function readPerAmbito<T>(bring: () => Promise<Lettura<T>>) {
  return async ({ context, params, abortController }: Richiesta) => {
    const load = await bringCodice(bring);
    return load(context.api, params.ambito, abortController.signal);
  };
}

function validateSearch(ricerca: Record<string, unknown>): Ricerca {
  return Object.fromEntries(Object.entries(ricerca).flatMap(([nome, v]) => (typeof v === 'string' ? [[nome, v]] : [])));
}

function ErroreDiRotta({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  if (error instanceof LetturaError && error.genere === 'assente') return <PaginaAssente />;
  const onRiprova = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="pagina">
      <title>Errore · Osservatorio del Piano di Zona</title>
      <h1 tabIndex={-1} className="solo-lettori">
        Errore
      </h1>
      <Errore errore={error} onRiprova={onRiprova} />
    </div>
  );
}

function AttesaDiRotta() {
  return (
    <div className="pagina">
      <Attesa />
    </div>
  );
}

const radice = createRootRouteWithContext<Contesto>()({
  beforeLoad: ({ context, location }) => context.prepare?.(location.pathname),
  component: Cornice,
  notFoundComponent: PaginaAssente,
  validateSearch,
});

const inizio = createRoute({
  getParentRoute: () => radice,
  path: '/',
  loader: async ({ context, abortController }) => {
    const ambiti = await context.api.readAmbiti(abortController.signal);
    const [unico] = ambiti;
    if (unico && ambiti.length === 1) throw redirect({ href: indirizzi.panoramica(unico.id), replace: true });
    return { ambiti };
  },
  component: lazyPagina(() => import('./pagine/inizio.tsx'), 'IniziaRotta'),
});

const ambito = createRoute({
  getParentRoute: () => radice,
  path: '$ambito',
  loader: async ({ context, params, abortController }) => {
    // Ids of ambiti are lower-case words; anything else is an address that was never ours, and the API need not be asked.
    if (!/^[a-z][a-z0-9-]*$/.test(params.ambito)) throw notFound();
    return { ambito: await context.api.readAmbito(params.ambito, abortController.signal) };
  },
  component: function Ambito() {
    const { api } = ambito.useRouteContext();
    return (
      <>
        <Outlet />
        <PannelloSpiegazione api={api} ambito={ambito.useLoaderData().ambito} />
      </>
    );
  },
});

const bringPanoramica = () => import('./pagine/panoramica.tsx');
const panoramica = createRoute({
  getParentRoute: () => ambito,
  path: '/',
  loader: readPerAmbito(async () => (await bringPanoramica()).loadPanoramica),
  component: lazyPagina(bringPanoramica, 'PanoramicaRotta'),
});

const bringConfronto = () => import('./pagine/confronto.tsx');
const confronto = createRoute({
  getParentRoute: () => ambito,
  path: 'confronto',
  loaderDeps: ({ search }) => ({
    indicatore: search.indicatore,
    misura: search.misura,
    grafico: search.grafico,
    per: search.per,
    // What else an address asks for is chosen among what was read; of the bands of age too few are read for that.
    fascia: search.fascia,
    periodo: isPerFascia(search.indicatore) ? search.periodo : undefined,
    con: search.con,
  }),
  loader: async ({ context, params, deps, abortController }) => {
    const { loadConfronto } = await bringCodice(bringConfronto);
    return loadConfronto(context.api, { ambito: params.ambito, ...deps }, abortController.signal);
  },
  component: lazyPagina(bringConfronto, 'ConfrontoRotta'),
});

const bringSpesa = () => import('./pagine/spesa.tsx');
const spesa = createRoute({
  getParentRoute: () => ambito,
  path: 'spesa',
  loader: readPerAmbito(async () => (await bringSpesa()).loadSpesa),
  component: lazyPagina(bringSpesa, 'SpesaRotta'),
});

const bringCofinanziamento = () => import('./pagine/cofinanziamento.tsx');
const cofinanziamento = createRoute({
  getParentRoute: () => ambito,
  path: 'cofinanziamento',
  loader: readPerAmbito(async () => (await bringCofinanziamento()).loadCofinanziamento),
  component: lazyPagina(bringCofinanziamento, 'CofinanziamentoRotta'),
});

const bringLeps = () => import('./pagine/leps.tsx');
const leps = createRoute({
  getParentRoute: () => ambito,
  path: 'leps',
  loader: readPerAmbito(async () => (await bringLeps()).loadLeps),
  component: lazyPagina(bringLeps, 'LepsRotta'),
});

const bringComune = () => import('./pagine/comune.tsx');
const comune = createRoute({
  getParentRoute: () => ambito,
  path: 'comuni/$codice',
  loader: async ({ context, params, abortController }) => {
    const { loadComune } = await bringCodice(bringComune);
    return loadComune(context.api, { ambito: params.ambito, codice: params.codice }, abortController.signal);
  },
  component: lazyPagina(bringComune, 'ComuneRotta'),
});

const bringServizi = () => import('./pagine/servizi.tsx');
const servizi = createRoute({
  getParentRoute: () => ambito,
  path: 'servizi',
  loader: readPerAmbito(async () => (await bringServizi()).loadServizi),
  component: lazyPagina(bringServizi, 'ServiziRotta'),
});

const bringRelazione = () => import('./pagine/relazione.tsx');
const relazione = createRoute({
  getParentRoute: () => ambito,
  path: 'relazione',
  loader: readPerAmbito(async () => (await bringRelazione()).loadRelazione),
  component: lazyPagina(bringRelazione, 'RelazioneRotta'),
});

const bringPercorso = () => import('./pagine/percorso.tsx');
const percorso = createRoute({
  getParentRoute: () => ambito,
  path: 'percorso',
  loader: readPerAmbito(async () => (await bringPercorso()).loadPercorso),
  component: lazyPagina(bringPercorso, 'PercorsoRotta'),
});

const bringQualita = () => import('./pagine/qualita.tsx');
const qualita = createRoute({
  getParentRoute: () => ambito,
  path: 'qualita',
  loader: readPerAmbito(async () => (await bringQualita()).loadQualita),
  component: lazyPagina(bringQualita, 'QualitaRotta'),
});

const bringMetodo = () => import('./pagine/metodo.tsx');
const metodo = createRoute({
  getParentRoute: () => radice,
  path: 'metodo',
  loader: async ({ context, abortController }) => ({
    catalogo: await context.api.readIndicatori(abortController.signal),
  }),
  component: lazyPagina(bringMetodo, 'MetodoRotta'),
});

const indicatore = createRoute({
  getParentRoute: () => radice,
  path: 'metodo/indicatori/$id',
  loader: async ({ context, params, abortController }) => {
    const { loadIndicatore } = await bringCodice(bringMetodo);
    return loadIndicatore(context.api, params.id, abortController.signal);
  },
  component: lazyPagina(bringMetodo, 'IndicatoreRotta'),
});

const bringDati = () => import('./pagine/dati.tsx');
const dati = createRoute({
  getParentRoute: () => radice,
  path: 'dati',
  loaderDeps: ({ search }) => ({ ambito: search.ambito }),
  loader: async ({ context, deps, abortController }) => {
    const { loadDati } = await bringCodice(bringDati);
    return loadDati(context.api, deps.ambito, abortController.signal);
  },
  component: lazyPagina(bringDati, 'DatiRotta'),
});

/** The desk finds its own way below its address: all of it is one piece that waits until it is asked for. */
const riservata = createRoute({
  getParentRoute: () => radice,
  path: 'area-riservata',
  component: lazyPagina(() => import('./riservata/rotta.tsx'), 'AreaRiservata'),
});

const riservataInterna = createRoute({ getParentRoute: () => riservata, path: '$' });

const bringTesti = () => import('./pagine/testi.tsx');
const accessibilita = createRoute({
  getParentRoute: () => radice,
  path: 'accessibilita',
  component: lazyPagina(bringTesti, 'AccessibilitaPagina'),
});

const privacy = createRoute({
  getParentRoute: () => radice,
  path: 'privacy',
  component: lazyPagina(bringTesti, 'PrivacyPagina'),
});

const albero = radice.addChildren([
  inizio,
  ambito.addChildren([
    panoramica,
    confronto,
    spesa,
    cofinanziamento,
    leps,
    comune,
    servizi,
    relazione,
    percorso,
    qualita,
  ]),
  metodo,
  indicatore,
  dati,
  riservata.addChildren([riservataInterna]),
  accessibilita,
  privacy,
]);

interface Opzioni {
  readonly api: Api;
  /** Absent in the browser; in memory where pages are prepared or tested. */
  readonly storia?: RouterHistory;
  readonly prepare?: Contesto['prepare'];
  readonly racchiudi?: Contesto['racchiudi'];
}

export function createOsservatorio({ api, storia, prepare, racchiudi }: Opzioni) {
  return createRouter({
    routeTree: albero,
    InnerWrap: ConPosizione,
    context: { api, prepare, racchiudi },
    ...(storia ? { history: storia } : {}),
    parseSearch: readRicerca,
    stringifySearch: writeRicerca,
    defaultErrorComponent: ErroreDiRotta,
    defaultPendingComponent: AttesaDiRotta,
    defaultNotFoundComponent: PaginaAssente,
    defaultPendingMs: 300,
    defaultPendingMinMs: 300,
    // Readings are kept by the API client, which knows what goes stale.
    defaultStaleTime: 0,
    defaultGcTime: 60_000,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createOsservatorio>;
  }
}
