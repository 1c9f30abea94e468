/** The query parameters of the API: how each is read, and what is told to who wrote it wrong. */
import * as z from 'zod/mini';
import { DIMENSIONI, type Dimensione } from '../indicatori/indicatore.ts';
import { TIPI_ID } from '../tabelle/tipo.ts';
import { STATI_CARICAMENTO } from './schemi.ts';

/** Most items of a list that one answer carries. */
export const LIMITE_MASSIMO = 5000;

export interface Parametro<S extends z.ZodMiniType<unknown, string> = z.ZodMiniType<unknown, string>> {
  readonly schema: S;
  /** What it is for, one Italian sentence. */
  readonly descrizione: string;
  /** What a well-written value looks like; completes "serve …". */
  readonly atteso: string;
  readonly obbligatorio?: true;
}
export type Parametri = Readonly<Record<string, Parametro>>;

/** Values by parameter name; undefined where an optional one is not given. */
export type ValoriDi<P extends Parametri> = {
  readonly [K in keyof P]: P[K] extends { obbligatorio: true }
    ? z.output<P[K]['schema']>
    : z.output<P[K]['schema']> | undefined;
};

/** Not blank. No control characters: they have no place in a title, and could split a line of a log or of a CSV. */
const testo = (massimo: number) =>
  z.string().check(z.minLength(1), z.maxLength(massimo), z.regex(/^(?=.*\S)\P{Cc}+$/u));
const periodo = z.string().check(z.regex(/^\d{4}(-\d{4})?$/));

/** A comma list: `popolazione,densita`. */
function lista<S extends z.ZodMiniType<string, string>>(voce: S) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((scritto: string) => scritto.split(',').map((parte) => parte.trim())),
    ),
    z.array(voce),
  );
}

function intero(minimo: number, massimo: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.regex(/^\d{1,9}$/)),
      z.transform((scritto: string) => Number(scritto)),
    ),
    z.number().check(z.minimum(minimo), z.maximum(massimo)),
  );
}

const TESTO_BREVE = 'un testo di al più 200 caratteri';
const TESTO_LUNGO = 'un testo di al più 500 caratteri';

/** How every list is read a piece at a time. */
export const PAGINAZIONE = {
  cursore: {
    schema: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/)),
    descrizione: 'Da dove riprendere: il «cursore» della risposta precedente.',
    atteso: 'il cursore di una risposta precedente, copiato per intero',
  },
  limite: {
    schema: intero(1, LIMITE_MASSIMO),
    descrizione: `Quante voci al più, fino a ${LIMITE_MASSIMO}.`,
    atteso: `un numero intero da 1 a ${LIMITE_MASSIMO}`,
  },
} as const satisfies Parametri;

export const EDIZIONE = {
  edizione: {
    schema: intero(1, 999_999_999),
    descrizione: 'Il numero di un’edizione; senza, la più recente.',
    atteso: 'il numero di un’edizione, per esempio 3',
  },
} as const satisfies Parametri;

const PERIODO = {
  schema: lista(periodo),
  descrizione: 'Uno o più periodi, separati da virgola.',
  atteso: 'uno o più periodi separati da virgola, come 2021 o 2018-2020',
} as const satisfies Parametro;

const dimensione = {
  schema: lista(testo(100)),
  descrizione: 'Uno o più valori della dimensione, separati da virgola.',
  atteso: 'uno o più valori separati da virgola, nessuno vuoto',
} as const satisfies Parametro;

const PARAMETRI_DIMENSIONI = Object.fromEntries(DIMENSIONI.map((nome) => [nome, dimensione])) as Record<
  Dimensione,
  typeof dimensione
>;

const COMUNE = {
  schema: lista(testo(100)),
  descrizione: 'Uno o più codici ISTAT di comuni dell’ambito, separati da virgola; «ambito» per l’ambito intero.',
  atteso: 'uno o più codici ISTAT separati da virgola, come 075016, oppure «ambito»',
} as const satisfies Parametro;

/** What a single figure is looked up by. */
export const FILTRI_SPIEGAZIONE = { comune: COMUNE, periodo: PERIODO, ...EDIZIONE, ...PARAMETRI_DIMENSIONI } as const;

export const FILTRI_OSSERVAZIONI = {
  id: {
    schema: lista(testo(100)),
    descrizione: 'Uno o più indicatori del catalogo, separati da virgola.',
    atteso: 'uno o più id del catalogo degli indicatori, separati da virgola',
  },
  ...FILTRI_SPIEGAZIONE,
} as const satisfies Parametri;

export const FILTRI_CARICAMENTI = {
  stato: {
    schema: lista(z.enum(STATI_CARICAMENTO)),
    descrizione: 'Uno o più stati, separati da virgola; senza, tutti.',
    atteso: `uno o più tra: ${STATI_CARICAMENTO.join(', ')}`,
  },
} as const satisfies Parametri;

export const FILTRI_CALENDARIO = {
  ciclo: {
    schema: z.string().check(z.regex(/^\d{4}-\d{4}$/)),
    descrizione: 'Un ciclo del Piano di Zona; senza, tutti.',
    atteso: 'un ciclo come 2026-2028',
  },
  ...EDIZIONE,
} as const satisfies Parametri;

/** Of a file brought again: which draft it was mended from. It says nothing of the file, and so makes no other draft of it. */
export const SOSTITUZIONE = {
  sostituisce: {
    schema: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    descrizione:
      'La bozza di cui il file prende il posto: quando è arrivato, quella si chiude e dice da quale è sostituita. Resta aperta se è in consultazione, o se questo file ha problemi e quella no.',
    atteso: 'l’id di una bozza dell’ambito',
  },
} as const satisfies Parametri;

/** What the file itself doesn't say, given with the upload. */
export const CONTESTO_CARICAMENTO = {
  tipo: {
    schema: z.enum(TIPI_ID),
    descrizione: 'Il tipo della tabella.',
    atteso: `uno di: ${TIPI_ID.join(', ')}`,
    obbligatorio: true,
  },
  documento: {
    schema: testo(500),
    descrizione: 'Il documento da cui viene la tabella.',
    atteso: TESTO_LUNGO,
    obbligatorio: true,
  },
  parte: {
    schema: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)),
    descrizione: 'La parte della versione che il file sostituisce; senza, «intera».',
    atteso: 'un nome breve di lettere senza accento, cifre, punti e trattini, come fnps-2022',
  },
  anno: {
    schema: intero(1900, 2200),
    descrizione: 'L’anno dei dati, che si chiude il 31 dicembre.',
    atteso: 'un anno di quattro cifre, come 2021',
  },
  periodo: { schema: periodo, descrizione: 'Il periodo dei dati.', atteso: 'un periodo come 2021 o 2018-2020' },
  ciclo: {
    schema: z.string().check(z.regex(/^\d{4}-\d{4}$/)),
    descrizione: 'Il ciclo del Piano di Zona.',
    atteso: 'un ciclo come 2022-2024',
  },
  comune: {
    schema: testo(100),
    descrizione: 'Il comune a cui si riferisce tutto il file, con il codice ISTAT; «ambito» per l’ambito intero.',
    atteso: 'il codice ISTAT di un comune dell’ambito, come 075016, oppure «ambito»',
  },
  rilevazione: {
    schema: z.enum(['anagrafe', 'istat']),
    descrizione: 'Da quale conteggio vengono i residenti.',
    atteso: '«anagrafe» oppure «istat»',
  },
  intervento: {
    schema: z.string().check(z.regex(/^([A-Z]\.\d{1,2}|T)$/)),
    descrizione: 'L’intervento di cui parla tutto il file.',
    atteso: 'il codice di un intervento, come A.1, oppure T',
  },
  giorno: {
    schema: z.iso.date(),
    descrizione:
      'Il giorno a cui i dati si riferiscono. Di un conteggio al 31 dicembre, o al 1° gennaio che lo segue, dice anche l’anno.',
    atteso: 'una data come 2021-12-31',
  },
  foglio: {
    schema: testo(200),
    descrizione: 'Il foglio da leggere, dove il file è XLSX; senza, il primo visibile che non sia vuoto.',
    atteso: TESTO_BREVE,
  },
  correzioni: {
    schema: testo(4000),
    descrizione:
      'Come correggere la lettura senza toccare il file: quale colonna è quale, quale riga è una nota, un totale o l’intestazione, il separatore, la codifica.',
    atteso:
      'correzioni come «colonna 3=famiglie; colonna 5=ignora; riga 7=nota; valore natura=versato; intestazione=2; separatore=virgola»',
  },
  capitolo: { schema: testo(500), descrizione: 'Il capitolo del documento.', atteso: TESTO_LUNGO },
  tabella: { schema: testo(500), descrizione: 'L’intestazione della tabella nel documento.', atteso: TESTO_LUNGO },
  editore: { schema: testo(200), descrizione: 'Chi pubblica il documento.', atteso: TESTO_BREVE },
  atto: { schema: testo(500), descrizione: 'L’atto che approva il documento.', atteso: TESTO_LUNGO },
  data: {
    schema: z.iso.date(),
    descrizione: 'La data dell’atto o del documento.',
    atteso: 'una data come 2022-07-26',
  },
  url: {
    schema: z.string().check(z.maxLength(1000), z.regex(/^https?:\/\/[^\s"'<>]+$/)),
    descrizione: 'L’indirizzo a cui il documento è pubblicato.',
    atteso: 'un indirizzo che comincia con https:// o http://',
  },
  licenza: { schema: testo(200), descrizione: 'La licenza, come la dichiara chi pubblica.', atteso: TESTO_BREVE },
} as const satisfies Parametri;

/**
 * Reads a query string against the parameters that a route declares.
 * @returns the values, or every thing wrong with it, as Italian sentences
 */
export function readParametri<P extends Parametri>(
  dichiarati: P,
  query: URLSearchParams,
): { valori: ValoriDi<P>; errori: readonly string[] } {
  const errori: string[] = [];
  for (const nome of new Set(query.keys())) {
    if (!Object.hasOwn(dichiarati, nome)) errori.push(`«${nome.slice(0, 80)}» non è un parametro di questa richiesta.`);
    else if (query.getAll(nome).length > 1)
      errori.push(
        `«${nome}» è indicato più volte: serve una volta sola, e più valori di un filtro si separano con la virgola.`,
      );
  }
  const valori: Record<string, unknown> = {};
  for (const [nome, { schema, atteso, obbligatorio }] of Object.entries(dichiarati)) {
    const scritto = query.get(nome);
    if (scritto === null) {
      if (obbligatorio) errori.push(`Manca «${nome}»: serve ${atteso}.`);
      continue;
    }
    const letto = schema.safeParse(scritto);
    if (letto.success) valori[nome] = letto.data;
    else errori.push(`«${nome}» non va bene${scritto === '' ? ', è vuoto' : ''}: serve ${atteso}.`);
  }
  return { valori: valori as ValoriDi<P>, errori };
}
