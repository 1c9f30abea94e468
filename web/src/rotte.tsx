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
}

type Lettura<T> = (api: Api, id: string, segnale: AbortSignal) => Promise<T>;

interface Richiesta {
  readonly context: Contesto;
  readonly params: { readonly ambito: string };
  readonly abortController: AbortController;
}

/** Reads what a page shows of an ambito. How it is read comes with the page, like all its code. */
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
  staticData: { codice: ['pagine/inizio.tsx'] },
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

const panoramica = createRoute({
  getParentRoute: () => ambito,
  path: '/',
  staticData: { codice: ['pagine/panoramica.tsx', 'pagine/panoramica/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/panoramica/letture.ts').then(({ loadPanoramica }) => loadPanoramica)),
  component: lazyPagina(() => import('./pagine/panoramica.tsx'), 'PanoramicaRotta'),
});

const confronto = createRoute({
  getParentRoute: () => ambito,
  path: 'confronto',
  staticData: { codice: ['pagine/confronto.tsx', 'pagine/confronto/letture.ts'] },
  loaderDeps: ({ search }) => ({
    indicatore: search.indicatore,
    misura: search.misura,
    grafico: search.grafico,
    per: search.per,
  }),
  loader: async ({ context, params, deps, abortController }) => {
    const { loadConfronto } = await bringCodice(() => import('./pagine/confronto/letture.ts'));
    return loadConfronto(context.api, { ambito: params.ambito, ...deps }, abortController.signal);
  },
  component: lazyPagina(() => import('./pagine/confronto.tsx'), 'ConfrontoRotta'),
});

const spesa = createRoute({
  getParentRoute: () => ambito,
  path: 'spesa',
  staticData: { codice: ['pagine/spesa.tsx', 'pagine/spesa/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/spesa/letture.ts').then(({ loadSpesa }) => loadSpesa)),
  component: lazyPagina(() => import('./pagine/spesa.tsx'), 'SpesaRotta'),
});

const cofinanziamento = createRoute({
  getParentRoute: () => ambito,
  path: 'cofinanziamento',
  staticData: { codice: ['pagine/cofinanziamento.tsx', 'pagine/cofinanziamento/letture.ts'] },
  loader: readPerAmbito(() =>
    import('./pagine/cofinanziamento/letture.ts').then(({ loadCofinanziamento }) => loadCofinanziamento),
  ),
  component: lazyPagina(() => import('./pagine/cofinanziamento.tsx'), 'CofinanziamentoRotta'),
});

const leps = createRoute({
  getParentRoute: () => ambito,
  path: 'leps',
  staticData: { codice: ['pagine/leps.tsx', 'pagine/leps/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/leps/letture.ts').then(({ loadLeps }) => loadLeps)),
  component: lazyPagina(() => import('./pagine/leps.tsx'), 'LepsRotta'),
});

const comune = createRoute({
  getParentRoute: () => ambito,
  path: 'comuni/$codice',
  staticData: { codice: ['pagine/comune.tsx', 'pagine/comune/letture.ts'] },
  loader: async ({ context, params, abortController }) => {
    const { loadComune } = await bringCodice(() => import('./pagine/comune/letture.ts'));
    return loadComune(context.api, { ambito: params.ambito, codice: params.codice }, abortController.signal);
  },
  component: lazyPagina(() => import('./pagine/comune.tsx'), 'ComuneRotta'),
});

const servizi = createRoute({
  getParentRoute: () => ambito,
  path: 'servizi',
  staticData: { codice: ['pagine/servizi.tsx', 'pagine/servizi/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/servizi/letture.ts').then(({ loadServizi }) => loadServizi)),
  component: lazyPagina(() => import('./pagine/servizi.tsx'), 'ServiziRotta'),
});

const relazione = createRoute({
  getParentRoute: () => ambito,
  path: 'relazione',
  staticData: { codice: ['pagine/relazione.tsx', 'pagine/relazione/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/relazione/letture.ts').then(({ loadRelazione }) => loadRelazione)),
  component: lazyPagina(() => import('./pagine/relazione.tsx'), 'RelazioneRotta'),
});

const percorso = createRoute({
  getParentRoute: () => ambito,
  path: 'percorso',
  staticData: { codice: ['pagine/percorso.tsx', 'pagine/percorso/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/percorso/letture.ts').then(({ loadPercorso }) => loadPercorso)),
  component: lazyPagina(() => import('./pagine/percorso.tsx'), 'PercorsoRotta'),
});

const qualita = createRoute({
  getParentRoute: () => ambito,
  path: 'qualita',
  staticData: { codice: ['pagine/qualita.tsx', 'pagine/qualita/letture.ts'] },
  loader: readPerAmbito(() => import('./pagine/qualita/letture.ts').then(({ loadQualita }) => loadQualita)),
  component: lazyPagina(() => import('./pagine/qualita.tsx'), 'QualitaRotta'),
});

const metodo = createRoute({
  getParentRoute: () => radice,
  path: 'metodo',
  staticData: { codice: ['pagine/metodo.tsx'] },
  loader: async ({ context, abortController }) => ({
    catalogo: await context.api.readIndicatori(abortController.signal),
  }),
  component: lazyPagina(() => import('./pagine/metodo.tsx'), 'MetodoRotta'),
});

const indicatore = createRoute({
  getParentRoute: () => radice,
  path: 'metodo/indicatori/$id',
  staticData: { codice: ['pagine/metodo.tsx', 'pagine/metodo/letture.ts'] },
  loader: async ({ context, params, abortController }) => {
    const { loadIndicatore } = await bringCodice(() => import('./pagine/metodo/letture.ts'));
    return loadIndicatore(context.api, params.id, abortController.signal);
  },
  component: lazyPagina(() => import('./pagine/metodo.tsx'), 'IndicatoreRotta'),
});

const dati = createRoute({
  getParentRoute: () => radice,
  path: 'dati',
  staticData: { codice: ['pagine/dati.tsx', 'pagine/dati/letture.ts'] },
  loaderDeps: ({ search }) => ({ ambito: search.ambito }),
  loader: async ({ context, deps, abortController }) => {
    const { loadDati } = await bringCodice(() => import('./pagine/dati/letture.ts'));
    return loadDati(context.api, deps.ambito, abortController.signal);
  },
  component: lazyPagina(() => import('./pagine/dati.tsx'), 'DatiRotta'),
});

/** The desk finds its own way below its address: all of it is one piece that waits until it is asked for. */
const riservata = createRoute({
  getParentRoute: () => radice,
  path: 'area-riservata',
  component: lazyPagina(() => import('./riservata/rotta.tsx'), 'AreaRiservata'),
});

const riservataInterna = createRoute({ getParentRoute: () => riservata, path: '$' });

const accessibilita = createRoute({
  getParentRoute: () => radice,
  path: 'accessibilita',
  staticData: { codice: ['pagine/testi.tsx'] },
  component: lazyPagina(() => import('./pagine/testi.tsx'), 'AccessibilitaPagina'),
});

const privacy = createRoute({
  getParentRoute: () => radice,
  path: 'privacy',
  staticData: { codice: ['pagine/testi.tsx'] },
  component: lazyPagina(() => import('./pagine/testi.tsx'), 'PrivacyPagina'),
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
}

export function createOsservatorio({ api, storia, prepare }: Opzioni) {
  return createRouter({
    routeTree: albero,
    InnerWrap: ConPosizione,
    context: { api, prepare },
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
  interface StaticDataRouteOption {
    /** The modules that a page waits for: one that is prepared names them in itself, and they come all at once. */
    codice?: readonly string[];
  }
}
