/**
 * Where the code of each page stands, for who prepares it: a prepared page names in itself all that it waits for, and it comes at once.
 * A browser that goes from page to page asks for it by itself.
 */
import type { createOsservatorio } from './rotte.tsx';

type RottaId = keyof ReturnType<typeof createOsservatorio>['routesById'];

/** By the id of the route, the path under `web/src`; null for what comes with the first code, or is never prepared. */
export const CODICE_ROTTE: Readonly<Record<RottaId, string | null>> = {
  __root__: null,
  '/': 'pagine/inizio.tsx',
  '/$ambito': null,
  '/$ambito/': 'pagine/panoramica.tsx',
  '/$ambito/confronto': 'pagine/confronto.tsx',
  '/$ambito/spesa': 'pagine/spesa.tsx',
  '/$ambito/cofinanziamento': 'pagine/cofinanziamento.tsx',
  '/$ambito/leps': 'pagine/leps.tsx',
  '/$ambito/comuni/$codice': 'pagine/comune.tsx',
  '/$ambito/servizi': 'pagine/servizi.tsx',
  '/$ambito/relazione': 'pagine/relazione.tsx',
  '/$ambito/percorso': 'pagine/percorso.tsx',
  '/$ambito/qualita': 'pagine/qualita.tsx',
  '/metodo': 'pagine/metodo.tsx',
  '/metodo/indicatori/$id': 'pagine/metodo.tsx',
  '/dati': 'pagine/dati.tsx',
  '/accessibilita': 'pagine/testi.tsx',
  '/privacy': 'pagine/testi.tsx',
  '/area-riservata': null,
  '/area-riservata/$': null,
};
