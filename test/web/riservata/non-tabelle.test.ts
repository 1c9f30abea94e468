import { expect, test } from 'vitest';
import { describeNonTabella } from '../../../web/src/riservata/non-tabelle.ts';
import { describePeso } from '../../../web/src/riservata/peso.ts';

test.each<[string, RegExp]>([
  ['dati.xls', /apri questo file con il suo programma/],
  ['dati.ODS', /apri questo file con il suo programma/],
  ['Relazione.PDF', /PDF: chiedi a chi l’ha scritto/],
  ['tabella.docx', /copia la tabella in un foglio di calcolo/],
  ['tabella.doc', /copia la tabella in un foglio di calcolo/],
  ['foto.jpeg', /immagine: riporta le cifre/],
  ['dati.zip', /estrai il file CSV o XLSX/],
  ['dati.xlsx.p7m', /firmato: estrai/],
  ['posta.eml', /salva l’allegato/],
])('%s is told what to do with it', (nome, detto) => {
  expect(describeNonTabella(nome)).toMatch(detto);
});

test.each(['dati.csv', 'dati.xlsx', 'dati.txt', 'famiglie.dat', 'senza estensione', 'piano.pdf.csv'])(
  '%s may be a table',
  (nome) => {
    expect(describeNonTabella(nome)).toBeNull();
  },
);

test('an empty file has no weight', () => {
  expect([describePeso(0), describePeso(1)]).toEqual(['0 KB', '1 KB']);
});
