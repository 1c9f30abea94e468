/** The sentence over a ranking says what the ranking shows, whatever the figures. */
import { describe, expect, test } from 'vitest';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { buildConfronto, type Confronto } from '../../../web/src/serie/confronto.ts';
import { chooseOsservazioni } from '../../../web/src/serie/scelta.ts';
import { buildRisposta, buildTitolo } from '../../../web/src/serie/titolo.ts';
import { buildOsservazioni, CASARANO, describeIndicatore, type PerComune } from '../osservazioni.ts';

interface Caso {
  titolo: string;
  indicatore: string;
  periodo: string;
  valori: PerComune;
  soglia?: IndicatoreDto['soglia'];
  testa: string;
  risposta: string;
}

/** Thin spaces between a number and its sign, and the fixed space of a date, read here as spaces. */
const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

function confront({ indicatore: id, periodo, valori, soglia }: Caso): Confronto {
  const indicatore = { ...describeIndicatore(id), ...(soglia ? { soglia } : {}) };
  const osservazioni = buildOsservazioni({ indicatore: id, periodo, valori });
  const scelta = chooseOsservazioni(osservazioni, { dimensioni: {} });
  return buildConfronto({ ambito: CASARANO, indicatore, scelta });
}

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica: media annua, in cents. */
const SPESA_MEDIA = {
  Casarano: 47_848_304,
  Collepasso: 9_836_994,
  Matino: 36_100_601,
  Parabita: 21_552_578,
  Ruffano: 22_744_681,
  Supersano: 17_429_074,
  Taurisano: 25_484_158,
  ambito: 180_996_390,
} as const;

/** Same plan, par. 1, «Flussi migratori», 2021. */
const SALDO = {
  Casarano: -40,
  Collepasso: 0,
  Matino: -53,
  Parabita: -7,
  Ruffano: 5,
  Supersano: 13,
  Taurisano: -70,
  ambito: -152,
};

const SPESA = { indicatore: 'spesa-storica-procapite', periodo: '2018-2020' };
const QUOTA = { indicatore: 'peso-quota', periodo: '2022' };
const NON_TRASMESSO = 'non-trasmesso';

const CASI: Caso[] = [
  {
    titolo: 'the plan: a sum of money, where the ambito is a total and not a term of comparison',
    indicatore: 'spesa-storica-media',
    periodo: '2018-2020',
    valori: SPESA_MEDIA,
    testa: 'Spesa storica media annua: Casarano 478.483,04 €, 4,9 volte Collepasso',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Casarano: 478.483,04 €, 4,9 volte quello di Collepasso (98.369,94 €). In tutto l’ambito: 1.809.963,90 €.',
  },
  {
    titolo: 'the plan: negatives, zero and positives have no multiple',
    indicatore: 'saldo-migratorio',
    periodo: '2021',
    valori: SALDO,
    testa: 'Saldo migratorio: da −70 di Taurisano a +13 persone di Supersano',
    risposta:
      'Nel 2021 il valore più alto è di Supersano: +13 persone; il più basso è di Taurisano (−70). In tutto l’ambito: −152 persone.',
  },
  {
    titolo: 'a ratio is compared with the ambito',
    ...SPESA,
    valori: { Supersano: 4135, Matino: 3233, Collepasso: 1716, ambito: 2573 },
    testa: 'Spesa storica media per residente: Supersano 41,35 €, 2,4 volte Collepasso',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 41,35 €, 2,4 volte quello di Collepasso (17,16 €). L’intero ambito è a 25,73 €. Manca il dato di quattro comuni.',
  },
  {
    titolo: 'two share the highest value',
    ...SPESA,
    valori: {
      Supersano: 4000,
      Matino: 4000,
      Collepasso: 1000,
      Casarano: 2000,
      Parabita: 2000,
      Ruffano: 2000,
      Taurisano: 2000,
    },
    testa: 'Spesa storica media per residente: Matino e Supersano 40,00 €, 4,0 volte Collepasso',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è lo stesso per Matino e Supersano: 40,00 €, 4,0 volte quello di Collepasso (10,00 €).',
  },
  {
    titolo: 'three share the lowest value',
    ...SPESA,
    valori: {
      Supersano: 3000,
      Matino: 1000,
      Collepasso: 1000,
      Casarano: 1000,
      Parabita: 2000,
      Ruffano: 2000,
      Taurisano: 2000,
    },
    testa: 'Spesa storica media per residente: Supersano 30,00 €, 3,0 volte Casarano, Collepasso e Matino',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 30,00 €, 3,0 volte quelli di Casarano, Collepasso e Matino (10,00 €).',
  },
  {
    titolo: 'twice as much is told as such',
    ...SPESA,
    valori: {
      Supersano: 4000,
      Matino: 3000,
      Collepasso: 2000,
      Casarano: 3000,
      Parabita: 3000,
      Ruffano: 3000,
      Taurisano: 3000,
    },
    testa: 'Spesa storica media per residente: Supersano 40,00 €, il doppio di Collepasso',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 40,00 €, il doppio di quello di Collepasso (20,00 €).',
  },
  {
    titolo: 'values close together: no multiple is worth telling',
    ...QUOTA,
    valori: { Supersano: 50, Matino: 49, Collepasso: 48, ambito: 49.97 },
    testa: 'Peso della quota minima sulla spesa storica: da 48,00 % di Collepasso a 50,00 % di Supersano',
    risposta:
      'Nel 2022 il valore più alto è di Supersano: 50,00 %; il più basso è di Collepasso (48,00 %). L’intero ambito è a 49,97 %. Manca il dato di quattro comuni.',
  },
  {
    titolo: 'the lowest is zero: a multiple of zero does not exist',
    ...SPESA,
    valori: { Supersano: 4000, Matino: 0 },
    testa: 'Spesa storica media per residente: da 0,00 € di Matino a 40,00 € di Supersano',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 40,00 €; il più basso è di Matino (0,00 €). Manca il dato di cinque comuni.',
  },
  {
    titolo: 'all alike',
    ...SPESA,
    valori: {
      Casarano: 1287,
      Collepasso: 1287,
      Matino: 1287,
      Parabita: 1287,
      Ruffano: 1287,
      Supersano: 1287,
      Taurisano: 1287,
    },
    testa: 'Spesa storica media per residente: 12,87 € in tutti i comuni con il dato',
    risposta: 'Nel triennio 2018-2020 tutti i comuni hanno lo stesso valore: 12,87 €.',
  },
  {
    titolo: 'alike as written, whatever the further digits',
    ...QUOTA,
    valori: { Supersano: 23.176, Matino: 23.179 },
    testa: 'Peso della quota minima sulla spesa storica: 23,18 % in tutti i comuni con il dato',
    risposta: 'Nel 2022 tutti i comuni con il dato hanno lo stesso valore: 23,18 %. Manca il dato di cinque comuni.',
  },
  {
    titolo: 'all zero',
    indicatore: 'saldo-migratorio',
    periodo: '2021',
    valori: { Casarano: 0, Collepasso: 0 },
    testa: 'Saldo migratorio: 0 persone in tutti i comuni con il dato',
    risposta: 'Nel 2021 tutti i comuni con il dato hanno lo stesso valore: 0 persone. Manca il dato di cinque comuni.',
  },
  {
    titolo: 'one comune alone',
    ...SPESA,
    valori: { Casarano: 2444, Collepasso: NON_TRASMESSO },
    testa: 'Spesa storica media per residente: Casarano 24,44 €, unico comune con il dato',
    risposta: 'Nel triennio 2018-2020 il dato c’è per un solo comune, Casarano: 24,44 €. Manca il dato di sei comuni.',
  },
  {
    titolo: 'one person is a person, in more or in less',
    indicatore: 'saldo-migratorio',
    periodo: '2021',
    valori: { Casarano: 1, Collepasso: -1, ambito: 0 },
    testa: 'Saldo migratorio: da −1 di Collepasso a +1 persona di Casarano',
    risposta:
      'Nel 2021 il valore più alto è di Casarano: +1 persona; il più basso è di Collepasso (−1). In tutto l’ambito: 0 persone. Manca il dato di cinque comuni.',
  },
  {
    titolo: 'only the ambito has the figure',
    indicatore: 'residuo',
    periodo: '2018-2021',
    valori: { ambito: 27_385_403 },
    testa: 'Residuo da impegnare: 273.854,03 € per l’intero ambito',
    risposta: 'Nel quadriennio 2018-2021 il dato dei singoli comuni non c’è. Per l’intero ambito è 273.854,03 €.',
  },
  {
    titolo: 'all missing',
    indicatore: 'avanzamento-pagamenti',
    periodo: '2018-2021',
    valori: { Casarano: NON_TRASMESSO, ambito: NON_TRASMESSO },
    testa: 'Avanzamento dei pagamenti: nessun dato',
    risposta: 'Nel quadriennio 2018-2021 il dato non c’è, né per i singoli comuni né per l’intero ambito.',
  },
  {
    titolo: 'nothing at all',
    indicatore: 'famiglie',
    periodo: '2021',
    valori: {},
    testa: 'Famiglie: nessun dato',
    risposta: 'Per questo ambito il dato non c’è ancora.',
  },
  {
    titolo: 'up to three missing are named',
    ...SPESA,
    valori: { Casarano: 2444, Collepasso: 1716, Matino: 3233, Parabita: 2460, Ruffano: 2408, Supersano: 4135 },
    testa: 'Spesa storica media per residente: Supersano 41,35 €, 2,4 volte Collepasso',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 41,35 €, 2,4 volte quello di Collepasso (17,16 €). Manca il dato di Taurisano.',
  },
  {
    titolo: 'where zero says nothing, neither does a multiple',
    indicatore: 'componenti-medi',
    periodo: '2021',
    valori: { Casarano: 4.2, Parabita: 2.1, ambito: 2.54 },
    testa: 'Componenti medi per famiglia: da 2,10 di Parabita a 4,20 persone per famiglia di Casarano',
    risposta:
      'Al 31 dicembre 2021 il valore più alto è di Casarano: 4,20 persone per famiglia; il più basso è di Parabita (2,10). L’intero ambito è a 2,54 persone per famiglia. Manca il dato di cinque comuni.',
  },
  {
    titolo: 'a legal minimum that two do not reach',
    ...QUOTA,
    valori: { Casarano: 30, Collepasso: 32, Matino: 40, Parabita: 33 },
    soglia: { valore: 33, verso: 'almeno', legge: 'L. 234/2021' },
    testa: 'Peso della quota minima sulla spesa storica: Matino 40,00 %, 1,3 volte Casarano',
    risposta:
      'Nel 2022 il valore più alto è di Matino: 40,00 %, 1,3 volte quello di Casarano (30,00 %). Sotto il minimo di legge (33,00 %): Collepasso e Casarano. Manca il dato di Ruffano, Supersano e Taurisano.',
  },
  {
    titolo: 'a legal maximum that all respect',
    ...QUOTA,
    valori: { Casarano: 30, Collepasso: 33 },
    soglia: { valore: 33, verso: 'al-massimo', legge: 'L. 234/2021' },
    testa: 'Peso della quota minima sulla spesa storica: da 30,00 % di Casarano a 33,00 % di Collepasso',
    risposta:
      'Nel 2022 il valore più alto è di Collepasso: 33,00 %; il più basso è di Casarano (30,00 %). Nessun comune è sopra il massimo di legge (33,00 %). Manca il dato di cinque comuni.',
  },
];

describe('the finding of a comparison', () => {
  test.each(CASI)('$titolo', (caso) => {
    const confronto = confront(caso);
    expect({ testa: plain(buildTitolo(confronto)), risposta: plain(buildRisposta(confronto)) }).toEqual({
      testa: caso.testa,
      risposta: caso.risposta,
    });
  });
});

describe('a line set by a law', () => {
  test('is named, with the law, in the first note of its chart', () => {
    const legge = 'Legge 30 dicembre 2021, n. 234, art. 1, comma 172';
    const caso = { titolo: '', ...QUOTA, valori: { Casarano: 30 }, testa: '', risposta: '' };
    expect(confront({ ...caso, soglia: { valore: 33, verso: 'almeno', legge } }).note[0]).toBe(
      `Minimo di legge: ${legge}.`,
    );
    expect(confront(caso).note).toEqual([]);
  });
});
