import { describe, expect, test } from 'vitest';
import {
  CONTESTO_CARICAMENTO,
  FILTRI_OSSERVAZIONI,
  PAGINAZIONE,
  type Parametri,
  readParametri,
} from '../../../functions/core/http/parametri.ts';

const FILTRI = { ...FILTRI_OSSERVAZIONI, ...PAGINAZIONE };

describe('readParametri', () => {
  test.each<[string, [Parametri, string], Record<string, unknown>]>([
    ['nothing given is everything', [FILTRI, ''], {}],
    [
      'a comma list',
      [FILTRI, 'id=densita,famiglie&comune=075016'],
      { id: ['densita', 'famiglie'], comune: ['075016'] },
    ],
    ['spaces around the commas', [FILTRI, 'periodo=2021,%202018-2020'], { periodo: ['2021', '2018-2020'] }],
    ['a dimension', [FILTRI, 'rilevazione=istat'], { rilevazione: ['istat'] }],
    ['numbers', [FILTRI, 'limite=5000&edizione=3'], { limite: 5000, edizione: 3 }],
    [
      'the context of an upload',
      [CONTESTO_CARICAMENTO, 'tipo=fondi&documento=Piano&anno=2022&giorno=2022-12-31&parte=C.4'],
      { tipo: 'fondi', documento: 'Piano', anno: 2022, giorno: '2022-12-31', parte: 'C.4' },
    ],
  ])('%s', (_titolo, [dichiarati, query], valori) => {
    expect(readParametri(dichiarati, new URLSearchParams(query))).toEqual({ valori, errori: [] });
  });

  test.each<[string, [Parametri, string], string[]]>([
    ['an unknown parameter', [FILTRI, 'anno=2021'], ['«anno» non è un parametro di questa richiesta.']],
    ['a name of every object', [FILTRI, 'constructor=1'], ['«constructor» non è un parametro di questa richiesta.']],
    [
      'a filter twice',
      [FILTRI, 'id=a&id=b'],
      ['«id» è indicato più volte: serve una volta sola, e più valori di un filtro si separano con la virgola.'],
    ],
    [
      'an empty filter',
      [FILTRI, 'periodo='],
      ['«periodo» non va bene, è vuoto: serve uno o più periodi separati da virgola, come 2021 o 2018-2020.'],
    ],
    [
      'an empty value in a list',
      [FILTRI, 'id=a,,b'],
      ['«id» non va bene: serve uno o più id del catalogo degli indicatori, separati da virgola.'],
    ],
    ['a limit too high', [FILTRI, 'limite=5001'], ['«limite» non va bene: serve un numero intero da 1 a 5000.']],
    ['a limit of zero', [FILTRI, 'limite=0'], ['«limite» non va bene: serve un numero intero da 1 a 5000.']],
    ['a number with a sign', [FILTRI, 'limite=-1'], ['«limite» non va bene: serve un numero intero da 1 a 5000.']],
    [
      'everything at once',
      [CONTESTO_CARICAMENTO, 'tipo=bilancio&anno=21&giorno=2022-02-30&url=javascript:alert(1)'],
      [
        '«tipo» non va bene: serve uno di: popolazione, famiglie, migrazioni, territorio, spesa-storica, cofinanziamento, fondi, programmazione, rendiconto, servizi, raccordo, personale, posti-nido, calendario.',
        'Manca «documento»: serve un testo di al più 500 caratteri.',
        '«anno» non va bene: serve un anno di quattro cifre, come 2021.',
        '«giorno» non va bene: serve una data come 2021-12-31.',
        '«url» non va bene: serve un indirizzo che comincia con https:// o http://.',
      ],
    ],
    [
      'a blank title',
      [CONTESTO_CARICAMENTO, 'tipo=fondi&documento=%20'],
      ['«documento» non va bene: serve un testo di al più 500 caratteri.'],
    ],
    [
      'a line break in a title',
      [CONTESTO_CARICAMENTO, 'tipo=fondi&documento=a%0Ab'],
      ['«documento» non va bene: serve un testo di al più 500 caratteri.'],
    ],
  ])('refuses %s', (_titolo, [dichiarati, query], errori) => {
    expect(readParametri(dichiarati, new URLSearchParams(query)).errori).toEqual(errori);
  });
});
