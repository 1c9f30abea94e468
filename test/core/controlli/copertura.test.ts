import { describe, expect, test } from 'vitest';
import type { Ambito } from '../../../functions/core/ambito.ts';
import { copertura } from '../../../functions/core/controlli/copertura.ts';
import type { Parte, Riga } from '../../../functions/core/tabelle/tabella.ts';

const AMBITO: Ambito = {
  id: 'fasano',
  nome: 'Fasano',
  capofila: '074007',
  formaGiuridica: 'consorzio',
  comuni: [
    { codiceIstat: '074007', nome: 'Fasano' },
    { codiceIstat: '074005', nome: 'Cisternino' },
    { codiceIstat: '074012', nome: 'Ostuni' },
  ],
  cicli: [],
};

/** Households of some comuni, as files name them in a column; each file may state its scope with the upload. */
function findMancanti(
  file: readonly { comuni: readonly string[]; scopo?: string }[],
  ambito: Ambito = AMBITO,
): (string | null)[] {
  const parti = file.map(({ comuni, scopo }, i): Parte => {
    const contesto = scopo === undefined ? {} : { contesto: { comune: scopo } };
    return { parte: `p${i}`, sha256: '', fonte: { documento: 'Prova' }, righe: comuni.length, ...contesto };
  });
  const righe = file.flatMap(({ comuni }, i) =>
    comuni.map((comune, j): Riga => {
      const posizione = { riga: j + 2, colonna: 1, intestazione: 'comune', scritto: comune };
      const valori = { comune, anno: 2021, famiglie: 1 };
      return { parte: `p${i}`, riga: j + 2, valori, posizioni: { comune: posizione } };
    }),
  );
  const tabella = { tipo: 'famiglie', versione: 1, parti, righe, dichiarati: [] } as const;
  return copertura.run({ ambito, tabelle: new Map([['famiglie', tabella]]) }).map(({ comune }) => comune);
}

describe('copertura: every comune of the ambito, or of the scope that the upload states', () => {
  test.each([
    ['all in one file', [{ comuni: ['074007', '074005', '074012'] }], []],
    ['one left out', [{ comuni: ['074007', '074005'] }], ['074012']],
    ['a file for one comune, said with the upload', [{ comuni: ['074007'], scopo: '074007' }], []],
    [
      'two files of one comune each, said with the upload',
      [
        { comuni: ['074007'], scopo: '074007' },
        { comuni: ['074005'], scopo: '074005' },
      ],
      [],
    ],
    [
      'a file for the whole ambito that leaves two out',
      [{ comuni: ['074007'], scopo: 'ambito' }],
      ['074005', '074012'],
    ],
    [
      'a file with no scope beside one that has it must still have them all',
      [{ comuni: ['074007'] }, { comuni: ['074005'], scopo: '074005' }],
      ['074012'],
    ],
  ])('%s', (_, file, mancanti) => {
    expect(findMancanti(file)).toEqual(mancanti);
  });
});

describe('a comune is asked for in the years in which it is part of the ambito', () => {
  const conOstuni = (anni: { dal?: number; al?: number }): Ambito => ({
    ...AMBITO,
    comuni: AMBITO.comuni.map((uno) => (uno.nome === 'Ostuni' ? { ...uno, ...anni } : uno)),
  });
  const SENZA = [{ comuni: ['074007', '074005'] }];
  test.each<[caso: string, ambito: Ambito, file: { comuni: string[] }[], trovati: string[]]>([
    ['it came later: the older years do without it', conOstuni({ dal: 2022 }), SENZA, []],
    ['it came that very year', conOstuni({ dal: 2021 }), SENZA, ['074012']],
    ['it had left', conOstuni({ al: 2020 }), SENZA, []],
    ['its last year', conOstuni({ al: 2021 }), SENZA, ['074012']],
    ['it may be there all the same', conOstuni({ dal: 2022 }), [{ comuni: ['074007', '074005', '074012'] }], []],
  ])('%s', (...[, ambito, file, trovati]) => {
    expect(findMancanti(file, ambito)).toEqual(trovati);
  });
});
