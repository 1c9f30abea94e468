import { describe, expect, test } from 'vitest';
import { type Correzioni, NESSUNA_CORREZIONE, parseCorrezioni } from '../../../functions/core/tabelle/correzioni.ts';
import { writeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import {
  findContrasto,
  nameColonne,
  putColonna,
  putInsieme,
  putNumeri,
  putRiga,
  putValore,
} from '../../../web/src/riservata/correzioni.ts';
import { buildFoglio } from '../../../web/src/riservata/foglio.ts';
import { splitLinee } from '../../../web/src/riservata/linee.ts';
import { buildBozza } from './bozze.ts';
import { toTipoDto } from './tipi.ts';

describe('each choice changes one thing, and is taken back', () => {
  const casi: [caso: string, da: string, cambia: (correzioni: Correzioni) => Correzioni, a: string][] = [
    ['a column is named', '', (c) => putColonna(c, 2, 'famiglie'), 'colonna 2=famiglie'],
    ['and unnamed, its numbers with it', 'colonna 2=famiglie; numeri 2=inglesi', (c) => putColonna(c, 2, null), ''],
    [
      'numbers are English',
      'colonna 2=famiglie',
      (c) => putNumeri(c, 2, 'inglesi'),
      'colonna 2=famiglie; numeri 2=inglesi',
    ],
    ['and are not', 'numeri 2=inglesi', (c) => putNumeri(c, 2, ''), ''],
    ['a line is a note', 'riga 5=nota', (c) => putRiga(c, 6, 'nota'), 'righe 5-6=nota'],
    ['a line is the header, and nothing else', 'riga 5=nota', (c) => putRiga(c, 5, 'intestazione'), 'intestazione=5'],
    ['the header is a line again', 'intestazione=5', (c) => putRiga(c, 5, null), ''],
    [
      'another line leaves the header where it is',
      'intestazione=5',
      (c) => putRiga(c, 7, 'totale'),
      'intestazione=5; riga 7=totale',
    ],
    ['the header is on two lines', '', (c) => putInsieme(c, 'intestazione', '2-3'), 'intestazione=2-3'],
    ['the separator', 'separatore=barra', (c) => putInsieme(c, 'separatore', 'virgola'), 'separatore=virgola'],
    ['what all the lines are', '', (c) => putValore(c, 'natura', 'versato'), 'valore natura=versato'],
    ['and what they are not', 'valore natura=versato', (c) => putValore(c, 'natura', ''), ''],
    ['and none', 'separatore=barra; riga 2=nota', (c) => putInsieme(c, 'separatore', ''), 'riga 2=nota'],
  ];
  test.each(casi.map(([caso, ...resto]) => [caso, resto] as const))('%s', (_, [da, cambia, a]) => {
    expect(writeCorrezioni(cambia(parseCorrezioni(da)))).toBe(a);
  });
});

test('two columns for one meaning are told before anything is sent', () => {
  const una = putColonna(NESSUNA_CORREZIONE, 2, 'famiglie');
  const tipo = toTipoDto(getTipo('spesa-storica'));
  expect(findContrasto(una, tipo)).toBeNull();
  const due = putColonna(putColonna(una, 3, 'spesa_media_annua'), 4, 'spesa_media_annua');
  // By its title, as the lists of the page have it.
  expect(findContrasto(due, tipo)).toMatch(/Le colonne 3 e 4 non possono essere tutte e due «Spesa media annua»/);
});

describe('columns go by the heading', () => {
  const linee = splitLinee('Titolo;;\nEnte;Quanti;\nCasarano;3;x\n', ';');
  const trovata = {
    intestazione: [2],
    colonne: [{ colonna: 1, intestazione: 'Ente', significato: null, formato: null }],
  };
  const casi: [caso: string, interpretazione: object, correzioni: string, nomi: string[]][] = [
    ['that was found', trovata, '', ['Ente', 'Quanti', '']],
    ['that a person says', trovata, 'intestazione=3', ['Casarano', '3', 'x']],
    ['of the first line, where none was found', {}, '', ['Titolo', '', '']],
  ];
  test.each(casi.map(([caso, ...resto]) => [caso, resto] as const))('%s', (_, [interpretazione, correzioni, nomi]) => {
    const bozza = buildBozza({ interpretazione });
    const trovati = nameColonne(bozza, parseCorrezioni(correzioni), buildFoglio(linee, bozza));
    expect(trovati).toEqual(nomi.map((nome, indice) => ({ colonna: indice + 1, nome })));
  });
});
