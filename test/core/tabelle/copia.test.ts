/** The copy to be corrected, read again: the same rows of a good file; of a broken one every problem, at the cell where it was. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { stripGuardia } from '../../../functions/core/http/csv.ts';
import { COPIA_ECCESSIVA, type Misura, streamCopia } from '../../../functions/core/tabelle/copia/copia.ts';
import { writeCopia } from '../../../functions/core/tabelle/copia/copia-file.ts';
import { TIPI } from '../../../functions/core/tabelle/index.ts';
import { Rilevatore } from '../../../functions/core/tabelle/lettura/codifica.ts';
import type { Lettura } from '../../../functions/core/tabelle/lettura/leggi.ts';
import { type Ingresso, readTabella } from '../../../functions/core/tabelle/lettura/leggi-file.ts';
import type { Riga } from '../../../functions/core/tabelle/tabella.ts';
import { isFormula, listFormule } from '../../formule.ts';
import { listCampioni } from '../campioni.ts';
import { AMBITO, listProblemi, type Prova } from './lettura/prove.ts';

function toIngresso({ tipo = 'migrazioni', testo, contesto }: Prova): Ingresso {
  const byte = typeof testo === 'string' ? new TextEncoder().encode(testo) : testo;
  return { byte, tipo: TIPI[tipo], ambito: AMBITO, contesto: { parte: 'intera', ...contesto } };
}

/** The copy comes back with what was given with the file, corrections apart: it needs none. */
function reread(ingresso: Ingresso): { copia: string; lettura: Lettura } {
  const copia = writeCopia(ingresso);
  if (typeof copia !== 'string') throw new Error(copia.motivo);
  const { correzioni: _, ...contesto } = ingresso.contesto;
  return { copia, lettura: readTabella({ ...ingresso, byte: new TextEncoder().encode(copia), contesto }) };
}

/** What a row says, wherever it stands: a column that the file does not have is one that says nothing. */
function listFatti(righe: readonly Riga[]): string[] {
  return righe
    .map(({ valori: { codice_istat: _, ...valori } }) =>
      JSON.stringify(
        Object.entries(valori)
          .filter(([, valore]) => valore !== null)
          .sort(),
      ),
    )
    .sort();
}

const listLinee = (copia: string) => copia.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('of every published file the copy is read back to the same rows, with nothing to interpret', () => {
  const campioni = listCampioni();
  test.each(campioni.map((campione) => [`${campione.ambito.id}/${campione.path}`, campione] as const))(
    '%s',
    (_, campione) => {
      const prima = readTabella(campione);
      const { lettura } = reread(campione);
      expect(listProblemi(lettura)).toEqual([]);
      expect(listFatti(lettura.righe)).toEqual(listFatti(prima.righe));
      expect(lettura.interpretazione.layout).toBe('Una riga per ogni dato');
      expect(lettura.interpretazione.colonne.map(({ formato }) => formato ?? '').join(' ')).not.toContain('letto come');
    },
  );
});

const TESTATA = 'comune;anno;emigrazioni;immigrazioni;saldo\n';
const BUONE = 'Matino;2021;5;4;-1\nSant’Àngelo;2021;1;1;0\n';

describe('what is written', () => {
  const casi: [caso: string, prova: Prova, linee: (string | RegExp)[]][] = [
    [
      'plain forms, a total as the row of the ambito, an empty last column',
      {
        tipo: 'spesa-storica',
        testo:
          'Spesa\nC;COMUNE DI;SPESA COMPLESSIVA (TRIENNIO 2018/2020)\n1;CASARANO;€ 1.435.449,13\n2;MATINO;n.d.\n3;SANT’ANGELO;€ 0,50\nTOTALE;;€ 1.435.449,63\n',
      },
      [
        'comune;triennio;spesa_complessiva;da_correggere',
        'Casarano;2018-2020;"1435449,13";',
        'Matino;2018-2020;;',
        'Sant’Àngelo;2018-2020;"0,50";',
        'ambito;2018-2020;"1435449,63";',
      ],
    ],
    [
      'a cell that could not be read stands as it was, with what is expected beside it',
      { testo: `${TESTATA}Casarano;2021;l0;1.234;2\n${BUONE}` },
      [
        'comune;anno;emigrazioni;immigrazioni;saldo;da_correggere',
        /^Casarano;2021;l0;1234;2;"«l0»: non è un numero\. Nella colonna «emigrazioni» serve un numero intero/,
        'Matino;2021;5;4;-1;',
        'Sant’Àngelo;2021;1;1;0;',
      ],
    ],
    [
      'a likely value is named, never put in its place',
      { testo: `codice_istat;anno;emigrazioni;immigrazioni\n75016;2021;1;1\n075042;2021;1;1\n075081;2021;1;1\n` },
      [
        'codice_istat;comune;anno;emigrazioni;immigrazioni;da_correggere',
        /^75016;;2021;1;1;"«75016»: .*forse 075016 \(Casarano\)/,
        ';Matino;2021;1;1;',
        ';Sant’Àngelo;2021;1;1;',
      ],
    ],
    [
      'cells are guarded against formulas',
      { testo: `${TESTATA}Casarano;2021;=1+1;1;\n${BUONE}` },
      [/./, /^Casarano;2021;'=1\+1;1;;/, /^Matino/, /^Sant/],
    ],
    [
      'a line whose cells nobody can tell waits on a line of its own',
      { testo: `${TESTATA}Casarano;2021;10\n${BUONE}` },
      [/./, /^;;;;;"?Riga 2 del file, «Casarano \| 2021 \| 10»\. La riga ha 3 celle/, /^Matino/, /^Sant/],
    ],
    [
      'what the layout has no place for is told below',
      {
        tipo: 'famiglie',
        testo: 'Grandezza;2018;2021;Variazione\nfamiglie;100;110;10\n',
      },
      [
        'comune;anno;famiglie;da_correggere',
        'ambito;2018;100;',
        /^"Nota: non sono nella copia.*1 variazione e 1 valore già detto altrove\.";;;$/,
      ],
    ],
    [
      'bands of age that a spreadsheet would take for a date',
      {
        tipo: 'popolazione',
        testo: 'Comuni;4-14;65- più\nCasarano;5;7\nMatino;6;8\nSant’Angelo;1;2\n',
        contesto: { anno: 2021, rilevazione: 'anagrafe' },
      },
      [
        'comune;anno;rilevazione;eta;residenti;da_correggere',
        'Casarano;2021;anagrafe;4-14 anni;5;',
        'Casarano;2021;anagrafe;65+;7;',
        ...['Matino', 'Sant’Àngelo'].flatMap((nome) => [new RegExp(`^${nome}`), new RegExp(`^${nome}`)]),
      ],
    ],
    [
      'a reading that was corrected needs no correction any more',
      {
        testo: `Ente;anno;emigrazioni;immigrazioni;saldo\nCasarano;2021;1;1;0\n${BUONE}da rivedere;;;;\n`,
        contesto: { correzioni: 'colonna 1=comune; riga 5=nota' },
      },
      ['comune;anno;emigrazioni;immigrazioni;saldo;da_correggere', /^Casarano/, /^Matino/, /^Sant/],
    ],
  ];
  test.each(casi)('%s', (_, prova, linee) => {
    const { copia } = reread(toIngresso(prova));
    const scritte = listLinee(copia);
    expect(scritte).toHaveLength(linee.length);
    for (const [indice, linea] of linee.entries())
      expect(scritte[indice]).toEqual(typeof linea === 'string' ? linea : expect.stringMatching(linea));
  });
});

describe('read again as it is, no problem is lost', () => {
  /** `[rule, value]` of each, the same one once: a wide line says one thing in several rows. */
  const listDistinti = ({ problemi }: Lettura) =>
    [...new Set(problemi.map(({ regola, valore }) => JSON.stringify([regola, stripGuardia(valore ?? '')])))].sort();
  const casi: [caso: string, prova: Prova][] = [
    ['a figure', { testo: `${TESTATA}Casarano;2021;l0;1;0\n${BUONE}` }],
    ['a comune', { testo: `${TESTATA}Cassarano;2021;10;1;0\n${BUONE}` }],
    ['a comune nobody named', { testo: `${TESTATA};2021;10;1;0\n${BUONE}` }],
    ['a year', { testo: `${TESTATA}Casarano;2.021;10;1;0\n${BUONE}` }],
    ['a key left empty', { testo: `${TESTATA}Casarano;;10;1;0\n${BUONE}` }],
    ['two cells of one line', { testo: `${TESTATA}Casarano;2.021;-10;1;0\n${BUONE}` }],
    ['a row said twice', { testo: `${TESTATA}Casarano;2021;10;1;0\n${BUONE}Casarano;2021;11;1;0\n` }],
    ['a comune that lacks', { testo: `${TESTATA}${BUONE}` }],
    [
      'a code against its name',
      {
        testo: `codice comune;${TESTATA}075042;Casarano;2021;1;1;0\n075042;Matino;2021;5;4;-1\n075081;Sant’Angelo;2021;1;1;0\n`,
      },
    ],
    ['the upload against the file', { testo: `${TESTATA}Casarano;2021;1;1;0\n${BUONE}`, contesto: { anno: 2020 } }],
    [
      'a row outside the comune of the upload',
      { testo: `${TESTATA}Casarano;2021;1;1;0\n${BUONE}`, contesto: { comune: 'Casarano' } },
    ],
    [
      'a wide line',
      {
        tipo: 'popolazione',
        testo: 'Comuni;0-3;65- più\nCassarano;5;l7\nMatino;6;8\nSant’Angelo;1;2\n',
        contesto: { anno: 2021, rilevazione: 'anagrafe' },
      },
    ],
    ['a minus where none makes sense', { testo: `${TESTATA}Casarano;2021;-10;1;0\n${BUONE}` }],
  ];
  test.each(casi)('%s', (_, prova) => {
    const ingresso = toIngresso(prova);
    const prima = readTabella(ingresso);
    expect(prima.problemiTotali).toBeGreaterThan(0);
    expect(listDistinti(reread(ingresso).lettura)).toEqual(listDistinti(prima));
  });

  it('a line that waits is refused until it is written anew', () => {
    const { lettura } = reread(toIngresso({ testo: `${TESTATA}Casarano;2021;10\n${BUONE}` }));
    expect(listProblemi(lettura)).toContainEqual([
      2,
      6,
      expect.stringContaining('Casarano | 2021 | 10'),
      'riga-da-completare',
    ]);
  });

  it('a message beside a cell that was mended says nothing any more', () => {
    const { copia } = reread(toIngresso({ testo: `${TESTATA}Casarano;2021;l0;1;0\n${BUONE}` }));
    const mended = new TextEncoder().encode(copia.replace('2021;l0', '2021;10'));
    expect(readTabella({ ...toIngresso({ testo: '' }), byte: mended }).problemi).toEqual([]);
  });

  it('any cell of any published file, broken, is a problem of the copy too, with the cell as it was', () => {
    const campioni = listCampioni().filter(({ byte }) => byte.length < 3000);
    fc.assert(
      fc.property(
        fc.constantFrom(...campioni),
        fc.nat(),
        fc.constantFrom('l2', '?', '12,3,4', '#N/D', '='),
        (campione, dove, rotta) => {
          const linee = new TextDecoder().decode(campione.byte).split('\n');
          const riga = dove % linee.length;
          const celle = (linee[riga] ?? '').split(';');
          celle[dove % celle.length] = rotta;
          const byte = new TextEncoder().encode(linee.with(riga, celle.join(';')).join('\n'));
          const ingresso = { ...campione, byte };
          const prima = readTabella(ingresso);
          const copia = writeCopia(ingresso);
          if (typeof copia !== 'string') {
            // There is no copy only where something must be done before, and that is told.
            expect(prima.problemiTotali).toBeGreaterThan(0);
            expect(copia.motivo).not.toBe('');
            return;
          }
          const dopo = reread(ingresso).lettura;
          if (prima.problemiTotali === 0) {
            expect(listProblemi(dopo)).toEqual([]);
            expect(listFatti(dopo.righe)).toEqual(listFatti(prima.righe));
          } else expect(dopo.problemiTotali).toBeGreaterThan(0);
          for (const { regola, riga: posto, valore } of prima.problemi) {
            if (posto === null || valore !== rotta) continue;
            const rimasti = dopo.problemi.filter(
              ({ valore: resta }) => stripGuardia(resta ?? '') === rotta || (resta ?? '').includes(rotta),
            );
            expect([regola, rimasti.length]).toEqual([regola, expect.any(Number)]);
            expect(rimasti.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe('there is no copy where nobody can say which cell is which', () => {
  const casi: [caso: string, testo: string, detto: RegExp][] = [
    ['no header', 'buongiorno\na tutti\n', /non si è capito quali siano le colonne.*correggendo la lettura/],
    ['an unclosed quote', `${TESTATA}"Casarano;2021;1;1;0\n`, /alla riga 2: Le virgolette/],
    [
      'two columns of one meaning',
      `comune;anno;emigrazioni;immigrazioni;emigrati\nCasarano;2021;1;1;1\n`,
      /dicono la stessa cosa/,
    ],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a correction that hits nothing', `${TESTATA}${BUONE}`, /ne comincia nessuna/],
  ];
  test.each(casi)('%s', (caso, testo, detto) => {
    const contesto = caso.startsWith('a correction') ? { correzioni: 'riga 80=nota' } : {};
    const copia = writeCopia(toIngresso({ testo, contesto }));
    expect(typeof copia === 'string' ? copia : copia.motivo).toMatch(detto);
  });
});

describe('of a file that comes in pieces', () => {
  const stream = ({ byte, ...attesa }: Ingresso, misura: Misura, { lungo = 7, letti = [] as Uint8Array[] } = {}) => {
    const pezzi = Array.from({ length: Math.ceil(byte.length / lungo) }, (_, i) =>
      byte.subarray(i * lungo, (i + 1) * lungo),
    );
    const rilevatore = new Rilevatore();
    for (const pezzo of pezzi) rilevatore.push(pezzo);
    async function* open() {
      for (const pezzo of pezzi) {
        letti.push(pezzo);
        yield pezzo;
      }
    }
    return streamCopia(open(), rilevatore, { ...attesa, misura });
  };
  const AMPIA = 1_000_000;
  const casi: [caso: string, testo: string][] = [
    ['one cell is wrong', `${TESTATA}Casarano;2021;l0;1;0\n${BUONE}`],
    ['there is no header', 'buongiorno\na tutti\n'],
    ['it is no text', '%PDF-1.7'],
  ];
  test.each(casi)('the copy is the same: %s', async (_, testo) => {
    const ingresso = toIngresso({ testo });
    expect(await stream(ingresso, { righe: 3, byte: AMPIA })).toEqual(writeCopia(ingresso));
  });

  test('there is none of more rows than anybody could be given, good or wrong', async () => {
    const ingresso = toIngresso({ testo: `${TESTATA}Casarano;2021;l0;1;0\n${BUONE}` });
    expect(await stream(ingresso, { righe: 2, byte: AMPIA })).toBe(COPIA_ECCESSIVA);
  });

  test('there is none of more bytes, and one of just as many', async () => {
    const ingresso = toIngresso({ testo: `${TESTATA}Casarano;2021;l0;1;0\n${BUONE}` });
    const copia = writeCopia(ingresso);
    const byte = Buffer.byteLength(String(copia));
    expect(await stream(ingresso, { righe: 3, byte })).toBe(copia);
    expect(await stream(ingresso, { righe: 3, byte: byte - 1 })).toBe(COPIA_ECCESSIVA);
  });

  test('what is wrong is enough to tell that there will be none: the rest is not read', async () => {
    const ingresso = toIngresso({ testo: TESTATA + 'Paesello;20x1;uno;due;tre\n'.repeat(40_000) });
    const letti: Uint8Array[] = [];
    expect(await stream(ingresso, { righe: AMPIA, byte: AMPIA }, { lungo: 50_000, letti })).toBe(COPIA_ECCESSIVA);
    expect(letti.length * 50_000).toBeLessThan(ingresso.byte.length / 3);
  });
});

test('personal data is not carried over, and the copy says so', () => {
  const { copia } = reread(
    toIngresso({
      tipo: 'raccordo',
      testo: 'servizio;intervento\nScrivere a mario.rossi@esempio.it;A.1\n',
    }),
  );
  expect(copia).not.toContain('mario.rossi');
  expect(copia).toMatch(/un indirizzo di posta elettronica/);
});

test('no cell of a copy begins a formula, and every text comes back as it was', () => {
  const formule = listFormule().slice(0, 300);
  const testo = ['servizio;intervento', ...formule.map((formula, i) => `"${formula.replaceAll('"', '""')} ${i}";A.1`)];
  const ingresso = toIngresso({ tipo: 'raccordo', testo: `${testo.join('\n')}\n` });
  const prima = readTabella(ingresso);
  const { copia, lettura } = reread(ingresso);
  const { data } = Papa.parse<string[]>(copia.replace('\uFEFF', ''), { delimiter: ';', newline: '\r\n' });
  expect(data.flat().filter(isFormula)).toEqual([]);
  expect(prima.righe.length).toBeGreaterThan(200);
  expect(listFatti(lettura.righe)).toEqual(listFatti(prima.righe));
});
