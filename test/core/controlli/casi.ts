/** Small tables with one trouble each, or none, and what the checks find in them. */
import type { Valore } from '../../../functions/core/tabelle/tabella.ts';
import { cofinanziamento, type DichiaratoDiProva, type FoglioDiProva, type RigaDiProva } from '../quadri.ts';
import { type Caso, DUE, UNO } from './casi/caso.ts';
import { NOMI } from './casi/nomi.ts';
import { RAPPORTI } from './casi/rapporti.ts';
import { RIGHE_DI_SCHEDA } from './casi/righe-di-scheda.ts';
import { SOMME } from './casi/somme.ts';

export function residenti(
  comune: string,
  { anno = 2021, eta = 'totale', rilevazione = 'anagrafe', persone = 100 as Valore } = {},
): RigaDiProva {
  return { chiave: { comune, anno, rilevazione, eta }, misure: { residenti: persone } };
}

export function popolazione(righe: readonly RigaDiProva[], altro: Partial<FoglioDiProva> = {}): FoglioDiProva {
  return { tipo: 'popolazione', righe, ...altro };
}

function famiglie(
  righe: readonly [string, number, number, string?][],
  dichiarati: DichiaratoDiProva[] = [],
): FoglioDiProva {
  return {
    tipo: 'famiglie',
    righe: righe.map(([comune, quante, persone, media]) => ({
      chiave: { comune, anno: 2021 },
      misure: {
        famiglie: quante,
        popolazione: persone,
        ...(media ? { componenti_medi: Number(media.replace(',', '.')) } : {}),
      },
      ...(media ? { scritti: { componenti_medi: media } } : {}),
    })),
    dichiarati,
  };
}

function fondi(righe: readonly [string, string, string | null, number][]): FoglioDiProva {
  return {
    tipo: 'fondi',
    righe: righe.map(([fonte, periodo, vincolo, importo]) => ({
      chiave: { fonte, periodo, vincolo },
      misure: { importo },
    })),
  };
}

function spesaStorica(righe: readonly [string, number, number][]): FoglioDiProva {
  return {
    tipo: 'spesa-storica',
    righe: righe.map(([comune, spesa_complessiva, spesa_media_annua]) => ({
      chiave: { comune, triennio: '2018-2020' },
      misure: { spesa_complessiva, spesa_media_annua },
    })),
  };
}

const TOTALE_AMBITO = { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

/** Two comuni, two years and their row totals, with one year not stated; at the foot the total of the totals, as declared. */
function versatoConVuoto(totale: number): FoglioDiProva {
  const chiave = { natura: 'versato', forma: 'denaro' };
  const importi: readonly [string, number, number, number | null][] = [
    [UNO, 2, 2018, 1000],
    [UNO, 2, 2019, null],
    [DUE, 3, 2018, 500],
    [DUE, 3, 2019, 500],
  ];
  return {
    tipo: 'cofinanziamento',
    righe: importi.map(([comune, riga, anno, importo]) => ({
      ...{ riga, colonna: anno - 2016, chiave: { comune, anno, ...chiave }, misure: { importo } },
    })),
    dichiarati: [
      ...[UNO, DUE].map((comune, i) => ({
        ...{ ruolo: 'somma-riga' as const, misura: 'importo', valori: { comune, anno: '2018-2019', ...chiave } },
        ...{ valore: 1000, riga: i + 2, colonna: 4 },
      })),
      {
        ...{ ruolo: 'somma-colonna', misura: 'importo', valori: { comune: 'ambito', anno: '2018-2019', ...chiave } },
        ...{ valore: totale, riga: 4, colonna: 4 },
      },
    ],
  };
}

export const CASI: readonly Caso[] = [
  {
    titolo: 'somma-colonna: the totals of the rows add up as printed, though a year is not stated',
    fogli: [versatoConVuoto(2000)],
    attese: [],
  },
  {
    titolo:
      'somma-colonna: the totals of the rows do not add up: a year that is not stated is no zero that would hide it',
    fogli: [versatoConVuoto(2500)],
    attese: ['somma-colonna avviso cofinanziamento 4:4 ambito'],
  },
  { titolo: 'no tables, no findings', fogli: [], attese: [] },
  { titolo: 'copertura: every comune once', fogli: [popolazione([residenti(UNO), residenti(DUE)])], attese: [] },
  {
    titolo: 'copertura: a table of the ambito alone is not asked of its comuni',
    fogli: [popolazione([residenti('ambito')])],
    attese: [],
  },
  {
    titolo: 'copertura: a comune is missing',
    fogli: [popolazione([residenti(UNO)])],
    attese: [`copertura errore popolazione null:1 ${DUE}`],
  },
  {
    titolo: 'copertura: a comune missing under two ages is said once',
    fogli: [popolazione([residenti(UNO, { eta: '0-64' }), residenti(UNO, { eta: '65+' })])],
    attese: [`copertura errore popolazione null:1 ${DUE}`],
  },
  {
    titolo: 'copertura: a comune stands there twice',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti(UNO)])],
    attese: [`copertura errore popolazione 4:1 ${UNO}`],
  },
  {
    titolo: 'copertura: one key in two parts',
    fogli: [popolazione([residenti(UNO), residenti(DUE)]), popolazione([residenti(UNO)], { parte: 'altra' })],
    attese: [`copertura errore popolazione 2:1 ${UNO}`],
  },
  {
    titolo: 'copertura: a stranger',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti('999999')])],
    attese: ['copertura errore popolazione 4:1 999999'],
  },
  {
    titolo: 'copertura: a comune that states nothing is there all the same',
    fogli: [popolazione([residenti(UNO), residenti(DUE, { persone: null })])],
    attese: [],
  },
  {
    titolo: 'somma-riga: a total among the facts',
    fogli: [
      popolazione([
        residenti(UNO, { persone: 101 }),
        residenti(UNO, { eta: '0-64', persone: 60 }),
        residenti(UNO, { eta: '65+', persone: 40 }),
        ...['totale', '0-64', '65+'].map((eta) => residenti(DUE, { eta, persone: eta === 'totale' ? 2 : 1 })),
      ]),
    ],
    attese: [`somma-riga avviso popolazione 2:5 ${UNO}`],
  },
  {
    titolo: 'somma-riga: what is committed and what is left',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 800, residuo: 300 } }],
      },
    ],
    attese: ['somma-riga avviso rendiconto 2:2 ambito'],
  },
  {
    titolo: 'somma-riga: two halves of an odd cent are a note',
    fogli: [
      cofinanziamento([
        [UNO, 2022, 'minimo', 'totale', 101],
        [UNO, 2022, 'minimo', 'denaro', 50],
        [UNO, 2022, 'minimo', 'servizi', 50],
        [DUE, 2022, 'minimo', 'totale', 110],
        [DUE, 2022, 'minimo', 'denaro', 50],
        [DUE, 2022, 'minimo', 'servizi', 50],
      ]),
    ],
    attese: [`somma-riga nota cofinanziamento 2:5 ${UNO}`, `somma-riga avviso cofinanziamento 5:5 ${DUE}`],
  },
  {
    titolo: 'somma-colonna: a row of the ambito beside its comuni is a total',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti('ambito', { persone: 201 })])],
    attese: ['somma-colonna avviso popolazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: a count is never within rounding, a sum with a missing addend is not made',
    fogli: [
      popolazione([residenti(UNO), residenti(DUE)], {
        dichiarati: [
          { ruolo: 'somma-colonna', misura: 'residenti', valori: TOTALE_AMBITO, valore: 199, riga: 4, colonna: 5 },
        ],
      }),
      {
        tipo: 'migrazioni',
        righe: [UNO, DUE].map((comune, i) => ({
          chiave: { comune, anno: 2021 },
          misure: { emigrazioni: i === 0 ? 5 : null, immigrazioni: 5 },
        })),
        dichiarati: [
          {
            ruolo: 'somma-colonna',
            misura: 'emigrazioni',
            valori: { comune: 'ambito', anno: 2021 },
            valore: 50,
            riga: 4,
            colonna: 3,
          },
        ],
      },
    ],
    attese: ['somma-colonna avviso popolazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: the quotas of a fund, a column each, and their total',
    fogli: [
      {
        tipo: 'fondi',
        righe: ['2022', '2023'].flatMap((periodo, i) =>
          [null, 'libera', 'minori'].map((vincolo, j) => ({
            chiave: { fonte: 'FNPS', periodo, vincolo },
            misure: { importo: vincolo === null ? 200 : 100 },
            riga: i + 2,
            colonna: j + 2,
          })),
        ),
        dichiarati: [
          ...[null, 'libera', 'minori'].map((vincolo, j) => ({
            ruolo: 'somma-colonna' as const,
            misura: 'importo',
            valori: { fonte: 'FNPS', periodo: '2022-2023', vincolo },
            valore: [400, 200, 250][j] ?? 0,
            riga: 4,
            colonna: j + 2,
          })),
          ...[200, 260, 400].map((valore, i) => ({
            ruolo: 'somma-riga' as const,
            misura: 'importo',
            valori: { fonte: 'FNPS', periodo: i === 2 ? '2022-2023' : `${2022 + i}`, vincolo: null },
            valore,
            riga: i + 2,
            colonna: 5,
          })),
        ],
      },
    ],
    attese: [
      'somma-riga avviso fondi 3:5 ambito',
      'somma-riga avviso fondi 4:5 ambito',
      'somma-colonna avviso fondi 4:4 ambito',
    ],
  },
  {
    titolo: 'tra-tabelle: the families’ residents beside the registry, never beside ISTAT',
    fogli: [
      popolazione([
        residenti(UNO),
        residenti(DUE),
        residenti(UNO, { rilevazione: 'istat', persone: 90 }),
        residenti(DUE, { rilevazione: 'istat', persone: 90 }),
      ]),
      famiglie([
        [UNO, 40, 101],
        [DUE, 40, 100],
      ]),
    ],
    attese: [`tra-tabelle avviso famiglie null:null ambito`, `tra-tabelle avviso famiglie 2:4 ${UNO}`],
  },
  {
    titolo: 'tra-tabelle: a variation and the later value that it leads to',
    fogli: [
      popolazione([residenti(UNO), residenti(DUE)]),
      popolazione([residenti('ambito', { anno: 2018, persone: 250 })], {
        parte: 'variazioni',
        dichiarati: [
          { ruolo: 'valore', misura: 'residenti', valori: TOTALE_AMBITO, valore: 200, riga: 2, colonna: 6 },
          {
            ruolo: 'variazione',
            misura: 'residenti',
            valori: TOTALE_AMBITO,
            confronto: { anno: 2018 },
            valore: -49,
            riga: 2,
            colonna: 7,
          },
        ],
      }),
    ],
    attese: ['tra-tabelle avviso popolazione 2:7 ambito'],
  },
  {
    titolo: 'tra-tabelle: a fund in the budget and in its own table',
    fogli: [
      fondi([
        ['FNPS', '2022', null, 100],
        ['FNPS', '2023-2024', null, 200],
        ['FNPS', '2022-2024', null, 350],
        ['FNA', '2022', null, 100],
        ['FNA', '2022-2024', null, 900],
      ]),
    ],
    attese: ['tra-tabelle avviso fondi 4:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: cofinanziamento in the budget and year by year',
    fogli: [
      fondi([['Cofinanziamento comunale', '2022-2023', null, 300]]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 100],
        ['ambito', 2023, 'programmato', 'totale', 100],
      ]),
    ],
    attese: ['tra-tabelle avviso fondi 2:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: the residui taken over and those that the rendiconto leaves',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 800 } }],
      },
      {
        tipo: 'fondi',
        righe: [
          {
            chiave: {
              fonte: 'PdZ',
              periodo: '2022-2024',
              annualita_fondo: '2018-2021',
              origine: 'residuo',
              vincolo: null,
            },
            misure: { importo: 250 },
          },
        ],
      },
    ],
    attese: ['tra-tabelle avviso fondi 2:6 ambito'],
  },
  {
    titolo: 'rapporto: 3,2 for 2,83 does not hold, 3 for 2,51 and 2 for 2,41 hold at their precision',
    fogli: [
      famiglie([
        [UNO, 6917, 19552, '3,2'],
        [DUE, 1684, 4228, '3'],
      ]),
    ],
    attese: [`rapporto avviso famiglie 2:5 ${UNO}`],
  },
  {
    titolo: 'rapporto: a declared mean of the ambito is recomputed from the sums',
    fogli: [
      famiglie(
        [
          [UNO, 10, 20],
          [DUE, 10, 31],
        ],
        [
          {
            ruolo: 'valore',
            misura: 'componenti_medi',
            valori: { comune: 'ambito', anno: 2021 },
            valore: 2.6,
            riga: 4,
            colonna: 5,
          },
        ],
      ),
    ],
    attese: [],
  },
  {
    titolo: 'rapporto: a density beside its own surface and residents',
    fogli: [
      {
        tipo: 'territorio',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 10, densita: 21 } }],
        dichiarati: [{ ruolo: 'valore', misura: 'residenti', valori: TOTALE_AMBITO, valore: 200, riga: 2, colonna: 4 }],
      },
    ],
    attese: ['rapporto avviso territorio 2:3 ambito'],
  },
  {
    titolo: 'rapporto: the share committed',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 956 } }],
        dichiarati: [
          {
            ruolo: 'quota-percentuale',
            misura: 'impegnato',
            valori: { comune: 'ambito', periodo: '2018-2021' },
            valore: 95,
            riga: 2,
            colonna: 5,
            scritto: '95%',
          },
        ],
      },
    ],
    attese: ['rapporto avviso rendiconto 2:5 ambito'],
  },
  {
    titolo: 'media: a third to the cent, two cents off are beyond rounding',
    fogli: [
      spesaStorica([
        [UNO, 100, 33],
        [DUE, 100, 35],
      ]),
    ],
    attese: [`media avviso spesa-storica 3:4 ${DUE}`],
  },
  {
    titolo: 'saldo: arrivals minus departures',
    fogli: [
      {
        tipo: 'migrazioni',
        righe: [UNO, DUE].map((comune, i) => ({
          chiave: { comune, anno: 2021 },
          misure: { emigrazioni: 10, immigrazioni: 4, saldo: i === 0 ? -6 : 6 },
        })),
      },
    ],
    attese: [`saldo avviso migrazioni 3:5 ${DUE}`],
  },
  {
    titolo: 'riparto: by the families’ residents where they are stated, not by those of the population',
    fogli: [
      popolazione([residenti(UNO, { persone: 1 }), residenti(DUE, { persone: 2 })]),
      famiglie([
        [UNO, 1, 1],
        [DUE, 1, 3],
      ]),
      fondi([
        ['FNPS', '2022', null, 200],
        ['FNA', '2022', null, 100],
        ['FGSA', '2022', null, 100],
      ]),
      cofinanziamento([
        [UNO, 2022, 'minimo', 'totale', 100],
        [DUE, 2022, 'minimo', 'totale', 302],
      ]),
    ],
    attese: [
      'tra-tabelle avviso famiglie null:null ambito',
      `tra-tabelle avviso famiglie 3:4 ${DUE}`,
      `riparto avviso cofinanziamento 3:5 ${DUE}`,
    ],
  },
  {
    titolo: 'vincolo: below the spesa storica',
    fogli: [
      spesaStorica([
        [UNO, 300, 100],
        [DUE, 300, 100],
      ]),
      cofinanziamento([['ambito', 2022, 'programmato', 'totale', 199]]),
    ],
    attese: ['vincolo avviso cofinanziamento 2:5 ambito'],
  },
  {
    titolo: 'vincolo: at the spesa storica, and money alone is never compared',
    fogli: [
      spesaStorica([
        [UNO, 300, 100],
        [DUE, 300, 100],
      ]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 200],
        ['ambito', 2023, 'programmato', 'denaro', 50],
      ]),
    ],
    attese: [],
  },
  {
    titolo: 'capienza: more earmarked than there is',
    fogli: [
      fondi([
        ['FNPS', '2022', null, 100],
        ['FNPS', '2022', 'minori', 80],
        ['FNPS', '2022', 'libera', 30],
        ['FNA', '2022', null, 100],
        ['FNA', '2022', 'C.2', 90],
      ]),
    ],
    attese: ['capienza avviso fondi 2:4 ambito'],
  },
  {
    titolo: 'scala: half a person, a negative count',
    fogli: [popolazione([residenti(UNO, { persone: 10.5 }), residenti(DUE, { persone: -1 })])],
    attese: [`scala errore popolazione 2:5 ${UNO}`, `scala errore popolazione 3:5 ${DUE}`],
  },
  {
    titolo: 'scala: a surface of another order than that of the comuni; two editions of one surface are silent',
    fogli: [
      {
        tipo: 'territorio',
        righe: [UNO, DUE].map((comune) => ({ chiave: { comune }, misure: { superficie_km2: 10 } })),
      },
      {
        tipo: 'territorio',
        parte: 'dichiarata',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 200 } }],
      },
    ],
    attese: ['scala avviso territorio 2:2 ambito'],
  },
  {
    titolo: 'scala: two editions of one surface',
    fogli: [
      {
        tipo: 'territorio',
        righe: [UNO, DUE].map((comune) => ({ chiave: { comune }, misure: { superficie_km2: 10 } })),
      },
      {
        tipo: 'territorio',
        parte: 'dichiarata',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 20.6 } }],
      },
    ],
    attese: [],
  },
  {
    titolo: 'scala: a digit too many in one year, between years of one rilevazione only',
    fogli: [
      popolazione([
        residenti(UNO, { anno: 2020 }),
        residenti(DUE, { anno: 2020 }),
        residenti(UNO, { persone: 1000 }),
        residenti(DUE),
        residenti(UNO, { rilevazione: 'istat', persone: 9000 }),
        residenti(DUE, { rilevazione: 'istat' }),
      ]),
    ],
    attese: [`scala avviso popolazione 4:5 ${UNO}`],
  },
  ...SOMME,
  ...RIGHE_DI_SCHEDA,
  ...RAPPORTI,
  ...NOMI,
];
