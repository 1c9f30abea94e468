/** The permalinks of the site, and the state that a view keeps in them: readable Italian parameters, lists joined by commas. */
import { type Conto, type Figura, writeFigure } from './serie/figura.ts';
import { STATO_PREDEFINITO, type StatoConfronto, writeStatoConfronto } from './serie/stato-confronto.ts';
import { type StatoServizi, writeStatoServizi } from './serie/stato-servizi.ts';

export type Ricerca = Readonly<Record<string, string>>;

export function readRicerca(testo: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(testo));
}

/** What says nothing is left out. Commas, colons and semicolons stay as they are: an address is read by people too. */
export function writeRicerca(ricerca: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [nome, valore] of Object.entries(ricerca)) {
    const testo = Array.isArray(valore) ? valore.join(',') : valore;
    if (typeof testo === 'string' && testo !== '') query.set(nome, testo);
  }
  const testo = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';');
  return testo ? `?${testo}` : '';
}

const segmento = encodeURIComponent;

interface Fissata {
  readonly ambito: string;
  readonly edizione: string;
}

/** The edizione that this window reads of an ambito: it is said once, by the address that the window was opened at, and holds until it goes. */
let fissata: Fissata | undefined;

export function fixEdizione(quale: Fissata | undefined): void {
  fissata = quale;
}

/** What an address says of the edizione, as it says it. */
export function edizioneIn(indirizzo: string): string | undefined {
  return /[?&](edizione=[^&#]*)/.exec(indirizzo)?.[1];
}

/** The same view, in that edizione for ever: what is cited is found again as it was. */
export function withEdizione(indirizzo: string, edizione: number): string {
  if (edizioneIn(indirizzo)) return indirizzo;
  return indirizzo.replace(/#|$/, (fine) => `${indirizzo.includes('?') ? '&' : '?'}edizione=${edizione}${fine}`);
}

/** Every link to what an ambito has published stays in the edizione that is being read. */
const writeRicercaDi = (ambito: string | undefined, ricerca?: Readonly<Record<string, unknown>>): string =>
  writeRicerca({ ...ricerca, ...(fissata?.ambito === ambito && { edizione: fissata?.edizione }) });

const paginaDi = (ambito: string, sezione: string, ricerca?: Readonly<Record<string, unknown>>): string =>
  `/${segmento(ambito)}${sezione}${writeRicercaDi(ambito, ricerca)}`;

export const indirizzi = {
  inizio: () => '/',
  panoramica: (ambito: string) => paginaDi(ambito, ''),
  confronto: (ambito: string, stato: Partial<StatoConfronto> = {}) =>
    paginaDi(ambito, '/confronto', writeStatoConfronto({ ...STATO_PREDEFINITO, ...stato })),
  spesa: (ambito: string, ricerca?: Ricerca) => paginaDi(ambito, '/spesa', ricerca),
  cofinanziamento: (ambito: string, ricerca?: Ricerca) => paginaDi(ambito, '/cofinanziamento', ricerca),
  leps: (ambito: string, ricerca?: Ricerca) => paginaDi(ambito, '/leps', ricerca),
  comune: (ambito: string, codice: string) => paginaDi(ambito, `/comuni/${segmento(codice)}`),
  relazione: (ambito: string) => paginaDi(ambito, '/relazione'),
  servizi: (ambito: string, stato: Partial<StatoServizi> = {}) =>
    paginaDi(ambito, '/servizi', writeStatoServizi(stato)),
  percorso: (ambito: string, stato?: { ciclo?: string }) => paginaDi(ambito, '/percorso', stato),
  qualita: (ambito: string, filtri?: { comune?: string | undefined; codice?: string | undefined }) =>
    paginaDi(ambito, '/qualita', filtri),
  metodo: () => '/metodo',
  indicatore: (id: string) => `/metodo/indicatori/${segmento(id)}`,
  dati: (ambito?: string) => `/dati${writeRicercaDi(ambito, { ambito })}`,
  riservata: () => '/area-riservata',
  accessibilita: () => '/accessibilita',
  privacy: () => '/privacy',
} as const;

interface Spiegata {
  readonly figure: readonly Figura[];
  /** How they make the value, where it is not plain from what they are. */
  readonly conto?: Conto | undefined;
}

/** The same view, with the walk back of these figures open. */
export function withSpiegazione(percorso: string, ricerca: Ricerca, { figure, conto }: Spiegata): string {
  return `${percorso}${writeRicerca({ ...ricerca, spiega: writeFigure(figure), conto: figure.length > 1 ? conto : undefined })}`;
}

export function withoutSpiegazione(percorso: string, ricerca: Ricerca): string {
  const { spiega: _, conto: __, ...resto } = ricerca;
  return `${percorso}${writeRicerca(resto)}`;
}

const API = '/api/v1';

export const indirizziApi = {
  indicatoriCsv: (ambito: string, filtri: Readonly<Record<string, string | undefined>>) =>
    `${API}/ambiti/${segmento(ambito)}/indicatori.csv${writeRicercaDi(ambito, filtri)}`,
  tabellaCsv: (ambito: string, tipo: string) =>
    `${API}/ambiti/${segmento(ambito)}/tabelle/${segmento(tipo)}.csv${writeRicercaDi(ambito)}`,
  calendarioIcs: (ambito: string, ciclo: string) =>
    `${API}/ambiti/${segmento(ambito)}/calendario.ics${writeRicercaDi(ambito, { ciclo })}`,
  originale: (
    ambito: string,
    { tipo, versione, parte }: { readonly tipo: string; readonly versione: number; readonly parte: string },
  ) =>
    `${API}/ambiti/${segmento(ambito)}/tabelle/${segmento(tipo)}/versioni/${versione}/parti/${segmento(parte)}/originale`,
  modelloCsv: (tipo: string) => `${API}/tipi/${segmento(tipo)}/modello.csv`,
  schema: (tipo: string) => `${API}/tipi/${segmento(tipo)}/schema.json`,
  documentazione: () => '/api',
} as const;
