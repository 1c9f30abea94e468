import { describe, expect, test } from 'vitest';
import {
  buildFasi,
  type EventoDto,
  findMomento,
  listCicli,
  tellMomento,
  tellPercorso,
} from '../../../web/src/serie/percorso.ts';

/** As it is read: a space that does not break is a space. */
const plain = (testo: string) => testo.replaceAll('\u00a0', ' ');

let riga = 1;
function toEvento(valori: Partial<EventoDto>): EventoDto {
  riga += 1;
  return {
    uid: `${riga}`,
    ciclo: '2026-2028',
    tipo: 'incontro',
    fase: null,
    tavolo: null,
    data: null,
    finoA: null,
    dalle: null,
    alle: null,
    luogo: null,
    organo: null,
    area: null,
    atto: null,
    titolo: 'Incontro',
    parte: 'intera',
    riga,
    ...valori,
  };
}

describe('how an event is told', () => {
  test.each<[string, Partial<EventoDto>, object]>([
    [
      'a day and its hours',
      { data: '2026-06-22', dalle: '09:00', alle: '11:00' },
      { quando: 'lunedì 22 giugno 2026', ore: 'dalle 9:00 alle 11:00' },
    ],
    ['a day and when it begins', { data: '2026-06-19', dalle: '11:30' }, { ore: 'ore 11:30' }],
    ['a deadline', { tipo: 'scadenza', data: '2026-06-17', alle: '18:00' }, { ore: 'entro le 18:00' }],
    ['more days', { data: '2022-06-04', finoA: '2022-06-15' }, { quando: 'dal 4 giugno al 15 giugno 2022', ore: null }],
    ['a date left blank', {}, { quando: 'data non indicata', ore: null }],
    [
      'a tavolo is named by what it is about',
      { tavolo: '3', area: "L'accesso", titolo: "Confronto su L'accesso" },
      { nome: 'Tavolo 3: L’accesso', dettaglio: null },
    ],
    [
      'a title that adds to the name stays',
      { tavolo: '1', area: 'Area socio sanitaria', titolo: 'Sessione di co-programmazione' },
      { nome: 'Tavolo 1: Area socio sanitaria', dettaglio: 'Sessione di co-programmazione' },
    ],
    [
      'the plenary does not say itself twice',
      { tavolo: 'PLENARIA', titolo: 'Restituzione dei lavori' },
      { nome: 'Sessione plenaria: Restituzione dei lavori', dettaglio: null },
    ],
  ])('%s', (_titolo, valori, atteso) => {
    const tappa = buildFasi([toEvento(valori)])[0]?.tappe[0];
    expect({ ...tappa, quando: plain(tappa?.quando ?? '') }).toMatchObject(atteso);
  });

  test('initials are spelled out where they first stand', () => {
    const [fase] = buildFasi([toEvento({ titolo: 'La ASL' }), toEvento({ titolo: 'La ASL e i LEPS' })]);
    expect(fase?.tappe.map(({ sigle }) => sigle.map(({ sigla }) => sigla))).toEqual([['ASL'], ['LEPS']]);
  });

  test.each<[string, (string | null)[], string | null]>([
    ['one place for all is told once', ['Sala', 'Sala'], 'Sala'],
    ['different places are told one by one', ['Sala', 'Altrove'], null],
    ['a place that one lacks is not lent to it', ['Sala', null], null],
    ['one event tells its own', ['Sala'], null],
  ])('%s', (_titolo, luoghi, atteso) => {
    const [fase] = buildFasi(luoghi.map((luogo) => toEvento({ fase: 'Fase', luogo })));
    expect(fase?.luogo).toBe(atteso);
  });
});

describe('phases stand in the order', () => {
  const titoli = (eventi: EventoDto[]) => buildFasi(eventi).map(({ titolo }) => titolo);

  test('of the document, also where a later one begins before', () => {
    const quattro = toEvento({ fase: 'Fase 4', data: '2022-06-14' });
    const cinque = toEvento({ fase: 'Fase 5', data: '2022-06-04' });
    expect(titoli([cinque, quattro])).toEqual(['Fase 4', 'Fase 5']);
  });

  test('of time, where they come from more documents', () => {
    const tavolo = toEvento({ tavolo: '1', data: '2026-06-22', parte: 'avviso' });
    const prima = toEvento({ fase: 'Fase I', data: '2026-06-19', parte: 'elenco' });
    const scadenza = toEvento({ fase: 'Manifestazione', data: '2026-06-17', parte: 'elenco' });
    expect(titoli([scadenza, prima, tavolo])).toEqual(['Manifestazione', 'Fase I', 'Tavoli tematici']);
  });

  test('of the cicli, the latest first', () => {
    expect(listCicli([toEvento({ ciclo: '2022-2024' }), toEvento({}), toEvento({})])).toEqual([
      '2026-2028',
      '2022-2024',
    ]);
  });

  test('an event without phase nor tavolo has a place too', () => {
    expect(titoli([toEvento({})])).toEqual(['Altri appuntamenti']);
  });
});

describe('the answer', () => {
  test.each<[Partial<EventoDto>[], string]>([
    [
      [{ data: '2026-06-17', tipo: 'scadenza' }, { data: '2026-06-22' }, { data: '2026-07-01' }],
      'Per il Piano 2026-2028 i documenti indicano due incontri e una scadenza, dal 17 giugno al 1° luglio 2026.',
    ],
    [
      [{ data: '2026-06-17' }, {}],
      'Per il Piano 2026-2028 i documenti indicano due incontri, il 17 giugno 2026. Di uno i documenti non dicono la data.',
    ],
    [[{}, {}], 'Per il Piano 2026-2028 i documenti indicano due incontri. Di due i documenti non dicono la data.'],
  ])('%j', (eventi, atteso) => {
    expect(plain(tellPercorso(eventi.map(toEvento), '2026-2028'))).toBe(atteso);
  });
});

describe('what is next', () => {
  const eventi = [
    toEvento({ titolo: 'Uno', data: '2026-06-17' }),
    toEvento({ titolo: 'Due', data: '2026-06-19', dalle: '09:30' }),
    toEvento({ titolo: 'Tre', data: '2026-06-19', dalle: '11:30' }),
    toEvento({ titolo: 'Quattro', data: '2026-06-22', finoA: '2026-06-24' }),
    toEvento({ titolo: 'Mai' }),
  ];

  test.each([
    ['2026-01-01', 'Il prossimo appuntamento è mercoledì 17 giugno 2026: «Uno».'],
    ['2026-06-17', 'Oggi: «Uno». Poi venerdì 19 giugno 2026: «Due» e «Tre».'],
    ['2026-06-18', 'Il prossimo appuntamento è venerdì 19 giugno 2026: «Due» e «Tre».'],
    ['2026-06-23', 'Oggi: «Quattro».'],
    ['2026-06-24', 'Oggi: «Quattro».'],
    [
      '2026-11-23',
      'Dopo oggi non c’è nulla in programma: l’ultimo appuntamento pubblicato è stato mercoledì 24 giugno 2026.',
    ],
  ])('on %s', (oggi, atteso) => {
    expect(plain(tellMomento(findMomento(eventi, oggi)))).toBe(atteso);
  });

  test('a tavolo is named by its number, a long title by its beginning', () => {
    const lunghi = [
      toEvento({ data: '2026-06-22', tavolo: '1', area: 'Un’area dal nome molto lungo' }),
      toEvento({ data: '2026-06-22', titolo: `Termine ${'per far pervenire '.repeat(5)}` }),
    ];
    expect(plain(tellMomento(findMomento(lunghi, '2026-06-22')))).toBe(
      'Oggi: «Tavolo 1» e «Termine per far pervenire per far pervenire per far pervenire…».',
    );
  });

  test('without a single date there is nothing to wait for', () => {
    expect(tellMomento(findMomento([toEvento({})], '2026-06-17'))).toBe('Nessun appuntamento con una data.');
  });
});
