/**
 * The replies of the API, as schemas: the handlers' types, the browser's validation and openapi.json derive from them.
 * `zod/mini`, because the browser loads them too.
 */
import * as z from 'zod/mini';
import { CODICI_CONTROLLO, GRAVITA } from '../controlli/controllo.ts';
import { MOTIVI_ASSENZA, type MotivoAssenza } from '../misura.ts';
import { TIPI_ID } from '../tabelle/tipo.ts';

const MOTIVI = Object.keys(MOTIVI_ASSENZA) as MotivoAssenza[];

/** A count or a ratio as a number, money as a decimal string with two digits, null when missing. */
const valore = z.nullable(z.union([z.number(), z.string()]));
const tipoId = z.enum(TIPI_ID);
const dizionario = z.record(z.string(), z.string());

export const salute = z.object({ stato: z.literal('ok'), versione: z.string() });

/** `dal` and `al`: the first and the last year in which the comune is part of the ambito, where it is not always. */
export const comune = z.object({
  codiceIstat: z.string(),
  nome: z.string(),
  dal: z.optional(z.number()),
  al: z.optional(z.number()),
});
export const ambito = z.object({
  id: z.string(),
  nome: z.string(),
  capofila: z.string(),
  formaGiuridica: z.string(),
  comuni: z.array(comune),
  cicli: z.array(z.string()),
  /** Number of the current edizione; 0 where nothing has been published yet. */
  edizione: z.number(),
  pubblicataIl: z.nullable(z.string()),
  versioni: z.record(z.string(), z.number()),
});
export const ambiti = z.object({ ambiti: z.array(ambito), cursore: z.nullable(z.string()) });

export const colonna = z.object({
  id: z.string(),
  titolo: z.string(),
  descrizione: z.string(),
  formato: z.string(),
  obbligatoria: z.boolean(),
  unita: z.optional(z.string()),
  valori: z.optional(z.array(z.string())),
  sinonimi: z.array(z.string()),
  esempio: z.string(),
});
export const tipo = z.object({
  id: tipoId,
  titolo: z.string(),
  descrizione: z.string(),
  /** Whom to ask for it. Absent in answers prepared before it was declared. */
  chiLaHa: z.optional(z.string()),
  chiave: z.array(z.string()),
  daContesto: z.array(z.string()),
  copertura: z.enum(['comuni', 'libera']),
  colonne: z.array(colonna),
  layout: z.array(z.object({ id: z.string(), titolo: z.string(), esempio: z.string() })),
});
export const tipi = z.object({ tipi: z.array(tipo), cursore: z.nullable(z.string()) });

/** https://specs.frictionlessdata.io/table-schema/ */
export const tableSchema = z.looseObject({
  fields: z.array(z.looseObject({ name: z.string(), type: z.string() })),
});

export const indicatore = z.object({
  id: z.string(),
  titolo: z.string(),
  domanda: z.string(),
  formula: z.string(),
  unita: z.string(),
  /** The unit as a person is told it, where its name does not say what is counted. */
  unitaEstesa: z.optional(z.string()),
  decimali: z.number(),
  direzione: z.enum(['alto-meglio', 'basso-meglio', 'neutro']),
  tema: z.string(),
  soglia: z.optional(z.object({ valore: z.number(), verso: z.enum(['almeno', 'al-massimo']), legge: z.string() })),
  tabelle: z.array(tipoId),
  avvertenze: z.array(z.string()),
  fonte: z.string(),
});
export const indicatori = z.object({ indicatori: z.array(indicatore), cursore: z.nullable(z.string()) });

export const osservazione = z.object({
  indicatore: z.string(),
  comune: z.nullable(z.string()),
  periodo: z.string(),
  dimensioni: dizionario,
  valore,
  unita: z.string(),
  assenza: z.optional(z.enum(MOTIVI)),
  note: z.array(z.string()),
  segnalazioni: z.array(z.enum(CODICI_CONTROLLO)),
  /** Of the gravest of them: there exactly when there are any. */
  gravita: z.optional(z.enum(GRAVITA)),
  origine: z.array(z.object({ tipo: tipoId, versione: z.number(), parte: z.string() })),
});
export const osservazioni = z.object({
  edizione: z.number(),
  osservazioni: z.array(osservazione),
  cursore: z.nullable(z.string()),
});

export const fonte = z.object({
  documento: z.string(),
  capitolo: z.optional(z.string()),
  tabella: z.optional(z.string()),
  editore: z.optional(z.string()),
  atto: z.optional(z.string()),
  data: z.optional(z.string()),
  url: z.optional(z.string()),
  licenza: z.optional(z.string()),
});

/** The walk back of one figure: formula, inputs, and for each input the very cell of the very document. */
export const spiegazione = z.object({
  edizione: z.number(),
  osservazione,
  titolo: z.string(),
  formula: z.string(),
  ingressi: z.array(
    z.object({
      ruolo: z.string(),
      comune: z.nullable(z.string()),
      valore,
      tipo: tipoId,
      versione: z.number(),
      parte: z.string(),
      riga: z.number(),
      colonna: z.nullable(z.number()),
      intestazione: z.string(),
      scritto: z.string(),
      /** Of the file that it stands in: named in the answers of the API, found in `fonti` by the prepared pages. */
      documento: z.optional(z.string()),
      /** Null where the upload named none. */
      atto: z.optional(z.nullable(z.string())),
    }),
  ),
  fonti: z.array(
    z.object({
      tipo: tipoId,
      versione: z.number(),
      parte: z.string(),
      sha256: z.string(),
      fonte,
      originale: z.string(),
      /** How the reading of the file was corrected, one sentence each. */
      correzioni: z.optional(z.array(z.string())),
    }),
  ),
});

export const segnalazione = z.object({
  codice: z.enum(CODICI_CONTROLLO),
  gravita: z.enum(GRAVITA),
  tipo: tipoId,
  versione: z.nullable(z.number()),
  parte: z.string(),
  riga: z.nullable(z.number()),
  colonna: z.nullable(z.number()),
  comune: z.nullable(z.string()),
  periodo: z.nullable(z.string()),
  misura: z.nullable(z.string()),
  dichiarato: z.nullable(z.string()),
  ricalcolato: z.nullable(z.string()),
  differenza: z.nullable(z.string()),
  messaggio: z.string(),
  titolo: z.string(),
  perche: z.string(),
});
export const qualita = z.object({
  edizione: z.number(),
  segnalazioni: z.array(segnalazione),
  cursore: z.nullable(z.string()),
});

export const tabella = z.object({
  edizione: z.number(),
  versione: z.number(),
  righe: z.array(z.object({ parte: z.string(), riga: z.number(), valori: z.record(z.string(), valore) })),
  dichiarati: z.array(
    z.object({
      parte: z.string(),
      riga: z.number(),
      colonna: z.number(),
      ruolo: z.string(),
      misura: z.string(),
      valori: z.record(z.string(), valore),
      valore,
      scritto: z.string(),
    }),
  ),
  cursore: z.nullable(z.string()),
});

/** What was given with the upload because the file does not carry it: `{ parte: 'fnps', anno: 2022 }`. */
const contesto = z.record(z.string(), z.union([z.string(), z.number()]));

export const versioni = z.object({
  versioni: z.array(
    z.object({
      versione: z.number(),
      edizione: z.number(),
      pubblicataIl: z.string(),
      ruolo: z.string(),
      righe: z.number(),
      cambiamenti: z.object({ aggiunte: z.number(), modificate: z.number(), tolte: z.number() }),
      parti: z.array(
        z.object({ parte: z.string(), sha256: z.string(), righe: z.number(), fonte, contesto: z.optional(contesto) }),
      ),
      /** Of the single parte, or of the concatenated part hashes where there are more. */
      sha256: z.string(),
      /** Of the parte that this versione brought. */
      fonte,
    }),
  ),
  cursore: z.nullable(z.string()),
});

/** The path of the concertazione, in the order of time: what has no date comes last. */
export const calendario = z.object({
  edizione: z.number(),
  /** Of the table; 0 where it has never been published. */
  versione: z.number(),
  eventi: z.array(
    z.object({
      uid: z.string(),
      ciclo: z.string(),
      tipo: z.enum(['incontro', 'scadenza', 'atto']),
      fase: z.nullable(z.string()),
      tavolo: z.nullable(z.string()),
      data: z.nullable(z.string()),
      finoA: z.nullable(z.string()),
      dalle: z.nullable(z.string()),
      alle: z.nullable(z.string()),
      luogo: z.nullable(z.string()),
      organo: z.nullable(z.string()),
      area: z.nullable(z.string()),
      atto: z.nullable(z.string()),
      titolo: z.string(),
      parte: z.string(),
      riga: z.number(),
    }),
  ),
  /** Of all those asked for, on every page. */
  senzaData: z.number(),
  cursore: z.nullable(z.string()),
});

export const registro = z.object({
  atti: z.array(
    z.object({
      quando: z.string(),
      ruolo: z.string(),
      azione: z.enum(['pubblicazione', 'ripristino', 'ricalcolo']),
      edizione: z.number(),
      cosa: z.string(),
      sha256: z.array(z.string()),
      /** Of every tipo, the versione that was current with that edizione. */
      versioni: z.record(z.string(), z.number()),
    }),
  ),
  cursore: z.nullable(z.string()),
});

export const problema = z.object({
  riga: z.nullable(z.number()),
  colonna: z.nullable(z.number()),
  intestazione: z.optional(z.string()),
  /** ISTAT code of the comune that the file lacks. */
  comune: z.optional(z.string()),
  valore: z.nullable(z.string()),
  regola: z.string(),
  messaggio: z.string(),
});

/** How the file was understood: shown in the preview, so that a person can say yes or no. */
export const interpretazione = z.object({
  codifica: z.string(),
  separatore: z.string(),
  /** Of a spreadsheet alone: the sheet that was read, those with cells, what the person must know of it. */
  foglio: z.optional(z.string()),
  fogli: z.optional(z.array(z.string())),
  avvisi: z.optional(z.array(z.string())),
  /** What a person corrected of the reading, one sentence each. */
  correzioni: z.optional(z.array(z.string())),
  /** Canonical columns that nobody says, and that a correction may say for all the lines. */
  mancanti: z.optional(z.array(z.string())),
  layout: z.nullable(z.string()),
  intestazione: z.array(z.number()),
  colonne: z.array(
    z.object({
      colonna: z.number(),
      intestazione: z.string(),
      significato: z.nullable(z.string()),
      formato: z.nullable(z.string()),
      /** Canonical column that it was perhaps meant to be, where it was not recognised: a person says yes. */
      proposta: z.optional(z.string()),
      /** Its meaning comes from a person, not from the heading. */
      corretta: z.optional(z.boolean()),
    }),
  ),
  righeEscluse: z.array(z.object({ riga: z.number(), testo: z.string(), motivo: z.string() })),
});

/** A draft read without problems, one with problems, one shown to the organi, one published, one taken back. */
export const STATI_CARICAMENTO = ['letto', 'rifiutato', 'in-consultazione', 'pubblicato', 'ritirato'] as const;

/** Of a draft: told to who works on it, never in the public register, where a publication is told by itself. */
export const AZIONI_BOZZA = [
  'caricamento',
  'consultazione',
  'fine-consultazione',
  'sostituzione',
  'ritiro',
  'pubblicazione',
] as const;

export const caricamento = z.object({
  id: z.string(),
  stato: z.enum(STATI_CARICAMENTO),
  tipo: tipoId,
  parte: z.string(),
  contesto,
  fonte,
  creatoIl: z.string(),
  /** Length of the file. */
  byte: z.optional(z.number()),
  sha256: z.string(),
  base: z.number(),
  interpretazione,
  righe: z.number(),
  problemi: z.array(problema),
  problemiTotali: z.number(),
  segnalazioni: z.array(segnalazione),
  differenze: z.object({
    aggiunte: z.number(),
    modificate: z.number(),
    tolte: z.number(),
    esempi: z.array(z.string()),
  }),
  /** The first thousand of each indicator. */
  indicatori: z.array(
    z.object({
      indicatore: z.string(),
      comune: z.nullable(z.string()),
      periodo: z.string(),
      dimensioni: dizionario,
      prima: valore,
      dopo: valore,
    }),
  ),
  /** By indicator: how many of its values change. */
  indicatoriTotali: z.record(z.string(), z.number()),
  pubblicabile: z.boolean(),
  /** Id of the draft that took its place. */
  sostituitaDa: z.optional(z.string()),
  atti: z.array(z.object({ quando: z.string(), ruolo: z.string(), azione: z.enum(AZIONI_BOZZA), sha256: z.string() })),
});
export const caricamenti = z.object({ caricamenti: z.array(caricamento), cursore: z.nullable(z.string()) });

/** A file too large for a request, as it is announced. */
export const richiestaFirma = z.strictObject({
  byte: z.int().check(z.minimum(1)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/i)),
});
export const firma = z.object({
  /** Id under which `arrivo` tells what became of it. */
  arrivo: z.string(),
  /** Id of the draft that the file becomes. */
  caricamento: z.string(),
  metodo: z.literal('PUT'),
  /** Of the storage, or from the root of the site's own origin. */
  url: z.string(),
  intestazioni: dizionario,
  scadeIl: z.string(),
});

/** Not come yet, being read, read (its draft is there), come to nothing by a fault, never come in time. */
export const STATI_ARRIVO = ['atteso', 'in-lettura', 'letto', 'interrotto', 'scaduto'] as const;
export const arrivo = z.object({
  id: z.string(),
  stato: z.enum(STATI_ARRIVO),
  /** The same in words. */
  messaggio: z.string(),
  caricamento: z.string(),
  tipo: tipoId,
  parte: z.string(),
  byte: z.number(),
  scadeIl: z.string(),
});

/** A spreadsheet as the reader takes it: rows of texts, cells from column A. */
export const foglio = z.object({
  foglio: z.string(),
  righe: z.array(z.object({ riga: z.number(), celle: z.array(z.string()) })),
  cursore: z.nullable(z.string()),
});

export const pubblicazione = z.object({ edizione: z.number(), tipo: tipoId, versione: z.number() });
export const richiestaPubblicazione = z.strictObject({ base: z.int().check(z.minimum(0)) });

/** How to read the original of a draft again; an empty text goes back to the reader's own reading. */
export const richiestaCorrezioni = z.strictObject({
  correzioni: z.string().check(z.maxLength(4000), z.regex(/^\P{Cc}*$/u)),
  foglio: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

/** Which earlier versione becomes current again. */
export const richiestaRipristino = z.strictObject({ versione: z.int().check(z.minimum(1)) });

/** What an ambito is registered with; its id is in the path. */
export const richiestaAmbito = z.strictObject({
  nome: z.string().check(z.minLength(1), z.maxLength(200)),
  capofila: z.string().check(z.regex(/^\d{6}$/)),
  formaGiuridica: z.string().check(z.minLength(1), z.maxLength(200)),
  comuni: z
    .array(
      z.strictObject({
        codiceIstat: z.string().check(z.regex(/^\d{6}$/)),
        nome: z.string().check(z.minLength(1), z.maxLength(100)),
        dal: z.optional(z.int().check(z.minimum(1900), z.maximum(2999))),
        al: z.optional(z.int().check(z.minimum(1900), z.maximum(2999))),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  cicli: z.array(z.string().check(z.regex(/^\d{4}-\d{4}$/))).check(z.maxLength(50)),
});

/** An amount to split, and what the shares are proportional to. */
export const richiestaRiparto = z.strictObject({
  importo: z.string().check(z.regex(/^\d{1,13}\.\d{2}$/)),
  chiavi: z
    .array(
      z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(100)), peso: z.int().check(z.minimum(0)) }),
    )
    .check(z.minLength(1), z.maxLength(10_000)),
});
export const riparto = z.object({
  quote: z.array(z.object({ id: z.string(), importo: z.string(), resto: z.number() })),
});

export const documentoOpenApi = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.unknown()),
});

/** RFC 9457, with `problemi` where rows are meant. */
export const problemJson = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** Id of the request, to be quoted to who looks after the service. */
  instance: z.optional(z.string()),
  problemi: z.optional(z.array(problema)),
});

export type SaluteDto = z.infer<typeof salute>;
export type AmbitoDto = z.infer<typeof ambito>;
export type TipoDto = z.infer<typeof tipo>;
export type IndicatoreDto = z.infer<typeof indicatore>;
export type OsservazioneDto = z.infer<typeof osservazione>;
export type OsservazioniDto = z.infer<typeof osservazioni>;
export type SpiegazioneDto = z.infer<typeof spiegazione>;
export type SegnalazioneDto = z.infer<typeof segnalazione>;
export type QualitaDto = z.infer<typeof qualita>;
export type TabellaDto = z.infer<typeof tabella>;
export type CalendarioDto = z.infer<typeof calendario>;
export type VersioniDto = z.infer<typeof versioni>;
export type CaricamentoDto = z.infer<typeof caricamento>;
export type FirmaDto = z.infer<typeof firma>;
export type ArrivoDto = z.infer<typeof arrivo>;
export type PubblicazioneDto = z.infer<typeof pubblicazione>;
export type RegistroDto = z.infer<typeof registro>;
export type ProblemJson = z.infer<typeof problemJson>;
