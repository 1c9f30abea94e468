/** How many mistakes put into the core on purpose the tests find: Stryker's mutants of checks and indicators. Those alive are listed on the standard error. */

import { createAvanzamento } from '../mutazioni/avanzamento.ts';
import { type Giudicato, judge, type Parte } from '../mutazioni/giudica.ts';
import { listFile } from '../sorgenti.ts';

/** A part, or a piece of the name of a source, to look at it alone: `SOLO=saldo npx tsx test/bench/prove.ts`. */
const SOLO = process.env.SOLO ?? '';

function parteOf(titolo: string, cartella: string, altre: readonly string[] = []): Parte {
  return {
    titolo,
    sorgenti: listFile(`functions/core/${cartella}`).filter((file) => file.includes(SOLO)),
    prove: [...listFile(`test/core/${cartella}`).filter((file) => file.endsWith('.test.ts')), ...altre],
  };
}

const PARTI: readonly Parte[] = [
  parteOf('controlli', 'controlli'),
  parteOf('indicatori', 'indicatori', [
    'test/core/piano-casarano.test.ts',
    'test/core/piano-casarano-programmazione.test.ts',
  ]),
];

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
for (const parte of PARTI.filter(({ sorgenti }) => sorgenti.length > 0)) {
  const mutanti = await judge(parte, createAvanzamento(parte.titolo));
  console.log(writeRiga(parte.titolo, mutanti));
  for (const { file, riga, tipo, testo, esito } of mutanti.filter(
    ({ esito: e }) => e === 'vivo' || e === 'senza prove',
  )) {
    console.error(`${file}:${riga} ${esito}, ${tipo}: ${testo.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  }
}
