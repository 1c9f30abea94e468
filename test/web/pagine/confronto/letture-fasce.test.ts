/** What is read of the bands of age is enough: every choice among them is the one that all of them would give. */
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../../functions/core/http/schemi.ts';
import { createApi } from '../../../../web/src/api/letture.ts';
import { readFasce } from '../../../../web/src/pagine/confronto/letture-fasce.ts';
import { chooseOsservazioni, type Richiesta } from '../../../../web/src/serie/scelta.ts';
import { chooseSerie } from '../../../../web/src/serie/scelta-anni.ts';
import { writeSeconda } from '../../../../web/src/serie/seconda.ts';
import { STATO_PREDEFINITO } from '../../../../web/src/serie/stato-confronto.ts';

const COMUNI = ['075016', '075021', null];
const DEL_PIANO = ['0-3', '4-14', '15-17', '18-64', '65+'];
const SINGOLE = [...Array.from({ length: 100 }, (_, eta) => `${eta}`), '100+'];
const DERIVATE = ['0-2', '0-14', '0-17', '15-64', '65+', '75+'];

interface Conteggio {
  readonly anno: string;
  readonly rilevazione: string;
  /** That have a value; of the others of `DERIVATE` the reason is told. */
  readonly fasce: readonly string[];
}

/** Every figure of `quota-fascia`; a band is stated in each comune, or nowhere. */
function buildQuote(conteggi: readonly Conteggio[]): OsservazioneDto[] {
  return conteggi.flatMap(({ anno, rilevazione, fasce }) =>
    [...new Set([...fasce, ...DERIVATE])].flatMap((fascia, i) =>
      COMUNI.map((comune, j): OsservazioneDto => {
        const valore = fasce.includes(fascia) ? i + j / 10 : null;
        return {
          indicatore: 'quota-fascia',
          comune,
          periodo: anno,
          dimensioni: { rilevazione, fascia },
          valore,
          unita: '%',
          ...(valore === null ? { assenza: 'non-derivabile' as const } : {}),
          note: [],
          segnalazioni: [],
          origine: [],
        };
      }),
    ),
  );
}

const CASI: Readonly<Record<string, readonly Conteggio[]>> = {
  'bands of a plan and single ages': [
    { anno: '2019', rilevazione: 'anagrafe', fasce: [...DEL_PIANO, '0-14', '0-17'] },
    { anno: '2020', rilevazione: 'istat', fasce: [...SINGOLE, ...DERIVATE] },
    { anno: '2021', rilevazione: 'anagrafe', fasce: [...DEL_PIANO, '0-14', '0-17'] },
    { anno: '2021', rilevazione: 'istat', fasce: [...SINGOLE, ...DERIVATE] },
    { anno: '2022', rilevazione: 'istat', fasce: [] },
  ],
  'bands that do not add up to 65 and more': [
    { anno: '2020', rilevazione: 'anagrafe', fasce: ['0-14', '15-59', '60+'] },
    { anno: '2021', rilevazione: 'anagrafe', fasce: ['0-14', '15-59', '60+'] },
  ],
  'totals alone': [{ anno: '2021', rilevazione: 'istat', fasce: [] }],
};

/** The API of these figures alone, and how many it has answered with. */
function serve(quote: readonly OsservazioneDto[]) {
  const date: OsservazioneDto[] = [];
  const api = createApi({
    base: '',
    fetch: async (indirizzo) => {
      const filtri = new URL(String(indirizzo), 'http://localhost').searchParams;
      const has = (nome: string, valore: string) => filtri.get(nome)?.split(',').includes(valore) ?? true;
      const osservazioni = quote.filter(
        (o) =>
          has('id', o.indicatore) &&
          has('comune', o.comune ?? 'ambito') &&
          has('periodo', o.periodo) &&
          has('fascia', o.dimensioni.fascia ?? ''),
      );
      date.push(...osservazioni);
      return Response.json({ edizione: 1, osservazioni, cursore: null });
    },
  });
  return { api, date };
}

describe.each(Object.entries(CASI))('%s', (_, conteggi) => {
  const quote = buildQuote(conteggi);
  const fasce = [undefined, 'ignota', '0', '0-3', '0-14', '60+', '75+', '100+'];
  const periodi = [undefined, '1999', ...new Set(quote.map(({ periodo }) => periodo))];
  const volute = periodi.flatMap((periodo) =>
    fasce.map((fascia): Richiesta => ({ periodo, dimensioni: fascia === undefined ? {} : { fascia } })),
  );

  test('the band, the year and the lists to choose from are those of all the figures', async () => {
    const { api } = serve(quote);
    for (const voluta of volute) {
      const richiesta = { ambito: 'casarano', id: 'quota-fascia', stato: { ...STATO_PREDEFINITO, ...voluta } };
      const lette = await readFasce(api, richiesta, new AbortController().signal);
      const sorted = ({ osservazioni, ...scelta }: ReturnType<typeof chooseOsservazioni>) => ({
        ...scelta,
        osservazioni: new Set(osservazioni.map((o) => JSON.stringify(o))),
      });
      expect([voluta, sorted(chooseOsservazioni(lette, voluta))]).toEqual([
        voluta,
        sorted(chooseOsservazioni(quote, voluta)),
      ]);
      // Over the years what was chosen is followed through all of them.
      const { fascia } = chooseOsservazioni(quote, voluta).dimensioni;
      const seguita: Richiesta = { dimensioni: fascia === undefined ? {} : { fascia } };
      const [poche, tutte] = [chooseSerie(lette, seguita), chooseSerie(quote, seguita)];
      expect([voluta, poche.periodi, poche.dimensioni]).toEqual([voluta, tutte.periodi, tutte.dimensioni]);
    }
  });

  test('beside itself the indicator is read for both', async () => {
    const { api } = serve(quote);
    const seconda = { indicatore: 'quota-fascia', periodo: '2021', dimensioni: { fascia: '0-14' } };
    const stato = { ...STATO_PREDEFINITO, grafico: 'dispersione' as const, con: writeSeconda(seconda) };
    const lette = await readFasce(api, { ambito: 'casarano', id: 'quota-fascia', stato }, new AbortController().signal);
    for (const voluta of [stato, seconda]) {
      const [poche, tutte] = [chooseOsservazioni(lette, voluta), chooseOsservazioni(quote, voluta)];
      expect([poche.periodo, poche.dimensioni, poche.osservazioni.length]).toEqual([
        tutte.periodo,
        tutte.dimensioni,
        tutte.osservazioni.length,
      ]);
    }
  });
});

test('with single ages a tenth of the figures is asked for', async () => {
  const quote = buildQuote(
    ['2018', '2019', '2020', '2021'].map((anno) => ({ anno, rilevazione: 'istat', fasce: [...SINGOLE, ...DERIVATE] })),
  );
  const { api, date } = serve(quote);
  const richiesta = { ambito: 'casarano', id: 'quota-fascia', stato: STATO_PREDEFINITO };
  const lette = await readFasce(api, richiesta, new AbortController().signal);
  expect(date.length).toBeLessThan(quote.length / 10);
  expect(new Set(lette.map((o) => JSON.stringify(o))).size).toBe(lette.length);
});
