import { describe, expect, test } from 'vitest';
import { RifiutoError } from '../../functions/http/rifiuto.ts';
import { normalizeCorrezioni, toParametri } from '../../functions/ingest/parametri.ts';
import { registerAmbito } from '../../functions/ingest/registra.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { createAmbito } from './scena.ts';

const AMBITO = createAmbito();
type Query = Parameters<typeof toParametri>[1];
/** As a request without anything else is understood. */
const QUERY: Query = {
  tipo: 'famiglie',
  documento: 'Piano',
  parte: undefined,
  anno: undefined,
  periodo: undefined,
  ciclo: undefined,
  comune: undefined,
  rilevazione: undefined,
  intervento: undefined,
  giorno: undefined,
  foglio: undefined,
  correzioni: undefined,
  capitolo: undefined,
  tabella: undefined,
  editore: undefined,
  atto: undefined,
  data: undefined,
  url: undefined,
  licenza: undefined,
};

describe('what comes with a file', () => {
  test('is what was given, and nothing else; without a parte the file is the whole table', () => {
    expect(toParametri(AMBITO, QUERY)).toEqual({
      tipo: 'famiglie',
      contesto: { parte: 'intera' },
      fonte: { documento: 'Piano' },
    });
    const tutto: Query = { ...QUERY, parte: '2021', anno: 2021, atto: 'DGC 1/2022', correzioni: 'riga 2=nota' };
    const parametri = toParametri(AMBITO, tutto);
    expect(parametri).toEqual({
      tipo: 'famiglie',
      contesto: { parte: '2021', anno: 2021, correzioni: 'riga 2=nota' },
      fonte: { documento: 'Piano', atto: 'DGC 1/2022' },
    });
    expect(Object.keys(toParametri(AMBITO, QUERY).fonte)).toEqual(['documento']);
  });

  test.each(['074007', '074012', 'ambito'])('may be of the comune %s', (comune) => {
    expect(toParametri(AMBITO, { ...QUERY, comune }).contesto.comune).toBe(comune);
  });

  test('may not be of a comune of another ambito', () => {
    expect(() => toParametri(AMBITO, { ...QUERY, comune: '075035' })).toThrow(
      new RifiutoError(400, '«comune»: «075035» non è il codice ISTAT di un comune dell’ambito, né «ambito».'),
    );
  });

  test.each([
    [undefined, undefined],
    ['', undefined],
    [' riga 2 = nota ', 'riga 2=nota'],
  ])('corrections written %j are kept as %j', (scritte, attese) => {
    expect(normalizeCorrezioni(scritte)).toBe(attese);
  });
});

describe('an ambito is not registered, and nothing is written,', () => {
  /** Whatever would be asked of it is a mistake. */
  const MUTO = {} as Deposito;
  const [fasano, cisternino, ostuni] = AMBITO.comuni;
  if (!fasano || !cisternino || !ostuni) throw new Error('three comuni are expected');

  test.each<[string, Partial<typeof AMBITO>, RegExp]>([
    ['with an id too long', { id: 'x'.repeat(90) }, /^«x{80}» non può essere l’id.*: .*metodo, .*\.$/],
    ['with a comune twice', { comuni: [fasano, fasano] }, /^Un comune è indicato due volte\.$/],
    ['with a capofila from elsewhere', { capofila: '075035' }, /^Il comune capofila 075035 non è tra i comuni/],
    [
      'with a comune that leaves before it comes',
      { comuni: [fasano, { ...cisternino, dal: 2026, al: 2025 }] },
      /^Per Cisternino «dal» viene dopo «al»\.$/,
    ],
    [
      'and all that is amiss is told',
      { comuni: [fasano, fasano, { ...ostuni, dal: 2, al: 1 }], capofila: '0' },
      /^Un comune è indicato due volte\. Per Ostuni «dal» viene dopo «al»\. Il comune capofila 0 non è tra i comuni dell’ambito\.$/,
    ],
  ])('%s', async (_caso, altro, detto) => {
    const esito = registerAmbito(MUTO, { ...AMBITO, ...altro });
    await expect(esito).rejects.toMatchObject({ stato: 400, message: expect.stringMatching(detto) });
  });

  test.each<[string, object]>([
    ['comes', { dal: 2026 }],
    ['leaves', { al: 2025 }],
    ['comes and leaves in one year', { dal: 2025, al: 2025 }],
    ['comes, and leaves later', { dal: 2025, al: 2026 }],
  ])('but not for a comune that %s', async (_caso, quando) => {
    // It gets as far as the storage, which here is none.
    const esito = registerAmbito(MUTO, { ...AMBITO, comuni: [fasano, cisternino, { ...ostuni, ...quando }] });
    await expect(esito).rejects.toBeInstanceOf(TypeError);
  });
});
