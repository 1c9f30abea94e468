import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evento, listEventi, nameEvento } from '../../functions/core/calendario.ts';
import { writeCalendario } from '../../functions/core/icalendar.ts';
import type { Riga, Valore } from '../../functions/core/tabelle/tabella.ts';
import { type Componente, getProprieta, listEventiIcs, parseIcs, readTesto } from '../ics.ts';

type Valori = Readonly<Record<string, Valore>>;

function toRiga(valori: Valori, i = 0): Riga {
  return {
    parte: 'intera',
    riga: i + 2,
    valori: { ciclo: '2026-2028', tipo_evento: 'incontro', titolo: 'Incontro', ...valori },
    posizioni: {},
  };
}

const listOf = (...voci: Valori[]): Evento[] => listEventi(voci.map(toRiga), 'casarano');

const write = (eventi: readonly Evento[]): string =>
  writeCalendario({
    nome: 'Piano di Zona',
    descrizione: 'Incontri, scadenze e atti',
    eventi,
    pubblicatoIl: '2026-06-04T10:20:30.456Z',
    sequenza: 2,
  });

/** The one event of a calendar with these cells, read back. */
function writeUno(valori: Valori): Componente {
  const [evento, ...altri] = listEventiIcs(parseIcs(write(listOf(valori))));
  if (!evento || altri.length > 0) throw new Error('not one event');
  return evento;
}

const ORA = { TZID: 'Europe/Rome' };
const GIORNO = { VALUE: 'DATE' };

describe('when an event is', () => {
  test.each<[string, Valori, [object, string], [object, string] | null]>([
    [
      'a day with its hours',
      { data: '2026-06-22', dalle: '09:00', alle: '11:00' },
      [ORA, '20260622T090000'],
      [ORA, '20260622T110000'],
    ],
    ['an end that no one wrote is not made up', { data: '2026-06-19', dalle: '09:30' }, [ORA, '20260619T093000'], null],
    [
      'a deadline at its hour',
      { tipo_evento: 'scadenza', data: '2026-06-17', alle: '18:00' },
      [ORA, '20260617T180000'],
      null,
    ],
    [
      'an end before the beginning is left out',
      { data: '2026-06-19', dalle: '11:30', alle: '11:30' },
      [ORA, '20260619T113000'],
      null,
    ],
    ['a whole day', { data: '2026-06-30' }, [GIORNO, '20260630'], [GIORNO, '20260701']],
    ['more days', { data: '2022-06-04', fino_a: '2022-06-15' }, [GIORNO, '20220604'], [GIORNO, '20220616']],
    [
      'more days over a year, whatever the hours',
      { data: '2026-12-31', fino_a: '2027-02-28', dalle: '09:00' },
      [GIORNO, '20261231'],
      [GIORNO, '20270301'],
    ],
    [
      'a last day before the first says nothing',
      { data: '2026-06-22', fino_a: '2026-06-01' },
      [GIORNO, '20260622'],
      [GIORNO, '20260623'],
    ],
  ])('%s', (...[, valori, inizio, fine]) => {
    const evento = writeUno(valori);
    const read = (nome: string) => {
      const trovata = getProprieta(evento, nome);
      return trovata && [trovata.parametri, trovata.valore];
    };
    expect([read('DTSTART'), read('DTEND')]).toEqual([inizio, fine]);
  });

  test('what has no day is left out', () => {
    const eventi = listOf({ data: null }, { data: '2026-06-22' }, {});
    expect([eventi.length, listEventiIcs(parseIcs(write(eventi))).length]).toEqual([3, 1]);
  });

  test('a calendar without events still is a calendar, with the hour of Italy', () => {
    const { componenti } = parseIcs(write([]));
    expect(componenti.map(({ nome }) => nome)).toEqual(['VTIMEZONE']);
    expect(componenti[0]?.componenti.map(({ nome }) => nome)).toEqual(['DAYLIGHT', 'STANDARD']);
  });
});

describe('what is written is what is read', () => {
  test('every event has what RFC 5545 asks, and the day of the edizione', () => {
    const evento = writeUno({ data: '2026-06-22' });
    expect(getProprieta(evento, 'UID')?.valore).toMatch(/^[0-9a-f]{16}@casarano\.osservatorio-piano-di-zona$/);
    expect(getProprieta(evento, 'DTSTAMP')?.valore).toBe('20260604T102030Z');
    expect(getProprieta(evento, 'SEQUENCE')?.valore).toBe('2');
  });

  test.each<[string, Valori, string]>([
    [
      'a tavolo with its area',
      { tavolo: '3', area: 'Le politiche familiari', titolo: 'Confronto' },
      'Tavolo 3: Le politiche familiari',
    ],
    ['a tavolo whose title is its number', { tavolo: '1', titolo: 'Tavolo Tematico n.1' }, 'Tavolo 1'],
    [
      'the plenary',
      { tavolo: 'PLENARIA', titolo: 'Restituzione dei lavori' },
      'Sessione plenaria: Restituzione dei lavori',
    ],
    [
      'a name that is no number',
      { tavolo: 'Tavolo di confronto', titolo: 'Monitoraggio' },
      'Tavolo di confronto: Monitoraggio',
    ],
    [
      'a title that says the tavolo already',
      { tavolo: 'Sessione Plenaria', titolo: 'Sessione Plenaria – presentazione' },
      'Sessione Plenaria – presentazione',
    ],
    ['no tavolo', { area: 'socio-educativa', titolo: 'Sessione' }, 'Sessione'],
  ])('%s', (_titolo, valori, atteso) => {
    expect(nameEvento(listOf(valori)[0] as Evento)).toBe(atteso);
    expect(readTesto(writeUno({ data: '2026-06-22', ...valori }), 'SUMMARY')).toBe(atteso);
  });

  test.each([
    'a;b,c\\d',
    'riga\nsotto',
    'BEGIN:VEVENT\r\nEND:VEVENT',
    'à'.repeat(100),
    '😀'.repeat(40),
    'x'.repeat(75),
    'non si legge: \uFFFD',
  ])('%j', (luogo) => {
    const letto = readTesto(writeUno({ data: '2026-06-22', luogo }), 'LOCATION');
    expect(letto).toBe(luogo.replaceAll('\r\n', '\n'));
  });

  test('any text comes back whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200, size: 'max' }), (titolo) => {
        const pulito = titolo.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
        expect(readTesto(writeUno({ data: '2026-06-22', titolo }), 'SUMMARY')).toBe(pulito);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an event keeps its uid', () => {
  const uidOf = (...voci: Valori[]) => listOf(...voci).map(({ uid }) => uid);

  test.each<[string, Valori]>([
    ['when its day changes', { data: '2026-07-01' }],
    ['when its hours change', { dalle: '15:00' }],
    ['when its place changes', { luogo: 'Altrove' }],
    ['when its act is told', { atto: 'Delibera n. 1' }],
  ])('%s', (_titolo, cambiati) => {
    const prima = { data: '2026-06-22', dalle: '09:00', luogo: 'Casarano', tavolo: '1' };
    expect(uidOf({ ...prima, ...cambiati })).toEqual(uidOf(prima));
  });

  test('and no two events share one, not even two that are told alike', () => {
    const uguali = { data: '2026-06-22', titolo: 'Sessione' };
    const uid = uidOf(uguali, uguali, { ...uguali, tavolo: '1' }, { ...uguali, ciclo: '2022-2024' });
    expect(new Set(uid).size).toBe(4);
    expect(listEventi([toRiga(uguali)], 'lecce')[0]?.uid).not.toBe(uidOf(uguali)[0]);
  });

  test('events are in the order of time, what has no day last, alike ones as in the document', () => {
    const eventi = listOf(
      { titolo: 'senza' },
      { titolo: 'tardi', data: '2026-06-22', dalle: '11:30' },
      { titolo: 'presto', data: '2026-06-22', dalle: '09:00' },
      { titolo: 'prima', data: '2026-06-01' },
      { titolo: 'pure prima', data: '2026-06-01' },
    );
    expect(eventi.map(({ titolo }) => titolo)).toEqual(['prima', 'pure prima', 'presto', 'tardi', 'senza']);
  });
});
