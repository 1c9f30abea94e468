import { describe, expect, test } from 'vitest';
import { describeFonti, nameFonti, shortDocumento, type VersioniPerTipo } from '../../../web/src/serie/fonti.ts';
import { listFile, readTesto } from '../../sorgenti.ts';

const BREVI: [string, string][] = [
  ['Piano Sociale di Zona 2022-2024 dell’Ambito Territoriale Sociale di Casarano', 'Piano Sociale di Zona 2022-2024'],
  ["Piano Sociale di Zona 2022-2024 dell'Ambito di Casarano", 'Piano Sociale di Zona 2022-2024'],
  ['Piano Sociale di Zona 2022-2024, Ambito Territoriale Sociale di Casarano', 'Piano Sociale di Zona 2022-2024'],
  ['ISTAT, popolazione residente al 1° gennaio 2022', 'ISTAT, popolazione residente al 1° gennaio 2022'],
];

function versione(tipo: string, parti: [string, string, string?][]): VersioniPerTipo {
  const [[, documento = ''] = []] = parti;
  return {
    [tipo]: [
      {
        versione: 2,
        edizione: 2,
        pubblicataIl: '2026-06-22T08:00:00.000Z',
        ruolo: 'responsabile',
        righe: 1,
        cambiamenti: { aggiunte: 1, modificate: 0, tolte: 0 },
        parti: parti.map(([parte, nome, capitolo]) => ({
          parte,
          sha256: '',
          righe: 1,
          fonte: { documento: nome, ...(capitolo ? { capitolo } : {}) },
        })),
        sha256: '',
        fonte: { documento },
      },
    ],
  };
}

const VERSIONI: VersioniPerTipo = {
  ...versione('spesa-storica', [
    ['2018-2020', 'Piano Sociale di Zona 2022-2024', 'Cap. I, par. 1.4 «Ricognizione della spesa»'],
  ]),
  ...versione('popolazione', [
    ['2021', 'Piano Sociale di Zona 2022-2024', 'Cap. I, par. 1 «Analisi»'],
    ['2020-istat', 'ISTAT, popolazione residente al 1° gennaio 2021'],
  ]),
};

describe('where figures come from', () => {
  test.each(BREVI)('%s', (documento, breve) => {
    expect(shortDocumento(documento)).toBe(breve);
  });

  test.each([
    ['Cap. I, par. 1.4 «Ricognizione della spesa»', 'Cap. I, par. 1.4'],
    ['Apertura della notizia; «La co-progettazione»', 'Apertura della notizia'],
    ['Cap. III, «Il Fondo»', 'Cap. III'],
  ])('of a chapter the place, not the heading: %s', (capitolo, breve) => {
    const versioni = versione('fondi', [['intera', 'Il Piano', capitolo]]);
    expect(describeFonti([{ tipo: 'fondi', versione: 2, parte: 'intera' }], versioni)).toBe(`Il Piano, ${breve}`);
  });

  test('each document once, with its chapters; what is not known is not told', () => {
    const origine = [
      { tipo: 'spesa-storica', versione: 2, parte: '2018-2020' },
      { tipo: 'popolazione', versione: 2, parte: '2021' },
      { tipo: 'popolazione', versione: 2, parte: '2020-istat' },
      { tipo: 'popolazione', versione: 1, parte: '2021' },
      { tipo: 'famiglie', versione: 1, parte: '2021' },
    ] as const;
    expect(describeFonti(origine, VERSIONI)).toBe(
      'Piano Sociale di Zona 2022-2024, Cap. I, par. 1.4, Cap. I, par. 1; ISTAT, popolazione residente al 1° gennaio 2021',
    );
    expect(nameFonti(origine, VERSIONI)).toBe(
      'Piano Sociale di Zona 2022-2024; ISTAT, popolazione residente al 1° gennaio 2021',
    );
  });

  test.each(listFile('data').filter((file) => file.endsWith('datapackage.json')))(
    'every document of %s keeps a name when told short',
    (file) => {
      const { resources } = JSON.parse(readTesto(file)) as {
        resources: { osservatorio: { documento: string } }[];
      };
      for (const { osservatorio } of resources)
        expect(shortDocumento(osservatorio.documento).length).toBeGreaterThan(5);
    },
  );
});
