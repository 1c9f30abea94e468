/** What the form of an upload starts from. */
import { expect, test } from 'vitest';
import type { Versione } from '../../../web/src/riservata/mancanze.ts';
import { startAltra, startFrom, startNuova } from '../../../web/src/riservata/partenza.ts';

const fonte = { documento: 'Piano Sociale di Zona 2022-2024', capitolo: 'par. 1' };
const contesto = { parte: 'anagrafe-2021', anno: 2021, rilevazione: 'anagrafe' };
const corrente: Versione = {
  versione: 1,
  edizione: 1,
  pubblicataIl: '2026-06-22T08:00:00.000Z',
  ruolo: 'responsabile',
  sha256: 'a'.repeat(64),
  fonte,
  righe: 7,
  cambiamenti: { aggiunte: 7, modificate: 0, tolte: 0 },
  parti: [{ parte: 'anagrafe-2021', sha256: 'a'.repeat(64), righe: 7, fonte, contesto }],
};
const dati = { da: null, correnti: { popolazione: corrente } };

test('the file that comes again is told as it was the last time', () => {
  expect(startFrom(dati, 'popolazione')).toEqual({
    tipo: 'popolazione',
    parte: 'anagrafe-2021',
    valori: { ...fonte, anno: '2021', rilevazione: 'anagrafe' },
  });
});

test('of a table in several files, which one is replaced is for a person to say', () => {
  const [una] = corrente.parti;
  const due = { ...corrente, parti: [...corrente.parti, ...(una ? [{ ...una, parte: 'anagrafe-2020' }] : [])] };
  const conDue = { da: null, correnti: { popolazione: due } };
  expect(startFrom(conDue, 'popolazione')).toEqual({ tipo: 'popolazione', parte: '', valori: {} });
  expect(startFrom(conDue, 'popolazione', 'anagrafe-2020').valori).toMatchObject({ anno: '2021' });
  expect(startFrom(conDue, 'famiglie').parte).toBe('intera');
});

test('one file more keeps the source and what was written, never the year of another file', () => {
  const prima = startFrom(dati, 'popolazione');
  const scritta = { ...prima, valori: { ...prima.valori, rilevazione: 'istat' } };
  expect(startNuova(dati, scritta)).toEqual({
    tipo: 'popolazione',
    parte: '',
    valori: { ...fonte, rilevazione: 'istat' },
  });
});

test('of a part that is chosen last, what was written holds; what came with another file does not', () => {
  const altra = { parte: 'altra', sha256: 'b'.repeat(64), righe: 7, fonte: { documento: 'Un altro' }, contesto };
  const conDue = { da: null, correnti: { popolazione: { ...corrente, parti: [...corrente.parti, altra] } } };
  const scelta = { tipo: 'popolazione', parte: 'anagrafe-2021' };
  const choose = (valori: Record<string, string>) => startAltra(conDue, { tipo: 'popolazione', valori }, scelta).valori;
  expect(choose({ documento: 'Relazione 2023', anno: '2023' })).toEqual({
    ...fonte,
    rilevazione: 'anagrafe',
    documento: 'Relazione 2023',
    anno: '2023',
  });
  expect(choose({ documento: 'Un altro', capitolo: '' })).toEqual({ ...fonte, rilevazione: 'anagrafe', anno: '2021' });
});

test('another table keeps what was written, and nothing of the one before', () => {
  const valori = { ...startFrom(dati, 'popolazione').valori, documento: 'Relazione 2023' };
  expect(startAltra(dati, { tipo: 'popolazione', valori }, { tipo: 'famiglie' })).toEqual({
    tipo: 'famiglie',
    parte: 'intera',
    valori: { documento: 'Relazione 2023' },
  });
});
