/** The words after `npm run verifica --`: which file, as what, against which ambito. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTESTO_CARICAMENTO, readParametri } from '../core/http/parametri.ts';
import { CorrezioneError } from '../core/tabelle/correzioni.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import type { Parametri } from '../ingest/carica.ts';
import { toParametri } from '../ingest/parametri.ts';
import type { Pacchetto } from './pacchetti.ts';

export interface RichiestaVerifica {
  /** Path as written, or `-` for what comes through a pipe. */
  readonly file: string;
  readonly pacchetto: Pacchetto;
  readonly parametri: Parametri;
  readonly json: boolean;
  /** Where the copy to be corrected is written, if it is wanted. */
  readonly copia?: string;
}

/** The command was not written as it should: the message says how. */
export class UsoError extends Error {
  override readonly name = 'UsoError';
}

const COMANDO = 'Uso: npm run verifica -- FILE --tipo TIPO --ambito AMBITO [opzioni]';

/** After a message, which a long list would push out of sight. */
export const USO_BREVE = `${COMANDO}
Con --aiuto, tutto ciò che si può indicare.`;

export const USO = `${COMANDO}
  FILE        una tabella in CSV o XLSX; «-» legge da una pipe
  --json      il resoconto per un programma
  --copia USCITA.csv  scrive la copia da correggere: la stessa tabella nella forma canonica, con i problemi accanto
  ${Object.entries(CONTESTO_CARICAMENTO)
    .filter(([nome]) => nome !== 'documento')
    .map(([nome, { descrizione }]) => `${`--${nome}`.padEnd(14)}${descrizione}`)
    .join('\n  ')}
Esce con 0 se la tabella si può pubblicare, 1 se ha problemi, 2 se il comando non è scritto bene.`;

const OPZIONI = {
  ambito: { type: 'string' },
  json: { type: 'boolean' },
  copia: { type: 'string' },
  aiuto: { type: 'boolean', short: 'h' },
  help: { type: 'boolean' },
  ...Object.fromEntries(Object.keys(CONTESTO_CARICAMENTO).map((nome) => [nome, { type: 'string' as const }])),
} as const satisfies Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

/**
 * @param argomenti after the name of the command
 * @param pacchetti the ambiti that there are
 * @returns null where help is asked for
 * @throws UsoError where it is not written as it should
 */
export function readRichiesta(argomenti: readonly string[], pacchetti: readonly Pacchetto[]): RichiestaVerifica | null {
  const { valori, posti } = splitArgomenti(argomenti);
  if (valori.has('aiuto') || valori.has('help')) return null;
  const [file, ...altri] = posti;
  if (file === undefined) throw new UsoError('Manca il file da verificare.');
  if (altri.length > 0) throw new UsoError(`Si verifica un file per volta: «${altri[0]}» è di troppo.`);
  const pacchetto = findPacchetto(valori.get('ambito'), pacchetti);
  const query = new URLSearchParams([...valori].filter(([nome]) => !['ambito', 'json', 'copia'].includes(nome)));
  const nomeFile = file === '-' ? 'tabella' : basename(file);
  if (!query.has('documento')) query.set('documento', nomeFile);
  const { valori: contesto, errori } = readParametri(CONTESTO_CARICAMENTO, query);
  // The parameters of an upload are options here.
  if (errori.length > 0) throw new UsoError(errori.map((uno) => uno.replace(/^(Manca )?«/, '$1«--')).join('\n'));
  try {
    const parametri = { ...toParametri(pacchetto.ambito, contesto), nomeFile };
    const copia = valori.get('copia');
    return { file, pacchetto, parametri, json: valori.has('json'), ...(copia !== undefined && { copia }) };
  } catch (errore) {
    if (errore instanceof RifiutoError || errore instanceof CorrezioneError)
      throw new UsoError(errore.message, { cause: errore });
    throw errore;
  }
}

/** Not in the strict way of Node, whose words are English. */
function splitArgomenti(argomenti: readonly string[]): {
  readonly valori: ReadonlyMap<string, string>;
  readonly posti: readonly string[];
} {
  const valori = new Map<string, string>();
  const { tokens, positionals } = parseArgs({
    args: [...argomenti],
    options: OPZIONI,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const tipo = Object.entries(OPZIONI).find(([nome]) => nome === name)?.[1].type;
    if (!tipo) throw new UsoError(`«${rawName}» non è un’opzione.`);
    if (valori.has(name)) throw new UsoError(`«${rawName}» è indicata più volte.`);
    if (tipo === 'boolean' && value !== undefined) throw new UsoError(`«${rawName}» non vuole un valore.`);
    if (tipo === 'string' && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      throw new UsoError(`«${rawName}» vuole un valore.`);
    }
    valori.set(name, value ?? '');
  }
  return { valori, posti: positionals };
}

function findPacchetto(chiesto: string | undefined, pacchetti: readonly Pacchetto[]): Pacchetto {
  const noti = pacchetti.map(({ ambito }) => ambito.id).join(', ');
  if (chiesto === undefined) throw new UsoError(`Manca «--ambito»: serve uno di: ${noti}.`);
  const trovato = pacchetti.find(({ ambito }) => ambito.id === chiesto);
  if (!trovato) throw new UsoError(`L’ambito «${chiesto}» non c’è: serve uno di: ${noti}.`);
  return trovato;
}
