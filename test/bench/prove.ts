/**
 * How many mistakes put into the code on purpose the tests find: Stryker's mutants of checks, indicators and publication. Those alive are listed on
 * the standard error.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAvanzamento } from '../mutazioni/avanzamento.ts';
import { type Giudicato, judge, type Parte } from '../mutazioni/giudica.ts';
import { listFile } from '../sorgenti.ts';
import { MOTORI } from '../store/banco.ts';

/** A part, or a piece of the name of a source, to look at it alone: `SOLO=saldo npx tsx test/bench/prove.ts`. */
const SOLO = process.env.SOLO ?? '';

const listProve = (cartella: string): string[] => listFile(cartella).filter((file) => file.endsWith('.test.ts'));

function parteOf(titolo: string, cartella: string, altre: readonly string[] = []): Parte {
  return {
    titolo,
    sorgenti: listFile(`functions/core/${cartella}`),
    prove: [...listProve(`test/core/${cartella}`), ...altre],
  };
}

/** What hands things out by the environment decides nothing. */
const COLLEGAMENTI = /\/(handler|configurazione|arrivi-bucket)\.ts$/;
/** Every order and every interruption: seconds each. */
const LUNGHE = /\/(intrecci|interruzioni)\.test\.ts$/;
/** A mutant that lives is reached by most of the tests, half a minute of them. What none of the nearest finds counts as alive. */
const AL_PIU_MS = '8000';

const PUBBLICAZIONE: Parte = {
  titolo: 'pubblicazione',
  sorgenti: [...listFile('functions/store'), ...listFile('functions/ingest')].filter((f) => !COLLEGAMENTI.test(f)),
  prove: [...listProve('test/store'), ...listProve('test/ingest')].filter((f) => !LUNGHE.test(f)),
  ambiente: { AL_PIU_MS },
};

const PARTI: readonly Parte[] = [
  parteOf('controlli', 'controlli'),
  parteOf('indicatori', 'indicatori', [
    'test/core/piano-casarano.test.ts',
    'test/core/piano-casarano-programmazione.test.ts',
  ]),
  PUBBLICAZIONE,
];

function chooseSola(parte: Parte): Parte {
  return parte.titolo === SOLO ? parte : { ...parte, sorgenti: parte.sorgenti.filter((file) => file.includes(SOLO)) };
}

/** One storage for all: a test starts its own otherwise, and thousands of them follow each other. */
async function judgeSullArchivio(parte: Parte): Promise<Giudicato[]> {
  const cartella = await mkdtemp(join(tmpdir(), 'prove-'));
  const archivio = await MOTORI.at(-1)?.start(cartella);
  if (!archivio) throw new RangeError('no storage engine at all');
  try {
    const ambiente = { ...parte.ambiente, DYNAMODB_ENDPOINT: archivio.endpoint };
    return await judge({ ...parte, ambiente }, createAvanzamento(parte.titolo));
  } finally {
    await archivio.stop();
    await rm(cartella, { recursive: true });
  }
}

const format = (quanti: number): string => quanti.toLocaleString('it-IT');

function writeRiga(titolo: string, mutanti: readonly Giudicato[]): string {
  const count = (esito: Giudicato['esito']) => mutanti.filter((uno) => uno.esito === esito).length;
  const [uccisi, vivi, senza, inLettura] = [count('ucciso'), count('vivo'), count('senza prove'), count('in lettura')];
  const quota = (uccisi / (uccisi + vivi + senza)) * 100;
  const celle = [mutanti.length, inLettura, uccisi, vivi, senza].map(format);
  return `| ${[titolo, ...celle, `${quota.toLocaleString('it-IT', { maximumFractionDigits: 1 })} %`].join(' | ')} |`;
}

console.log(
  '| | mutanti | solo di parole e dichiarazioni | trovati | vivi | mai raggiunti | trovati su quelli provati |',
);
console.log('|---|---|---|---|---|---|---|');
for (const parte of PARTI.map(chooseSola).filter(({ sorgenti }) => sorgenti.length > 0)) {
  const mutanti = await judgeSullArchivio(parte);
  console.log(writeRiga(parte.titolo, mutanti));
  for (const { file, riga, tipo, testo, esito } of mutanti.filter(
    ({ esito: e }) => e === 'vivo' || e === 'senza prove',
  )) {
    console.error(`${file}:${riga} ${esito}, ${tipo}: ${testo.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  }
}
