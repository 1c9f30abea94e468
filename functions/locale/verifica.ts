/**
 * `npm run verifica`: what would come of a file, without a server: as an upload tells it, against the published tables of `data/`.
 * Ends with 0 where the table may be published, 1 where it may not, 2 where the command was not written as it should.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Quadro } from '../core/quadro.ts';
import { computeRisultati } from '../core/risultati.ts';
import { writeCopia } from '../core/tabelle/copia/copia-file.ts';
import { TIPI } from '../core/tabelle/index.ts';
import { MASSIMO_BYTE } from '../core/tabelle/lettura/codifica.ts';
import { readTabella } from '../core/tabelle/lettura/leggi-file.ts';
import type { Parte, Tabella } from '../core/tabelle/tabella.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import type { Parametri } from '../ingest/carica.ts';
import { composeTabella } from '../ingest/componi.ts';
import { examineLettura } from '../ingest/esamina.ts';
import { toEsameDto } from '../ingest/presenta.ts';
import { RADICE } from './configurazione.ts';
import { listPacchetti, type Pacchetto, readParametriRisorsa } from './pacchetti.ts';
import { describeResoconto, type Resoconto } from './resoconto.ts';
import { type RichiestaVerifica, readRichiesta, USO, USO_BREVE, UsoError } from './richiesta-verifica.ts';

const [PUBBLICABILE, CON_PROBLEMI, USO_SBAGLIATO] = [0, 1, 2];

/** @returns the status to end with */
async function run(argomenti: readonly string[]): Promise<number> {
  const richiesta = readRichiesta(argomenti, await listPacchetti(join(RADICE, 'data')));
  if (!richiesta) {
    console.log(USO);
    return PUBBLICABILE;
  }
  const byte = await readByte(richiesta.file);
  const resoconto = await verify(richiesta, byte);
  if (richiesta.copia !== undefined) await saveCopia(richiesta, byte);
  process.stdout.write(richiesta.json ? `${JSON.stringify(resoconto, null, 2)}\n` : describeResoconto(resoconto));
  if (richiesta.copia !== undefined && !richiesta.json)
    console.log(`\nLa copia da correggere è in «${richiesta.copia}».`);
  return resoconto.pubblicabile ? PUBBLICABILE : CON_PROBLEMI;
}

async function verify({ file, pacchetto, parametri }: RichiestaVerifica, byte: Uint8Array): Promise<Resoconto> {
  const { contesto, fonte } = parametri;
  const tipo = TIPI[parametri.tipo];
  const { ambito } = pacchetto;
  const lettura = readTabella({ byte, tipo, ambito, contesto });
  const quadro = await readQuadro(pacchetto);
  const parte = toParte(parametri, byte, lettura.righe.length);
  const { osservazioni } = computeRisultati(quadro);
  return {
    file,
    ambito: ambito.id,
    tipo: tipo.id,
    parte: parte.parte,
    contesto: { ...contesto },
    fonte: { ...fonte },
    sha256: parte.sha256,
    interpretazione: lettura.interpretazione,
    righe: lettura.righe.length,
    ...toEsameDto({
      ...examineLettura({ quadro, osservazioni, tipo, parte, lettura }),
      tipo: tipo.id,
      parte: parte.parte,
    }),
  };
}

/** @throws UsoError where there is no copy to be made, or no place for it */
async function saveCopia(
  { copia: uscita = '', pacchetto, parametri }: RichiestaVerifica,
  byte: Uint8Array,
): Promise<void> {
  const { tipo, contesto } = parametri;
  const copia = writeCopia({ byte, tipo: TIPI[tipo], ambito: pacchetto.ambito, contesto });
  if (typeof copia !== 'string') throw new UsoError(copia.motivo);
  try {
    // Never over something that is there: it could be the very file that is being looked at.
    await writeFile(uscita, copia, { flag: 'wx' });
  } catch (errore) {
    throw new UsoError(`«${uscita}» non si può scrivere: ${describeGuasto(errore, 'la cartella non c’è')}.`, {
      cause: errore,
    });
  }
}

/** The ambito as its package has it: what the first start publishes. */
async function readQuadro({ ambito, radice, risorse }: Pacchetto): Promise<Quadro> {
  const tabelle = new Map<TipoId, Tabella>();
  for (const risorsa of risorse) {
    const { parametri, errori } = readParametriRisorsa(ambito, risorsa);
    if (!parametri) throw new Error(`${risorsa.path}: ${errori.join(' ')}`);
    const tipo = TIPI[parametri.tipo];
    const byte = await readFile(join(radice, risorsa.path));
    const lettura = readTabella({ byte, tipo, ambito, contesto: parametri.contesto });
    const parte = toParte(parametri, byte, lettura.righe.length);
    tabelle.set(tipo.id, composeTabella({ tipo, corrente: tabelle.get(tipo.id) ?? null, parte, lettura }));
  }
  return { ambito, tabelle };
}

function toParte({ contesto, fonte, nomeFile }: Parametri, byte: Uint8Array, righe: number): Parte {
  const sha256 = createHash('sha256').update(byte).digest('hex');
  return { parte: contesto.parte, sha256, fonte, righe, ...(nomeFile !== undefined && { nomeFile }) };
}

/** @throws UsoError where there is no such file */
async function readByte(file: string): Promise<Uint8Array> {
  const flusso: Readable = file === '-' ? process.stdin : createReadStream(file);
  const pezzi: Buffer[] = [];
  let lunghezza = 0;
  try {
    for await (const pezzo of flusso) {
      const byte = pezzo as Buffer;
      pezzi.push(byte);
      lunghezza += byte.length;
      // One byte more than can be taken is enough for the reader to refuse it.
      if (lunghezza > MASSIMO_BYTE) break;
    }
  } catch (errore) {
    throw new UsoError(`«${file}» non si può leggere: ${describeGuasto(errore)}.`, { cause: errore });
  }
  return Buffer.concat(pezzi);
}

const GUASTI: Readonly<Record<string, string>> = {
  EEXIST: 'c’è già un file con questo nome',
  EISDIR: 'è una cartella',
  EACCES: 'non ne hai il permesso',
};

/** @param assente what is not there: the file to read, or the folder to write in */
function describeGuasto(errore: unknown, assente = 'il file non c’è'): string {
  const codice = errore instanceof Error && 'code' in errore ? String(errore.code) : '';
  return codice === 'ENOENT' ? assente : (GUASTI[codice] ?? String(errore));
}

// Who reads only the first lines of the report (`| head`) closes the pipe: nothing went wrong.
process.stdout.on('error', (errore: NodeJS.ErrnoException) => {
  if (errore.code !== 'EPIPE') throw errore;
});

run(process.argv.slice(2)).then(
  (stato) => {
    process.exitCode = stato;
  },
  (errore: unknown) => {
    if (errore instanceof UsoError) console.error(`${errore.message}\n\n${USO_BREVE}`);
    else console.error('La verifica non è riuscita.', errore);
    process.exitCode = USO_SBAGLIATO;
  },
);
