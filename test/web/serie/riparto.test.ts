/** Quotas split to the cent, and what an address may ask of them. */
import { describe, expect, test } from 'vitest';
import type { SpiegazioneDto } from '../../../functions/core/http/schemi.ts';
import {
  applyIpotesi,
  type BaseRiparto,
  changeIpotesi,
  computeQuote,
  type Ipotesi,
  isModificata,
  NESSUNA_IPOTESI,
  readBase,
  readImporto,
  readIpotesi,
  readResidenti,
  sumFondi,
  writeIpotesi,
} from '../../../web/src/serie/riparto.ts';
import { buildOsservazioni, CASARANO, codiceOf } from '../osservazioni.ts';

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 3.1: transfers of 2022, in cents. */
const FONDI = { FNPS: 46_245_991, FNA: 20_823_520, FGSA: 23_370_174 };
/** Same plan, par. 1, tabella delle famiglie, colonna «Popolazione totale». */
const RESIDENTI = {
  Casarano: 19_552,
  Collepasso: 5717,
  Matino: 11_108,
  Parabita: 8824,
  Ruffano: 9357,
  Supersano: 4228,
  Taurisano: 11_489,
};
/** Same plan, par. 3.1, cofinanziamento comunale minimo, colonna «QUOTA 100%», in cents. */
const QUOTE = {
  Casarano: 25_162_244,
  Collepasso: 7_357_434,
  Matino: 14_295_326,
  Parabita: 11_355_956,
  Ruffano: 12_041_894,
  Supersano: 5_441_181,
  Taurisano: 14_785_650,
};

const BASE: BaseRiparto = {
  anno: '2022',
  fondi: Object.entries(FONDI).map(([id, importoCent]) => ({ id, importoCent })),
  pesi: Object.entries(RESIDENTI).map(([nome, residenti]) => ({ codice: codiceOf(nome), nome, residenti })),
  chiave: 'residenti della tabella delle famiglie, 2021',
};

function explain(quotaCent: number, senza: readonly string[] = []): SpiegazioneDto {
  const [osservazione] = buildOsservazioni({
    indicatore: 'cofinanziamento-minimo-calcolato',
    periodo: '2022',
    valori: { Casarano: quotaCent },
  });
  if (!osservazione) throw new RangeError('serve un’osservazione');
  const cella = { versione: 1, parte: 'intera', riga: 1, colonna: 1, intestazione: '', scritto: '' };
  return {
    edizione: 1,
    osservazione,
    titolo: '',
    formula: '',
    fonti: [],
    ingressi: [
      ...Object.entries(FONDI).map(([id, cent]) => ({
        ...cella,
        ruolo: `${id} 2022`,
        comune: null,
        tipo: 'fondi' as const,
        valore: (cent / 100).toFixed(2),
      })),
      ...Object.entries(RESIDENTI)
        .filter(([nome]) => !senza.includes(nome))
        .map(([nome, residenti]) => ({
          ...cella,
          ruolo: BASE.chiave,
          comune: codiceOf(nome),
          tipo: 'famiglie' as const,
          valore: residenti,
        })),
    ],
  };
}

describe('the base of a riparto, out of the walk back of a quota', () => {
  const CASI = [
    { titolo: 'the plan: three funds, seven comuni', spiegazione: explain(QUOTE.Casarano), base: BASE },
    { titolo: 'another quota than the inputs give', spiegazione: explain(QUOTE.Casarano + 1), base: null },
    { titolo: 'a comune without residents stated', spiegazione: explain(QUOTE.Casarano, ['Matino']), base: null },
  ];
  test.each(CASI)('$titolo', ({ spiegazione, base }) => {
    expect(readBase(spiegazione, CASARANO)).toEqual(base);
  });
});

describe('the quotas', () => {
  test('the plan: each as printed, to the cent', () => {
    const quote = computeQuote(BASE)?.map(({ id, importoCent }) => [id, importoCent]);
    expect(quote).toEqual(Object.entries(QUOTE).map(([nome, cent]) => [codiceOf(nome), cent]));
  });

  const CASI: { titolo: string; ipotesi: Ipotesi }[] = [
    { titolo: 'one cent for seven', ipotesi: { fondi: { FNPS: 1, FNA: 0, FGSA: 0 }, residenti: {} } },
    { titolo: 'a comune that nobody lives in', ipotesi: { fondi: {}, residenti: { [codiceOf('Matino')]: 0 } } },
    { titolo: 'a larger fund', ipotesi: { fondi: { FNPS: 50_000_001 }, residenti: {} } },
  ];
  test.each(CASI)('sum to what is split: $titolo', ({ ipotesi }) => {
    const nuova = applyIpotesi(BASE, ipotesi);
    const somma = computeQuote(nuova)?.reduce((s, { importoCent }) => s + importoCent, 0);
    expect(somma).toBe(sumFondi(nuova.fondi));
  });

  test('nobody anywhere: no quotas', () => {
    expect(computeQuote({ fondi: BASE.fondi, pesi: BASE.pesi.map((p) => ({ ...p, residenti: 0 })) })).toBeNull();
  });
});

describe('a hypothesis in an address', () => {
  const casarano = codiceOf('Casarano');
  const CASI: { titolo: string; ricerca: Record<string, string>; ipotesi: Ipotesi }[] = [
    { titolo: 'nothing', ricerca: {}, ipotesi: NESSUNA_IPOTESI },
    {
      titolo: 'a fund and a comune',
      ricerca: { fondi: 'FNPS:500000.00', residenti: `${casarano}:20000` },
      ipotesi: { fondi: { FNPS: 50_000_000 }, residenti: { [casarano]: 20_000 } },
    },
    {
      titolo: 'the published numbers are no hypothesis',
      ricerca: { fondi: 'FNPS:462459.91', residenti: `${casarano}:19552` },
      ipotesi: NESSUNA_IPOTESI,
    },
    {
      titolo: 'unknown names and no numbers',
      ricerca: { fondi: 'XYZ:1.00,FNA:molto', residenti: '999999:5,075016:-3' },
      ipotesi: NESSUNA_IPOTESI,
    },
  ];
  test.each(CASI)('$titolo', ({ ricerca, ipotesi }) => {
    expect(readIpotesi(ricerca, BASE)).toEqual(ipotesi);
    expect(readIpotesi(writeIpotesi(ipotesi), BASE)).toEqual(ipotesi);
  });

  test('a number set back to the published one leaves nothing', () => {
    const cambio = { cosa: 'fondi', id: 'FNA', pubblicato: FONDI.FNA } as const;
    const cambiata = changeIpotesi(NESSUNA_IPOTESI, { ...cambio, valore: 5 });
    expect(isModificata(cambiata)).toBe(true);
    expect(changeIpotesi(cambiata, { ...cambio, valore: FONDI.FNA })).toEqual(NESSUNA_IPOTESI);
  });
});

describe('numbers as they are typed', () => {
  const IMPORTI: [string, number | null][] = [
    ['462.459,91', 46_245_991],
    ['462459,9', 46_245_990],
    ['€ 1.000', 100_000],
    ['0', 0],
    ['1.00', null],
    ['462459.91', null],
    ['-5', null],
    ['', null],
    ['2.000.000.000', null],
  ];
  test.each(IMPORTI)('an amount: «%s»', (testo, cent) => expect(readImporto(testo)).toBe(cent));

  const PERSONE: [string, number | null][] = [
    ['19.552', 19_552],
    ['19552', 19_552],
    ['0', 0],
    ['19,5', null],
    ['1.95', null],
    ['-1', null],
    ['99999999', null],
  ];
  test.each(PERSONE)('residents: «%s»', (testo, persone) => expect(readResidenti(testo)).toBe(persone));
});
