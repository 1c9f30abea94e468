/** No false alarm on a consistent table, of any size; one broken cell, and exactly that cell is found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segnalazione } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { splitImporto } from '../../../functions/core/denaro.ts';
import type { Valore } from '../../../functions/core/tabelle/tabella.ts';
import { createQuadro, type DichiaratoDiProva, type FoglioDiProva, getCodice, type RigaDiProva } from '../quadri.ts';

type Chiave = Readonly<Record<string, Valore>>;

/** A cell that can be broken: a fact, or a declared figure. */
interface Cella {
  readonly riga: number;
  readonly colonna: number;
  readonly misura: string;
  readonly chiave: Chiave;
  readonly valore: number;
  readonly ruolo: DichiaratoDiProva['ruolo'] | 'fatto';
}

interface Tavola {
  readonly tipo: FoglioDiProva['tipo'];
  readonly comuni: number;
  readonly celle: readonly Cella[];
  readonly altri?: readonly FoglioDiProva[];
}

function checkTavola({ tipo, comuni, celle, altri = [] }: Tavola): Segnalazione[] {
  const righe = celle
    .filter(({ ruolo }) => ruolo === 'fatto')
    .map(
      ({ riga, colonna, misura, chiave, valore }): RigaDiProva => ({
        riga,
        colonna,
        chiave,
        misure: { [misura]: valore },
      }),
    );
  // Measures with one key are one row, as the reader makes them.
  const unite = new Map<string, RigaDiProva>();
  for (const riga of righe) {
    const nome = JSON.stringify([riga.riga, riga.chiave]);
    const prima = unite.get(nome);
    unite.set(nome, prima ? { ...prima, misure: { ...prima.misure, ...riga.misure } } : riga);
  }
  const dichiarati = celle.flatMap(({ ruolo, chiave, ...altro }) =>
    ruolo === 'fatto' ? [] : [{ ...altro, ruolo, valori: chiave }],
  );
  const quadro = createQuadro({ comuni, fogli: [{ tipo, righe: [...unite.values()], dichiarati }, ...altri] });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro));
}

/** The cell that all findings agree on; where there is one finding alone, the cell that it is placed at. */
function locateCella(segnalazioni: readonly Segnalazione[]): string[] {
  const [prima, ...altre] = segnalazioni;
  if (!prima) return [];
  if (altre.length === 0) return [`${prima.riga}:${prima.colonna}`];
  const insiemi = segnalazioni.map(({ celle }) => celle.map(({ riga, colonna }) => `${riga}:${colonna}`));
  return [...new Set(insiemi.flat())].filter((cella) => insiemi.every((insieme) => insieme.includes(cella)));
}

function sum(valori: readonly number[]): number {
  return valori.reduce((somma, valore) => somma + valore, 0);
}

/** A table of comuni by columns, with totals on both sides. */
function createIncrociata(
  numeri: readonly (readonly number[])[],
  { misura, chiavi, totale }: { misura: string; chiavi: readonly Chiave[]; totale: Chiave },
): Cella[] {
  const ultima = numeri.length + 2;
  const colonnaTotale = chiavi.length + 2;
  const fatti = numeri.flatMap((riga, i) =>
    riga.map((valore, j): Cella => {
      const chiave = { comune: getCodice(i + 1), ...chiavi[j] };
      return { riga: i + 2, colonna: j + 2, misura, chiave, valore, ruolo: 'fatto' };
    }),
  );
  const totaliRiga = numeri.map((riga, i): Cella => {
    const chiave = { comune: getCodice(i + 1), ...totale };
    return { riga: i + 2, colonna: colonnaTotale, misura, chiave, valore: sum(riga), ruolo: 'somma-riga' };
  });
  const totaliColonna = chiavi.map((chiave, j): Cella => {
    const valore = sum(numeri.map((riga) => riga[j] ?? 0));
    return {
      riga: ultima,
      colonna: j + 2,
      misura,
      chiave: { comune: 'ambito', ...chiave },
      valore,
      ruolo: 'somma-colonna',
    };
  });
  const angolo = {
    riga: ultima,
    colonna: colonnaTotale,
    misura,
    chiave: { comune: 'ambito', ...totale },
    valore: sum(numeri.flat()),
  };
  return [
    ...fatti,
    ...totaliRiga,
    ...totaliColonna,
    { ...angolo, ruolo: 'somma-riga' },
    { ...angolo, ruolo: 'somma-colonna' },
  ];
}

function matrice(massimo: number) {
  return fc
    .record({ comuni: fc.integer({ min: 1, max: 12 }), colonne: fc.integer({ min: 2, max: 9 }) })
    .chain(({ comuni, colonne }) =>
      fc.array(fc.array(fc.nat(massimo), { minLength: colonne, maxLength: colonne }), {
        minLength: comuni,
        maxLength: comuni,
      }),
    );
}

const popolazione = matrice(30_000).map((numeri): Tavola => {
  const colonne = numeri[0]?.length ?? 0;
  const base = { anno: 2021, rilevazione: 'anagrafe' };
  const chiavi = Array.from({ length: colonne }, (_, j) => ({
    ...base,
    eta: j === colonne - 1 ? `${j * 10}+` : `${j * 10}-${j * 10 + 9}`,
  }));
  const celle = createIncrociata(numeri, { misura: 'residenti', chiavi, totale: { ...base, eta: 'totale' } });
  return { tipo: 'popolazione', comuni: numeri.length, celle };
});

const versato = matrice(50_000_000).map((numeri): Tavola => {
  const colonne = numeri[0]?.length ?? 0;
  const base = { natura: 'versato', forma: 'denaro' };
  const chiavi = Array.from({ length: colonne }, (_, j) => ({ ...base, anno: 2010 + j }));
  const totale = { ...base, anno: `2010-${2010 + colonne - 1}` };
  return {
    tipo: 'cofinanziamento',
    comuni: numeri.length,
    celle: createIncrociata(numeri, { misura: 'importo', chiavi, totale }),
  };
});

/** Lines of comuni with named measures and a line of totals. */
function createRighe(
  tipo: FoglioDiProva['tipo'],
  righe: readonly Readonly<Record<string, number>>[],
  { chiave, totali }: { chiave: Chiave; totali: Readonly<Record<string, number>> },
): Tavola {
  const colonna = (misura: string) => Object.keys(totali).indexOf(misura) + 2;
  const fatti = righe.flatMap((riga, i) =>
    Object.entries(riga).map(([misura, valore]): Cella => {
      return {
        riga: i + 2,
        colonna: colonna(misura),
        misura,
        chiave: { comune: getCodice(i + 1), ...chiave },
        valore,
        ruolo: 'fatto',
      };
    }),
  );
  const ultime = Object.entries(totali).map(([misura, valore]): Cella => {
    return {
      riga: righe.length + 2,
      colonna: colonna(misura),
      misura,
      chiave: { comune: 'ambito', ...chiave },
      valore,
      ruolo: 'somma-colonna',
    };
  });
  return { tipo, comuni: righe.length, celle: [...fatti, ...ultime] };
}

const migrazioni = fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { minLength: 1, maxLength: 12 }).map((coppie) => {
  const righe = coppie.map(([emigrazioni, immigrazioni]) => ({
    emigrazioni,
    immigrazioni,
    saldo: immigrazioni - emigrazioni,
  }));
  const totali = {
    emigrazioni: sum(righe.map((riga) => riga.emigrazioni)),
    immigrazioni: sum(righe.map((riga) => riga.immigrazioni)),
    saldo: sum(righe.map((riga) => riga.saldo)),
  };
  return createRighe('migrazioni', righe, { chiave: { anno: 2021 }, totali });
});

const spesa = fc.array(fc.integer({ min: 1000, max: 200_000_000 }), { minLength: 1, maxLength: 12 }).map((spese) => {
  const righe = spese.map((cent) => ({ spesa_complessiva: cent, spesa_media_annua: Math.round(cent / 3) }));
  const totali = { spesa_complessiva: sum(spese), spesa_media_annua: Math.round(sum(spese) / 3) };
  return createRighe('spesa-storica', righe, { chiave: { triennio: '2018-2020' }, totali });
});

const quote = fc
  .record({
    residenti: fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 12 }),
    base: fc.integer({ min: 100_000, max: 200_000_000 }),
  })
  .map(({ residenti, base }): Tavola => {
    const chiavi = residenti.map((peso, i) => ({ id: getCodice(i + 1), peso }));
    const celle = splitImporto(base, chiavi).map(({ id, importoCent }, i): Cella => {
      const chiave = { comune: id, anno: 2022, natura: 'minimo', forma: 'totale' };
      return { riga: i + 2, colonna: 2, misura: 'importo', chiave, valore: importoCent, ruolo: 'fatto' };
    });
    const fondo = (fonte: string, importo: number): RigaDiProva => ({
      chiave: { fonte, periodo: '2022', vincolo: null },
      misure: { importo },
    });
    const famiglie = residenti.map(
      (popolazione, i): RigaDiProva => ({
        chiave: { comune: getCodice(i + 1), anno: 2021 },
        misure: { famiglie: 1, popolazione },
      }),
    );
    return {
      tipo: 'cofinanziamento',
      comuni: residenti.length,
      celle,
      altri: [
        { tipo: 'famiglie', righe: famiglie },
        { tipo: 'fondi', righe: [fondo('FNPS', base - 60_000), fondo('FNA', 40_000), fondo('FGSA', 20_000)] },
      ],
    };
  });

/** The least by which a cell is broken: where a mean is rounded, a difference smaller than the rounding is no difference. */
const TAVOLE: { nome: string; tavole: fc.Arbitrary<Tavola>; minimo: number }[] = [
  { nome: 'residents by age band', tavole: popolazione, minimo: 1 },
  { nome: 'quotas paid by year', tavole: versato, minimo: 1 },
  { nome: 'migrations with their balance', tavole: migrazioni, minimo: 1 },
  { nome: 'spesa storica with its mean', tavole: spesa, minimo: 3 },
  { nome: 'quotas by the residents', tavole: quote, minimo: 1 },
];

describe('consistent tables', () => {
  test.each(TAVOLE)('silence on $nome', ({ tavole }) => {
    fc.assert(
      fc.property(tavole, (tavola) => {
        expect(checkTavola(tavola)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(TAVOLE)('one broken cell of $nome, and exactly that cell', ({ tavole, minimo }) => {
    fc.assert(
      fc.property(tavole, fc.nat(), fc.integer({ min: minimo, max: 9_000 }), (tavola, scelta, scarto) => {
        const rotta = tavola.celle[scelta % tavola.celle.length];
        if (!rotta) throw new RangeError('una tavola ha sempre delle celle');
        const celle = tavola.celle.map((cella) =>
          cella.riga === rotta.riga && cella.colonna === rotta.colonna
            ? { ...cella, valore: cella.valore + scarto }
            : cella,
        );
        expect(locateCella(checkTavola({ ...tavola, celle }))).toEqual([`${rotta.riga}:${rotta.colonna}`]);
      }),
      { numRuns: 120 },
    );
  });

  test('percentages written with any number of decimals hold at their precision', () => {
    fc.assert(
      fc.property(popolazione, fc.integer({ min: 0, max: 3 }), (tavola, decimali) => {
        const totali = tavola.celle.filter(({ ruolo }) => ruolo === 'somma-colonna');
        const intero = totali.at(-1)?.valore;
        fc.pre(intero !== undefined && intero > 0);
        const quadro = createQuadro({
          comuni: tavola.comuni,
          fogli: [
            {
              tipo: 'popolazione',
              righe: tavola.celle
                .filter(({ ruolo }) => ruolo === 'fatto')
                .map(({ riga, colonna, chiave, valore }) => ({ riga, colonna, chiave, misure: { residenti: valore } })),
              dichiarati: totali.map(({ colonna, chiave, valore }) => {
                const scritto = ((100 * valore) / (intero ?? 1)).toFixed(decimali);
                const quota = {
                  misura: 'residenti',
                  valori: chiave,
                  riga: 99,
                  colonna,
                  scritto: scritto.replace('.', ','),
                };
                return { ...quota, ruolo: 'quota-percentuale' as const, valore: Number(scritto) };
              }),
            },
          ],
        });
        expect(CONTROLLI.flatMap((controllo) => controllo.run(quadro))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
