/** The permalinks of the site, and the state that a view keeps in them: readable Italian parameters, lists joined by commas. */
import { type Conto, type Figura, writeFigure } from './serie/figura.ts';
import { STATO_PREDEFINITO, type StatoConfronto, writeStatoConfronto } from './serie/stato-confronto.ts';
import { type StatoServizi, writeStatoServizi } from './serie/stato-servizi.ts';

export type Ricerca = Readonly<Record<string, string>>;

export function readRicerca(testo: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(testo));
}

/** Commas, colons and semicolons stay as they are: an address is read by people too. */
export function writeRicerca(ricerca: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [nome, valore] of Object.entries(ricerca)) {
    if (typeof valore === 'string' && valore !== '') query.set(nome, valore);
  }
  const testo = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';');
  return testo ? `?${testo}` : '';
}

const segmento = encodeURIComponent;

export const indirizzi = {
  inizio: () => '/',
  panoramica: (ambito: string) => `/${segmento(ambito)}`,
  confronto: (ambito: string, stato: Partial<StatoConfronto> = {}) =>
    `/${segmento(ambito)}/confronto${writeRicerca(writeStatoConfronto({ ...STATO_PREDEFINITO, ...stato }))}`,
  spesa: (ambito: string, ricerca: Ricerca = {}) => `/${segmento(ambito)}/spesa${writeRicerca(ricerca)}`,
  cofinanziamento: (ambito: string, ricerca: Ricerca = {}) =>
    `/${segmento(ambito)}/cofinanziamento${writeRicerca(ricerca)}`,
  leps: (ambito: string, ricerca: Ricerca = {}) => `/${segmento(ambito)}/leps${writeRicerca(ricerca)}`,
  comune: (ambito: string, codice: string) => `/${segmento(ambito)}/comuni/${segmento(codice)}`,
  relazione: (ambito: string) => `/${segmento(ambito)}/relazione`,
  servizi: (ambito: string, stato: Partial<StatoServizi> = {}) =>
    `/${segmento(ambito)}/servizi${writeRicerca(writeStatoServizi(stato))}`,
  percorso: (ambito: string, stato: { ciclo?: string } = {}) => `/${segmento(ambito)}/percorso${writeRicerca(stato)}`,
  qualita: (ambito: string, filtri: { comune?: string | undefined; codice?: string | undefined } = {}) =>
    `/${segmento(ambito)}/qualita${writeRicerca(filtri)}`,
  metodo: () => '/metodo',
  indicatore: (id: string) => `/metodo/indicatori/${segmento(id)}`,
  dati: (ambito?: string) => `/dati${writeRicerca({ ambito })}`,
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
    `${API}/ambiti/${segmento(ambito)}/indicatori.csv${writeRicerca(filtri)}`,
  tabellaCsv: (ambito: string, tipo: string) => `${API}/ambiti/${segmento(ambito)}/tabelle/${segmento(tipo)}.csv`,
  calendarioIcs: (ambito: string, ciclo: string) =>
    `${API}/ambiti/${segmento(ambito)}/calendario.ics${writeRicerca({ ciclo })}`,
  originale: (
    ambito: string,
    { tipo, versione, parte }: { readonly tipo: string; readonly versione: number; readonly parte: string },
  ) =>
    `${API}/ambiti/${segmento(ambito)}/tabelle/${segmento(tipo)}/versioni/${versione}/parti/${segmento(parte)}/originale`,
  modelloCsv: (tipo: string) => `${API}/tipi/${segmento(tipo)}/modello.csv`,
  schema: (tipo: string) => `${API}/tipi/${segmento(tipo)}/schema.json`,
  documentazione: () => '/api',
} as const;
