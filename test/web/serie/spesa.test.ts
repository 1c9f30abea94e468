// @vitest-environment node
/** What the page of the money says: of the plan, to the cent; of other data, what they allow. */
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi } from '../../../web/src/api/letture.ts';
import { layoutFlusso } from '../../../web/src/grafici/disposizione-flusso.ts';
import { writeFlussoSvg } from '../../../web/src/grafici/esportazione-flusso.ts';
import { type DatiSpesa, loadSpesa } from '../../../web/src/pagine/spesa/letture.ts';
import { writeFigure } from '../../../web/src/serie/figura.ts';
import { filtriOf, readFigure } from '../../../web/src/serie/figura-letta.ts';
import {
  tellSpesa,
  titleAnni,
  titleCapienza,
  titleCascata,
  titleFlusso,
  titleInterventi,
} from '../../../web/src/serie/frasi-spesa.ts';
import { buildSpesa, compareCicli, type MisuraSpesa, type Spesa } from '../../../web/src/serie/spesa.ts';
import { type Risposte, startRisposte } from '../risposte.ts';

const AVVIO_MS = 60_000;
setMaxListeners(0);

let risposte: Risposte;
let api: Api;
const dati = new Map<string, DatiSpesa>();
beforeAll(async () => {
  risposte = await startRisposte();
  api = createApi({ base: '/api/v1', fetch: risposte.fetch });
  for (const id of ['casarano', 'lecce', 'fasano'])
    dati.set(id, await loadSpesa(api, id, new AbortController().signal));
}, AVVIO_MS);
afterAll(() => risposte.stop());

interface Vista {
  readonly ambito?: string;
  readonly periodo?: string;
  readonly misura?: MisuraSpesa;
  /** In the place of the published rendiconto. */
  readonly rendiconto?: readonly Readonly<Record<string, string | null>>[];
}

function readDati(ambito: string): DatiSpesa {
  const letti = dati.get(ambito);
  if (!letti) throw new RangeError(ambito);
  return letti;
}

function see({ ambito = 'casarano', periodo, misura = 'euro', rendiconto }: Vista = {}): Spesa {
  const letti = readDati(ambito);
  const materia = rendiconto
    ? {
        ...letti,
        rendiconto: {
          ...letti.rendiconto,
          righe: rendiconto.map((valori, i) => ({ parte: 'prova', riga: i + 2, valori: { ...valori } })),
        },
      }
    : letti;
  return buildSpesa(materia, { periodo, misura });
}

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.3, 3.1 and the schede of par. 3.3. */
describe('the plan of Casarano', () => {
  const FRASI: readonly { readonly titolo: string; readonly vista: Vista; readonly frase: string }[] = [
    {
      titolo: 'the whole ciclo',
      vista: {},
      frase:
        'Il Piano di Zona 2022-2024 programma 9,94 milioni di €: 5,44 milioni di € dal suo budget ordinario, 4,50 milioni di € da altre fonti; il 27 % va a «Misure per il sostegno e l’inclusione sociale». Del 2018-2021 non sono stati impegnati 273.854,03 € su 5.478.132,88 €, tutti sul Fondo nazionale per le non autosufficienze (FNA).',
    },
    {
      titolo: 'one year is told as a part of the ciclo',
      vista: { periodo: '2024' },
      frase:
        'Per il 2024 il Piano di Zona programma 1,55 milioni di €, il 16 % di tutto il 2022-2024: 584.772 € dal suo budget ordinario, 963.000 € da altre fonti; il 47 % va a «Centri servizi, diurni e semiresidenziali». Del 2018-2021 non sono stati impegnati 273.854,03 € su 5.478.132,88 €, tutti sul Fondo nazionale per le non autosufficienze (FNA).',
    },
    {
      titolo: 'a year that the plan has not gives way to the ciclo',
      vista: { periodo: '1999' },
      frase:
        'Il Piano di Zona 2022-2024 programma 9,94 milioni di €: 5,44 milioni di € dal suo budget ordinario, 4,50 milioni di € da altre fonti; il 27 % va a «Misure per il sostegno e l’inclusione sociale». Del 2018-2021 non sono stati impegnati 273.854,03 € su 5.478.132,88 €, tutti sul Fondo nazionale per le non autosufficienze (FNA).',
    },
    {
      titolo: 'an ambito that has published nothing of it',
      vista: { ambito: 'lecce' },
      frase: 'Per questo ambito nessuna tabella pubblicata dice ancora quanto denaro c’è e come è programmato.',
    },
  ];
  test.each(FRASI)('answers: $titolo', ({ vista, frase }) => {
    expect(plain(tellSpesa(see(vista)))).toBe(frase);
  });

  test('each chart is headed by its finding', () => {
    const { flusso, anni, cascate, capienza } = see();
    expect(
      [
        flusso && titleFlusso(flusso),
        flusso && titleInterventi(flusso),
        titleAnni(anni),
        capienza && titleCapienza(capienza),
        ...cascate.map(titleCascata),
      ].map((titolo) => plain(titolo ?? '')),
    ).toEqual([
      'Il 55 % del denaro viene dal budget ordinario; il 27 % va a «Misure per il sostegno e l’inclusione sociale»',
      'Servizio Sociale Professionale ha la somma più alta: 1.383.026,26 €, il 14 %',
      'Il 2022 ha il 54 % del denaro programmato, il 2024 il 16 %',
      'Nelle schede non compaiono 3.043.202,51 € del Piano di Zona e 31.989,19 € del Fondo povertà',
      'Del 2018-2021 è stato impegnato il 95,00 %, restano da impegnare 273.854,03 €',
    ]);
  });

  test('what comes in, what goes through each area and what goes out are the same money', () => {
    for (const periodo of ['2022', '2023', '2024', '2022-2024']) {
      const { flusso } = see({ periodo });
      const sum = (voci: readonly { readonly valore: number | null }[] = []) =>
        voci.reduce((somma, { valore }) => somma + (valore ?? 0), 0);
      expect([sum(flusso?.fonti), sum(flusso?.aree), sum(flusso?.fili), sum(flusso?.interventi)], periodo).toEqual(
        Array.from({ length: 4 }, () => flusso?.totale),
      );
    }
  });

  test('a blank amount is missing, a written zero is zero', () => {
    const importi = new Map(see().flusso?.interventi.map(({ id, valore }) => [id, valore]));
    expect(['B.1', 'E.3', 'B.8', 'C.4'].map((id) => importi.get(id))).toEqual([null, null, 0, 1_500_000]);
  });

  test('the budget is held against what the schede take from it', () => {
    const { capienza } = see();
    expect(capienza?.budget).toBe(851_585_374);
    expect(capienza?.residui).toBe(27_385_403 + 96_320_818);
    expect(capienza?.fondi.map(({ id, disponibile, programmato }) => ({ id, disponibile, programmato }))).toEqual([
      { id: 'PdZ', disponibile: 677_472_316, programmato: 373_152_065 },
      { id: 'QFP', disponibile: 174_113_058, programmato: 170_914_139 },
    ]);
    expect(capienza?.senzaTavola.map(({ nome, valore }) => [nome, valore])).toEqual([
      ['PNRR', 201_650_000],
      ['Regione', 109_647_606],
      ['PAC, servizi di cura', 51_660_939],
      ['Avviso PaIS', 37_741_600],
      ['PON e REACT-EU', 30_473_500],
      ['Fondo alunni con disabilità', 12_479_873],
      ['Sistema integrato 0-6', 6_200_000],
    ]);
  });

  test('four years beside three are compared per year', () => {
    expect(compareCicli(see())).toEqual({
      prima: { periodo: '2018-2021', anni: 4, importo: 547_813_288, annuo: 136_953_322 },
      dopo: { periodo: '2022-2024', anni: 3, importo: 851_585_374, annuo: 283_861_791 },
    });
  });

  test('per head, every year is divided by residents of one count', () => {
    expect(see({ misura: 'abitante' }).anni.map(({ anno, totale }) => [anno, plain(totale?.testo ?? '')])).toEqual([
      ['2022', '76,51 €'],
      ['2023', '43,94 €'],
      ['2024', '22,22 €'],
    ]);
  });
});

describe('a rendiconto', () => {
  const INTERO = { periodo: '2018-2021', al: '2021-12-31', comune: 'ambito', fonte: null, intervento: null };
  const CASI = [
    { titolo: 'of a ciclo that is over', riga: INTERO, aperto: false },
    { titolo: 'of a ciclo still under way', riga: { ...INTERO, al: '2020-06-30' }, aperto: true },
    { titolo: 'that names no day is taken as final', riga: { ...INTERO, al: null }, aperto: false },
  ];
  test.each(CASI)('$titolo', ({ riga, aperto }) => {
    const [cascata] = see({ rendiconto: [{ ...riga, programmato: '100.00', impegnato: '60.00' }] }).cascate;
    expect(cascata?.aperto).toBe(aperto);
    expect([cascata?.programmato, cascata?.impegnato, cascata?.liquidato]).toEqual([10_000, 6000, null]);
  });

  test('that tells interventi apart says so, and its parts are not its total', () => {
    const [cascata] = see({
      rendiconto: [{ ...INTERO, intervento: 'A.1', programmato: '40.00', impegnato: '30.00' }],
    }).cascate;
    expect([cascata?.perIntervento, cascata?.programmato]).toEqual([true, null]);
    expect(cascata?.voci).toEqual([
      {
        nome: 'A.1',
        programmato: 4000,
        impegnato: 3000,
        liquidato: null,
        residuo: null,
        parte: expect.any(String),
        riga: expect.any(Number),
      },
    ]);
  });
});

describe('what is left of the past ciclo', () => {
  const INTERO = {
    periodo: '2018-2021',
    al: '2021-12-31',
    comune: 'ambito',
    programmato: '5478132.88',
    impegnato: '5204278.85',
    residuo: '273854.03',
  };
  const residuo = (fonte: string, importo: string) => ({
    ...INTERO,
    fonte,
    programmato: null,
    impegnato: null,
    residuo: importo,
  });
  const CASI = [
    {
      titolo: 'on no stated fund: the budget says where it went',
      rendiconto: [INTERO],
      fine: ': il rendiconto non dice su quale fondo, il budget nuovo li riporta come residui del Piano di Zona.',
    },
    {
      titolo: 'on one fund',
      rendiconto: [INTERO, residuo('FNPS', '273854.03')],
      fine: ', tutti sul Fondo nazionale per le politiche sociali (FNPS).',
    },
    {
      titolo: 'on two funds',
      rendiconto: [INTERO, residuo('FNPS', '73854.03'), residuo('Lascito', '200000.00')],
      fine: ', di cui 73.854,03 € sul Fondo nazionale per le politiche sociali (FNPS) e 200.000,00 € sul fondo Lascito.',
    },
    {
      titolo: 'on one fund that holds a part of it',
      rendiconto: [INTERO, residuo('FNA', '200000.00')],
      fine: ', di cui 200.000,00 € sul Fondo nazionale per le non autosufficienze (FNA).',
    },
  ];
  test.each(CASI)('$titolo', ({ rendiconto, fine }) => {
    const frase = plain(tellSpesa(see({ rendiconto })));
    expect(frase.slice(frase.indexOf('5.478.132,88 €') + '5.478.132,88 €'.length)).toBe(fine);
  });
});

test('every figure of the flow can be walked back', async () => {
  const { flusso } = see();
  const figure = [
    ...(flusso?.fonti ?? []).flatMap((fonte) => fonte.figure),
    ...(flusso?.aree ?? []).map(({ figura }) => figura),
    ...(flusso?.interventi ?? []).map(({ figura }) => figura),
  ];
  expect(figure.length).toBeGreaterThan(40);
  for (const figura of readFigure(writeFigure(figure))) {
    const { osservazione } = await api.readSpiegazione('casarano', { id: figura.indicatore, filtri: filtriOf(figura) });
    expect(osservazione.dimensioni).toEqual(figura.dimensioni);
  }
});

describe('the drawing of the flow', () => {
  test('as a picture it travels with title, source and address, and with every figure that has money', () => {
    const { flusso } = see();
    if (!flusso) throw new RangeError('flusso');
    const didascalia = { titolo: 'Chi & <dove>', misura: 'Euro', fonte: 'Fonte: il Piano', indirizzo: 'https://dove' };
    const svg = writeFlussoSvg(flusso, didascalia, '');
    const scritti = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, testo = '']) => plain(testo));
    expect(scritti).toEqual(
      expect.arrayContaining(['Chi &amp; &lt;dove&gt;', 'Fonte: il Piano', 'https://dove', 'PNRR', '2,02 mln €']),
    );
    expect(scritti.filter((testo) => /^[A-F]\.\d /.test(testo))).toHaveLength(23);
    expect(svg).not.toContain('NaN');
  });

  test('nodes of one column never overlap, nor leave the drawing', () => {
    for (const periodo of ['2022', '2023', '2024', '2022-2024']) {
      const { flusso } = see({ periodo });
      if (!flusso) throw new RangeError(periodo);
      const { fonti, aree, altezza } = layoutFlusso(flusso);
      const colonne = [fonti, aree, aree.flatMap(({ interventi }) => interventi)];
      for (const colonna of colonne) {
        for (const [i, { y, altezza: alto }] of colonna.entries()) {
          const dopo = colonna[i + 1];
          expect(y + alto).toBeLessThanOrEqual(altezza);
          if (dopo) expect(dopo.y).toBeGreaterThanOrEqual(y + alto);
        }
      }
    }
  });

  test('bands leave each fonte one under the other, down to its foot', () => {
    const { flusso } = see();
    if (!flusso) throw new RangeError('flusso');
    const { fonti, aree } = layoutFlusso(flusso);
    for (const { fonte, y, altezza } of fonti) {
      const tratti = aree
        .flatMap(({ entrate }) => entrate.filter(({ chiave }) => chiave === fonte.id))
        .map(({ d }) => ({ da: Number(/^M[\d.]+ ([\d.]+)/.exec(d)?.[1]), a: Number(/ ([\d.]+)Z$/.exec(d)?.[1]) }));
      const estremi = [y, ...tratti.map(({ a }) => a)];
      for (const [i, { da }] of tratti.entries()) expect(da, fonte.id).toBeCloseTo(estremi[i] ?? Number.NaN, 0);
      expect(tratti.at(-1)?.a, fonte.id).toBeCloseTo(y + altezza, 0);
    }
  });
});
