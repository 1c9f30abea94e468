/** Each check by itself, on tables of any size: silence where all holds; one cell broken, and that check alone, at that very cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodiceControllo, Segnalazione } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { splitImporto } from '../../../functions/core/denaro.ts';
import { createQuadro, type FoglioDiProva, getCodice, type RigaDiProva } from '../quadri.ts';

interface Caso {
  readonly comuni: number;
  readonly sano: readonly FoglioDiProva[];
  readonly rotto: readonly FoglioDiProva[];
  /** Where: `famiglie 2:3`; several where the two sides of a comparison cannot be told apart. */
  readonly celle: readonly string[];
}

const importi = fc.array(fc.integer({ min: 1_000, max: 90_000_000 }), { minLength: 2, maxLength: 12 });
const conteggi = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 2, maxLength: 12 });
const quale = fc.nat();
const scarto = fc.integer({ min: 3, max: 9_000 });

function sum(valori: readonly number[]): number {
  return valori.reduce((somma, valore) => somma + valore, 0);
}

function put<T>(elenco: readonly T[], i: number, change: (valore: T) => T): T[] {
  return elenco.map((valore, j) => (j === i ? change(valore) : valore));
}

/** One row for each comune, from line 2. */
function perComune(
  valori: readonly number[],
  chiave: RigaDiProva['chiave'],
  misure: (valore: number, i: number) => RigaDiProva['misure'],
): RigaDiProva[] {
  return valori.map((valore, i) => ({ chiave: { comune: getCodice(i + 1), ...chiave }, misure: misure(valore, i) }));
}

function famiglie(quante: readonly number[]): FoglioDiProva {
  return { tipo: 'famiglie', righe: perComune(quante, { anno: 2021 }, (valore) => ({ famiglie: valore })) };
}

function residenti(anno: number, quanti: readonly number[], parte = 'intera'): FoglioDiProva {
  const chiave = { anno, rilevazione: 'anagrafe', eta: 'totale' };
  return { tipo: 'popolazione', parte, righe: perComune(quanti, chiave, (valore) => ({ residenti: valore })) };
}

/** A row of three parts and its total beside them. */
function fasce(quante: readonly number[], totale: number): FoglioDiProva {
  const base = { comune: getCodice(1), anno: 2021, rilevazione: 'anagrafe' };
  const righe = quante.map((valore, i): RigaDiProva => {
    const eta = i === quante.length - 1 ? `${i * 10}+` : `${i * 10}-${i * 10 + 9}`;
    return { riga: 2, colonna: i + 2, chiave: { ...base, eta }, misure: { residenti: valore } };
  });
  const dichiarato = { ruolo: 'somma-riga', misura: 'residenti', valori: { ...base, eta: 'totale' } } as const;
  return { tipo: 'popolazione', righe, dichiarati: [{ ...dichiarato, valore: totale, riga: 2, colonna: 99 }] };
}

function famiglieConTotale(quante: readonly number[], totale: number): FoglioDiProva {
  const valori = { comune: 'ambito', anno: 2021 };
  const dichiarato = {
    ruolo: 'somma-colonna',
    misura: 'famiglie',
    valori,
    valore: totale,
    riga: 99,
    colonna: 3,
  } as const;
  return { ...famiglie(quante), dichiarati: [dichiarato] };
}

/** Means of members; the broken one is off by a tenth at least, and never whole: a 3 is what 2,6 is, to who writes no decimals. */
function medie(quante: readonly number[], errore?: { readonly i: number; readonly decimi: number }): FoglioDiProva {
  const righe = perComune(quante, { anno: 2021 }, (valore, i) => {
    const popolazione = valore * 2 + i;
    const sana = Number((popolazione / valore).toFixed(2));
    const media = errore?.i === i ? Number((sana + errore.decimi / 10).toFixed(2)) : sana;
    const rotonda = errore?.i === i && Number.isInteger(media);
    return { famiglie: valore, popolazione, componenti_medi: rotonda ? media + 0.1 : media };
  });
  return { tipo: 'famiglie', righe };
}

function spesa(cent: readonly number[], rotta = -1, di = 0): FoglioDiProva {
  const righe = perComune(cent, { triennio: '2018-2020' }, (valore, i) => ({
    spesa_complessiva: valore,
    spesa_media_annua: Math.round(valore / 3) + (i === rotta ? di : 0),
  }));
  return { tipo: 'spesa-storica', righe };
}

function migrazioni(quante: readonly number[], rotta = -1, di = 0): FoglioDiProva {
  const righe = perComune(quante, { anno: 2021 }, (valore, i) => ({
    emigrazioni: valore,
    immigrazioni: valore + i,
    saldo: i + (i === rotta ? di : 0),
  }));
  return { tipo: 'migrazioni', righe };
}

/** Quotas of 2022 by the residents of the households' table, over the three transfers of that year. */
function quote(pesi: readonly number[], base: number, rotta = { i: -1, di: 0 }): FoglioDiProva[] {
  const chiavi = pesi.map((peso, i) => ({ id: getCodice(i + 1), peso }));
  const importiCent = splitImporto(base, chiavi).map(
    ({ importoCent }, i) => importoCent + (i === rotta.i ? rotta.di : 0),
  );
  const minimo = { anno: 2022, natura: 'minimo', forma: 'totale' };
  const fondo = (fonte: string, importo: number): RigaDiProva => ({
    chiave: { fonte, periodo: '2022', vincolo: null },
    misure: { importo },
  });
  return [
    { tipo: 'cofinanziamento', righe: perComune(importiCent, minimo, (importo) => ({ importo })) },
    { tipo: 'famiglie', righe: perComune(pesi, { anno: 2021 }, (popolazione) => ({ famiglie: 1, popolazione })) },
    { tipo: 'fondi', righe: [fondo('FNPS', base - 60_000), fondo('FNA', 40_000), fondo('FGSA', 20_000)] },
  ];
}

/** What the ambito programs for 2022 beside what its comuni have spent. */
function programmato(cent: readonly number[], oltreCent: number): FoglioDiProva[] {
  const soglia = Math.round(sum(cent) / 3);
  const chiave = { comune: 'ambito', anno: 2022, natura: 'programmato', forma: 'totale' };
  const righe = [{ riga: 7, colonna: 4, chiave, misure: { importo: soglia + oltreCent } }];
  const storica = { tipo: 'spesa-storica' as const };
  const spese = perComune(cent, { triennio: '2018-2020' }, (spesa_complessiva) => ({ spesa_complessiva }));
  return [
    { tipo: 'cofinanziamento', righe },
    { ...storica, righe: spese },
  ];
}

/** What is programmed on one fonte, and its fund. */
function fondo(cent: readonly number[], menoCent: number): FoglioDiProva[] {
  const scheda = cent.map((importo, i): RigaDiProva => {
    const chiave = { intervento: `B.${(i % 4) + 1}`, anno: 2022 + Math.floor(i / 4), fonte: 'PNRR' };
    return { chiave, misure: { importo } };
  });
  const chiave = { fonte: 'PNRR', periodo: '2022-2024', annualita_fondo: null, origine: 'competenza', vincolo: null };
  return [
    { tipo: 'programmazione', righe: scheda },
    { tipo: 'fondi', righe: [{ chiave, misure: { importo: sum(cent) - menoCent } }] },
  ];
}

function fonti(nomi: readonly string[]): FoglioDiProva {
  const righe = nomi.map((fonte, i): RigaDiProva => {
    const chiave = { fonte, periodo: `${2010 + i}`, annualita_fondo: null, origine: 'competenza', vincolo: null };
    return { chiave, misure: { importo: 100 * (i + 1) } };
  });
  return { tipo: 'fondi', righe };
}

const FONTI_NOTE = ['FNPS', 'FNA', 'FGSA', 'QFP', 'PNRR', 'PAC', 'PON Inclusione'] as const;

/** One for each code: a new one without its case does not compile. */
const CASI: Readonly<Record<CodiceControllo, readonly { readonly cosa: string; readonly casi: fc.Arbitrary<Caso> }[]>> =
  {
    'somma-riga': [
      {
        cosa: 'the total of a row',
        casi: fc.tuple(conteggi, scarto).map(([quante, di]) => ({
          comuni: 1,
          sano: [fasce(quante, sum(quante))],
          rotto: [fasce(quante, sum(quante) + di)],
          celle: ['popolazione 2:99'],
        })),
      },
    ],
    'somma-colonna': [
      {
        cosa: 'the total of a column',
        casi: fc.tuple(conteggi, scarto).map(([quante, di]) => ({
          comuni: quante.length,
          sano: [famiglieConTotale(quante, sum(quante))],
          rotto: [famiglieConTotale(quante, sum(quante) + di)],
          celle: ['famiglie 99:3'],
        })),
      },
    ],
    'tra-tabelle': [
      {
        cosa: 'the residents of a comune, said twice',
        casi: fc.tuple(conteggi, quale, scarto).map(([quanti, scelta, di]) => {
          const i = scelta % quanti.length;
          const ripeti = (valori: readonly number[]): FoglioDiProva => ({
            tipo: 'famiglie',
            righe: perComune(valori, { anno: 2021 }, (popolazione) => ({ popolazione })),
          });
          return {
            comuni: quanti.length,
            sano: [residenti(2021, quanti), ripeti(quanti)],
            rotto: [residenti(2021, quanti), ripeti(put(quanti, i, (valore) => valore + di))],
            celle: [`famiglie ${i + 2}:3`, `popolazione ${i + 2}:5`],
          };
        }),
      },
    ],
    rapporto: [
      {
        cosa: 'a mean of members',
        casi: fc.tuple(conteggi, quale, fc.integer({ min: 1, max: 30 })).map(([quante, scelta, decimi]) => {
          const i = scelta % quante.length;
          const rotto = [medie(quante, { i, decimi })];
          return { comuni: quante.length, sano: [medie(quante)], rotto, celle: [`famiglie ${i + 2}:5`] };
        }),
      },
    ],
    media: [
      {
        cosa: 'a yearly mean of the triennio',
        casi: fc.tuple(importi, quale, scarto).map(([cent, scelta, di]) => {
          const i = scelta % cent.length;
          const celle = [`spesa-storica ${i + 2}:4`];
          return { comuni: cent.length, sano: [spesa(cent)], rotto: [spesa(cent, i, di)], celle };
        }),
      },
    ],
    saldo: [
      {
        cosa: 'a balance',
        casi: fc.tuple(conteggi, quale, scarto).map(([quante, scelta, di]) => {
          const i = scelta % quante.length;
          const celle = [`migrazioni ${i + 2}:5`];
          return { comuni: quante.length, sano: [migrazioni(quante)], rotto: [migrazioni(quante, i, di)], celle };
        }),
      },
    ],
    riparto: [
      {
        cosa: 'a quota, by a cent at least',
        casi: fc
          .tuple(conteggi, fc.integer({ min: 100_000, max: 200_000_000 }), quale, fc.integer({ min: 1, max: 9_000 }))
          .map(([pesi, base, scelta, di]) => {
            const i = scelta % pesi.length;
            const celle = [`cofinanziamento ${i + 2}:5`];
            return { comuni: pesi.length, sano: quote(pesi, base), rotto: quote(pesi, base, { i, di }), celle };
          }),
      },
    ],
    vincolo: [
      {
        cosa: 'what is programmed for a year, met to the cent and missed by one at least',
        casi: fc.tuple(importi, fc.nat(1_000_000), fc.integer({ min: 1, max: 900 })).map(([cent, oltre, meno]) => ({
          comuni: cent.length,
          sano: programmato(cent, oltre),
          rotto: programmato(cent, -meno),
          celle: ['cofinanziamento 7:4'],
        })),
      },
    ],
    capienza: [
      {
        cosa: 'a fund, used to the cent and exceeded by one at least',
        casi: fc.tuple(importi, fc.integer({ min: 1, max: 900 })).map(([cent, meno]) => ({
          comuni: 1,
          sano: fondo(cent, 0),
          rotto: fondo(cent, meno),
          celle: ['fondi 2:6'],
        })),
      },
    ],
    copertura: [
      {
        cosa: 'a comune that is not there',
        casi: fc.tuple(conteggi, quale).map(([quante, scelta]) => {
          const tutte = famiglie(quante);
          const righe = tutte.righe.filter((_, i) => i !== scelta % quante.length);
          return { comuni: quante.length, sano: [tutte], rotto: [{ ...tutte, righe }], celle: ['famiglie null:1'] };
        }),
      },
      {
        cosa: 'a comune that is there twice',
        casi: fc.tuple(conteggi, quale).map(([quante, scelta]) => {
          const tutte = famiglie(quante);
          const righe = [...tutte.righe, ...tutte.righe.slice(scelta % quante.length).slice(0, 1)];
          const celle = [`famiglie ${quante.length + 2}:1`];
          return { comuni: quante.length, sano: [tutte], rotto: [{ ...tutte, righe }], celle };
        }),
      },
      {
        cosa: 'a comune of another ambito',
        casi: conteggi.map((quante) => {
          const tutte = famiglie(quante);
          const altrove = { chiave: { comune: '999999', anno: 2021 }, misure: { famiglie: 1 } };
          const rotto = [{ ...tutte, righe: [...tutte.righe, altrove] }];
          return { comuni: quante.length, sano: [tutte], rotto, celle: [`famiglie ${quante.length + 2}:1`] };
        }),
      },
    ],
    scala: [
      {
        cosa: 'a count below zero, or half a person',
        casi: fc.tuple(conteggi, quale, fc.constantFrom(-1, 0.5)).map(([quante, scelta, per]) => {
          const i = scelta % quante.length;
          const dispari = quante.map((valore) => valore * 2 + 1);
          const rotto = [famiglie(put(dispari, i, (valore) => valore * per))];
          return { comuni: quante.length, sano: [famiglie(dispari)], rotto, celle: [`famiglie ${i + 2}:3`] };
        }),
      },
      {
        cosa: 'residents with a digit more than the year before',
        casi: fc.tuple(conteggi, quale).map(([quanti, scelta]) => {
          const i = scelta % quanti.length;
          const dopo = quanti.map((valore) => valore + Math.floor(valore / 2));
          const [prima, sane] = [residenti(2020, quanti, '2020'), residenti(2021, dopo, '2021')];
          const rotte = residenti(
            2021,
            put(dopo, i, (valore) => valore * 10),
            '2021',
          );
          const celle = [`popolazione ${i + 2}:5`];
          return { comuni: quanti.length, sano: [prima, sane], rotto: [prima, rotte], celle };
        }),
      },
    ],
    dizionario: [
      {
        cosa: 'the name of a fonte',
        casi: fc
          .tuple(
            fc.subarray([...FONTI_NOTE], { minLength: 1 }),
            quale,
            fc.constantFrom('Fondo delle lucciole', 'Altro'),
          )
          .map(([nomi, scelta, ignota]) => {
            const i = scelta % nomi.length;
            const rotto = [fonti(put<string>(nomi, i, () => ignota))];
            return { comuni: 1, sano: [fonti(nomi)], rotto, celle: [`fondi ${i + 2}:6`] };
          }),
      },
    ],
  };

function check({ comuni }: Caso, fogli: readonly FoglioDiProva[]): Segnalazione[] {
  const quadro = createQuadro({ comuni, fogli });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro));
}

/** The cells that all findings agree on; where there is one finding alone, the cell that it is placed at. */
function locateCelle(segnalazioni: readonly Segnalazione[]): string[] {
  const [prima] = segnalazioni;
  if (!prima) return [];
  if (segnalazioni.length === 1) return [`${prima.tipo} ${prima.riga}:${prima.colonna}`];
  const insiemi = segnalazioni.map(({ celle }) => celle.map(({ tipo, riga, colonna }) => `${tipo} ${riga}:${colonna}`));
  return [...new Set(insiemi.flat())].filter((cella) => insiemi.every((insieme) => insieme.includes(cella))).toSorted();
}

describe.each(Object.entries(CASI))('%s', (codice, gruppi) => {
  test.each(gruppi)('$cosa: silence where it holds, that cell alone where it does not', ({ casi }) => {
    fc.assert(
      fc.property(casi, (caso) => {
        expect(check(caso, caso.sano)).toEqual([]);
        const trovate = check(caso, caso.rotto);
        expect(new Set(trovate.map((una) => una.codice))).toEqual(new Set([codice]));
        expect(locateCelle(trovate)).toEqual(caso.celle);
      }),
      { numRuns: 60 },
    );
  });
});
