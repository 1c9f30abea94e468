// @vitest-environment node
/** What the page of the essential levels says: of the plan, and of the tables that its ambito has not brought yet. */
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../../web/src/api/letture.ts';
import { type DatiLeps, loadLeps } from '../../../web/src/pagine/leps/letture.ts';
import { countAssistenti, parseQuantita, tellAssistenti } from '../../../web/src/serie/assistenti.ts';
import { tellLeps, titleAnniLivello, titlePassati } from '../../../web/src/serie/frasi-leps.ts';
import { buildLeps, type Leps, listAlLivello, listSenzaDenaro, listSenzaLivello } from '../../../web/src/serie/leps.ts';
import { type Risposte, startRisposte } from '../risposte.ts';

const AVVIO_MS = 60_000;
setMaxListeners(0);

let risposte: Risposte;
const dati = new Map<string, DatiLeps>();
beforeAll(async () => {
  risposte = await startRisposte();
  const api = createApi({ base: '/api/v1', fetch: risposte.fetch });
  for (const id of ['casarano', 'fasano']) dati.set(id, await loadLeps(api, id, new AbortController().signal));
}, AVVIO_MS);
afterAll(() => risposte.stop());

interface Vista {
  readonly ambito?: string;
  readonly anno?: string;
  /** As the Ufficio di Piano would declare it: service of the past ciclo -> intervento. */
  readonly raccordo?: readonly { readonly servizio: string; readonly intervento: string }[];
}

function see({ ambito = 'casarano', anno, raccordo = [] }: Vista = {}): Leps {
  const letti = dati.get(ambito);
  if (!letti) throw new RangeError(ambito);
  const righe = raccordo.map((valori, i) => ({ parte: 'prova', riga: i + 2, valori: { ...valori } }));
  return buildLeps({ ...letti, raccordo: { ...letti.raccordo, righe } }, anno);
}

const idsOf = (interventi: readonly { readonly id: string }[]) => interventi.map(({ id }) => id).join(' ');

/** Piano Sociale di Zona 2022-2024 di Casarano, quadro sinottico and the schede of par. 3.3. */
describe('the quadro of Casarano', () => {
  const NEL_2024 =
    'Nel 2024, su nove interventi LEPS (livelli essenziali), quattro non hanno denaro (importo zero): A.1 Segretariato Sociale, B.2 Sostegno socio-educativo territoriale o domiciliare, B.5 Attività di mediazione e B.6 Sostegno all’inserimento lavorativo; di uno non si sa (importo non indicato): B.7 Pronto intervento sociale e Interventi per le povertà estreme.';
  const FRASI = [
    {
      anno: '2022',
      frase:
        'Nel 2022, su nove interventi LEPS (livelli essenziali), di uno non si sa (importo non indicato): B.7 Pronto intervento sociale e Interventi per le povertà estreme.',
    },
    { anno: '2023', frase: 'Nel 2023 hanno denaro tutti i nove interventi che sono livelli essenziali (LEPS).' },
    { anno: '2024', frase: NEL_2024 },
    { anno: undefined, frase: NEL_2024 },
    { anno: '1999', frase: NEL_2024 },
  ];
  test.each(FRASI)('says which essential levels have no money: $anno', ({ anno, frase }) => {
    expect(tellLeps(see(anno === undefined ? {} : { anno }))).toBe(frase);
  });

  const LIVELLI = [
    [
      'LEPS',
      'A.1 A.2 B.2 B.4 B.5 B.6 B.7 C.1 C.3',
      'LEPS: hanno denaro 8 nel 2022, 9 nel 2023 e 4 nel 2024, su 9 previsti',
    ],
    [
      'Potenziamento',
      'B.3 B.4 B.7 C.1 C.2 E.3 F.1 F.2',
      'Potenziamento: hanno denaro 5 nel 2022, 6 nel 2023 e 5 nel 2024, su 8 previsti',
    ],
    [
      'ODS',
      'A.3 B.1 B.3 B.4 E.1 F.2 F.3 F.4 F.5 F.6 F.7 T',
      'ODS: hanno denaro 8 nel 2022, 8 nel 2023 e 6 nel 2024, su 12 previsti',
    ],
    [
      'Specificità',
      'A.1 B.6 B.8 D.1 D.2 D.4 E.8 F.2 F.3 F.6 F.7',
      'Specificità: hanno denaro 6 nel 2022, 8 nel 2023 e 3 nel 2024, su 11 previsti',
    ],
  ] as const;
  test.each(LIVELLI)('lists and counts %s', (livello, interventi, titolo) => {
    const leps = see();
    expect(idsOf(listAlLivello(leps, livello))).toBe(interventi);
    expect(titleAnniLivello(leps, livello)).toBe(titolo);
  });

  test('counts the same as the indicators do', () => {
    const leps = see();
    for (const { livello, previsti, finanziati } of leps.conti) {
      const suoi = listAlLivello(leps, livello);
      const conDenaro = leps.anni.map(
        (anno) => suoi.filter(({ anni }) => anni.find((uno) => uno.anno === anno)?.esito === 'finanziato').length,
      );
      expect([previsti?.valore, ...finanziati.map((dato) => dato?.valore)], livello).toEqual([
        suoi.length,
        ...conDenaro,
      ]);
    }
  });

  test('tells money without a level from a level without money', () => {
    expect(idsOf(listSenzaLivello(see()))).toBe('C.4 F.8');
    expect(idsOf(listSenzaDenaro(see()))).toBe('B.1 B.8 D.1 E.3 F.1 F.5');
  });

  test('four ways of standing in a year are told apart', () => {
    const esiti = new Map(see().interventi.map(({ id, anni }) => [id, anni.map(({ esito }) => esito)]));
    expect(esiti.get('A.1')).toEqual(['finanziato', 'finanziato', 'zero']);
    expect(esiti.get('B.7')).toEqual(['non-indicato', 'finanziato', 'non-indicato']);
    expect(esiti.get('F.5')).toEqual(['senza-scheda', 'senza-scheda', 'senza-scheda']);
  });

  test('shows the users that the schede foresee, each in its own unit', () => {
    const affido = see().interventi.find(({ id }) => id === 'B.4');
    expect(affido?.servizi.map(({ utenza }) => utenza)).toContain(
      'Famiglie affidatarie e coppie adottive- n.30 minori in affido',
    );
  });
});

describe('the past ciclo', () => {
  test('its services are told as they were, the unstated one apart', () => {
    expect(titlePassati(see())).toBe('Nel 2018-2021 erano attivi 20 servizi su 23; due no, di uno non è scritto');
  });

  const CONTINUITA = [
    { titolo: 'nobody has declared it', raccordo: [], attesa: 'in-verifica' },
    {
      titolo: 'it goes on from an active service',
      raccordo: [{ servizio: 'EDUCATIVA DOMICILIARE PER MINORI', intervento: 'B.2' }],
      attesa: 'SI',
    },
    {
      titolo: 'it goes on from one that was not',
      raccordo: [{ servizio: 'Rete di servizi e strutture per il disagio psichico', intervento: 'B.2' }],
      attesa: 'NO',
    },
    {
      titolo: 'it goes on from one of which nothing is said',
      raccordo: [{ servizio: 'Rete di servizi e strutture per PIS', intervento: 'B.2' }],
      attesa: 'non-detto',
    },
    {
      titolo: 'the raccordo does not name it',
      raccordo: [{ servizio: 'Educativa domiciliare per minori', intervento: 'B.4' }],
      attesa: 'nuovo',
    },
  ];
  test.each(CONTINUITA)('an intervento where $titolo', ({ raccordo, attesa }) => {
    expect(see({ raccordo }).interventi.find(({ id }) => id === 'B.2')?.continuita).toBe(attesa);
  });
});

describe('social workers', () => {
  /** L. 178/2020 art. 1 c. 797 on the residents of the plan's par. 1, 70.274. */
  const CASI = [
    {
      titolo: 'as published: the need is known, who is missing is not',
      ingressi: { residenti: null, assistenti: null },
      necessari: [14.0548, 17.5685],
      mancanti: [null, null],
      frase:
        'Servono 14,1 assistenti sociali per il livello essenziale e 17,6 per l’obiettivo: quanti ne mancano non si sa.',
    },
    {
      titolo: 'with those there are',
      ingressi: { residenti: null, assistenti: 15 },
      necessari: [14.0548, 17.5685],
      mancanti: [-0.9452, 2.5685],
      frase:
        'Con questi numeri servono 14,1 assistenti sociali per il livello essenziale e 17,6 per l’obiettivo: con 15 non ne manca nessuno per il primo, ne mancano 2,6 per il secondo.',
    },
    {
      titolo: 'with the residents of the table of the families',
      ingressi: { residenti: 70_275, assistenti: null },
      necessari: [14.055, 17.56875],
      mancanti: [null, null],
      frase:
        'Con questi numeri servono 14,1 assistenti sociali per il livello essenziale e 17,6 per l’obiettivo: quanti ne mancano non si sa.',
    },
  ];
  test.each(CASI)('$titolo', ({ ingressi, necessari, mancanti, frase }) => {
    const conto = countAssistenti(see(), ingressi);
    const round = (valore: number | null) => (valore === null ? null : Number(valore.toFixed(6)));
    expect(conto.traguardi.map((uno) => round(uno.necessari))).toEqual(necessari);
    expect(conto.traguardi.map((uno) => round(uno.mancanti))).toEqual(mancanti);
    expect(tellAssistenti(conto)).toBe(frase);
  });

  const SCRITTI = [
    ['70.274', 70_274],
    ['70274', 70_274],
    ['6,5', 6.5],
    ['6.5', 6.5],
    [' 5 ', 5],
    ['', null],
    [undefined, null],
    ['molti', null],
    ['-3', null],
    ['1,2,3', null],
  ] as const;
  test.each(SCRITTI)('reads %j as people write it', (testo, atteso) => {
    expect(parseQuantita(testo)).toBe(atteso);
  });
});

test('an ambito without a quadro says what is missing', () => {
  const leps = see({ ambito: 'fasano' });
  expect([leps.ciclo, leps.interventi.length, leps.passati.length]).toEqual([null, 0, 0]);
  expect(tellLeps(leps)).toBe(
    'Per questo ambito nessuna tabella pubblicata dice ancora quali interventi sono livelli essenziali, né se hanno denaro.',
  );
});
