/** An address restores exactly the view that wrote it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPagina } from '../../functions/core/http/pagine.ts';
import { DIMENSIONI } from '../../functions/core/indicatori/indicatore.ts';
import { indirizzi, readRicerca, withoutSpiegazione, withSpiegazione, writeRicerca } from '../../web/src/indirizzi.ts';
import { readConto, readFigure } from '../../web/src/serie/figura-letta.ts';
import { FORME } from '../../web/src/serie/forme.ts';
import { GRAFICI, QUALI, readStatoConfronto } from '../../web/src/serie/lettura-stato-confronto.ts';
import type { StatoConfronto } from '../../web/src/serie/stato-confronto.ts';

const testo = fc.string({
  unit: fc.oneof(
    fc.constantFrom(',', ';', ':', '%', '&', '=', '+', '#', '?', ' '),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
});
const dimensioni = fc.dictionary(fc.constantFrom(...DIMENSIONI), testo, { noNullPrototype: true });
const stato: fc.Arbitrary<StatoConfronto> = fc
  .record({
    grafico: fc.constantFrom(...GRAFICI),
    indicatore: fc.option(testo, { nil: undefined }),
    periodo: fc.option(testo, { nil: undefined }),
    dimensioni,
    forma: fc.constantFrom(...FORME),
    vista: fc.constantFrom('grafico' as const, 'tabella' as const),
    evidenzia: fc.array(fc.stringMatching(/^\d{6}$/), { maxLength: 3 }),
    con: fc.option(testo, { nil: undefined }),
    quali: fc.option(fc.constantFrom(...QUALI), { nil: undefined }),
    per: fc.constantFrom('indicatori' as const, 'anni' as const),
    scala: fc.constantFrom('valore' as const, 'variazione' as const),
  })
  // A profile is of one comune.
  .map((uno) => (uno.grafico === 'profilo' ? { ...uno, evidenzia: uno.evidenzia.slice(0, 1) } : uno));

const open = (href: string) => {
  const { pathname, search } = new URL(href, 'http://localhost');
  return { pathname, ricerca: readRicerca(search) };
};

describe('the state of a comparison in its address', () => {
  test('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(stato, (uno) => {
        const { pathname, ricerca } = open(indirizzi.confronto('casarano', uno));
        expect(pathname).toBe('/casarano/confronto');
        expect(readStatoConfronto(ricerca)).toEqual(uno);
      }),
    );
  });

  test('comes back with the walk back open, and without once it is closed', () => {
    const figura = {
      indicatore: 'popolazione',
      comune: '075016',
      periodo: '2021',
      dimensioni: { rilevazione: 'anagrafe' },
    };
    fc.assert(
      fc.property(stato, (uno) => {
        const chiusa = indirizzi.confronto('casarano', uno);
        const prima = open(chiusa);
        const aperta = withSpiegazione(prima.pathname, prima.ricerca, {
          figure: [figura, figura],
          conto: 'differenza',
        });
        const dopo = open(aperta);
        expect(readStatoConfronto(dopo.ricerca)).toEqual(uno);
        expect(readFigure(dopo.ricerca.spiega ?? '')).toEqual([figura, figura]);
        expect(readConto(dopo.ricerca.conto, [figura, figura])).toBe('differenza');
        expect(withoutSpiegazione(dopo.pathname, dopo.ricerca)).toBe(chiusa);
      }),
    );
  });

  const SCRITTI: [string, Partial<StatoConfronto>, string][] = [
    ['the default view has a plain address', {}, '/casarano/confronto'],
    [
      'what was chosen is read by people too',
      {
        indicatore: 'popolazione',
        periodo: '2021',
        dimensioni: { rilevazione: 'istat' },
        vista: 'tabella',
        evidenzia: ['075016', '075042'],
      },
      '/casarano/confronto?indicatore=popolazione&periodo=2021&rilevazione=istat&vista=tabella&evidenzia=075016,075042',
    ],
    [
      'per head',
      { indicatore: 'residuo', forma: 'abitante' },
      '/casarano/confronto?indicatore=residuo&misura=abitante',
    ],
    [
      'the profile of a comune',
      { grafico: 'profilo', evidenzia: ['075081'] },
      '/casarano/confronto?grafico=profilo&comune=075081',
    ],
    [
      'two indicators, the second with its own fascia and year',
      {
        grafico: 'dispersione',
        indicatore: 'densita',
        con: 'quota-fascia,periodo:2021,fascia:0-14',
      },
      '/casarano/confronto?grafico=dispersione&indicatore=densita&con=quota-fascia,periodo:2021,fascia:0-14',
    ],
    [
      'change over the years, per km²',
      { grafico: 'andamento', indicatore: 'famiglie', forma: 'km2', scala: 'variazione' },
      '/casarano/confronto?grafico=andamento&indicatore=famiglie&misura=km2&scala=variazione',
    ],
  ];
  test.each(SCRITTI)('%s', (_titolo, uno, href) => {
    expect(indirizzi.confronto('casarano', uno)).toBe(href);
  });

  test.each([
    ['?vista=altro&misura=ogni', { forma: 'totale', vista: 'grafico' }],
    ['?evidenzia=,,075016,', { evidenzia: ['075016'] }],
    ['?grafico=torta&quali=alcuni&per=mese&scala=log', { grafico: 'barre', quali: undefined, per: 'indicatori' }],
    ['?con=', { con: undefined }],
    ['?grafico=profilo&comune=075081&evidenzia=075016', { evidenzia: ['075081'] }],
    ['?colore=blu&__proto__=x', { dimensioni: {} }],
    ['?indicatore=&periodo=', { indicatore: undefined, periodo: undefined }],
  ])('an address written by hand is read for what it can mean: %s', (ricerca, atteso) => {
    expect(readStatoConfronto(readRicerca(ricerca))).toMatchObject(atteso);
  });
});

test('what is empty or is no text is not written', () => {
  expect(writeRicerca({ a: '', b: undefined, c: 3, d: 'x' })).toBe('?d=x');
  expect(writeRicerca({})).toBe('');
});

test.each([
  indirizzi.inizio(),
  indirizzi.panoramica('casarano'),
  indirizzi.confronto('casarano', { vista: 'tabella' }),
  indirizzi.qualita('casarano', { comune: 'ambito', codice: 'somma-riga,media' }),
  indirizzi.metodo(),
  indirizzi.indicatore('popolazione'),
  indirizzi.dati('casarano'),
  indirizzi.accessibilita(),
  indirizzi.privacy(),
])('%s is a page that the site serves', (href) => {
  expect(findPagina(open(href).pathname)).not.toBeNull();
});
