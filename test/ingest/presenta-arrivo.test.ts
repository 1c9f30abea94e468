import { expect, test } from 'vitest';
import { toArrivoDto } from '../../functions/ingest/presenta-arrivo.ts';
import { type Arrivo, LETTURA_MASSIMA_MS } from '../../functions/store/arrivi.ts';
import { createArrivo } from '../store/esempi.ts';

const SCADE = Date.parse(createArrivo().scadeIl);
const MINUTO_MS = 60_000;
const IN_LETTURA: Partial<Arrivo> = { stato: 'in-lettura', lettoDal: new Date(SCADE - MINUTO_MS).toISOString() };
const RILEGGE: Partial<Arrivo> = { rilegge: 'x' };

test.each<[Partial<Arrivo>, number, string, RegExp]>([
  [{}, SCADE, 'atteso', /non è ancora arrivato/],
  [{}, SCADE + 1, 'scaduto', /non è arrivato entro il tempo della firma.*di nuovo/],
  [IN_LETTURA, SCADE, 'in-lettura', /lo stiamo leggendo/],
  [IN_LETTURA, SCADE - MINUTO_MS + LETTURA_MASSIMA_MS, 'in-lettura', /lo stiamo leggendo/],
  [IN_LETTURA, SCADE - MINUTO_MS + LETTURA_MASSIMA_MS + 1, 'interrotto', /guasto del servizio.*di nuovo/],
  // Kept by a software that did not say since when.
  [{ stato: 'in-lettura' }, SCADE + LETTURA_MASSIMA_MS + 1, 'interrotto', /guasto del servizio/],
  [{ stato: 'fallito' }, SCADE, 'interrotto', /guasto del servizio.*di nuovo/],
  // For ever: also long after its time.
  [{ ...IN_LETTURA, stato: 'letto' }, SCADE + 2 * LETTURA_MASSIMA_MS, 'letto', /è stato letto: la bozza è pronta/],
  [RILEGGE, SCADE, 'atteso', /rilettura del file sta per cominciare/],
  [RILEGGE, SCADE + 1, 'scaduto', /rilettura non è cominciata.*bozza di prima c’è ancora/],
  [{ ...IN_LETTURA, ...RILEGGE }, SCADE, 'in-lettura', /rileggendo il file con le correzioni/],
  [{ stato: 'fallito', ...RILEGGE }, SCADE, 'interrotto', /si è interrotta.*bozza di prima c’è ancora/],
  [{ stato: 'letto', ...RILEGGE }, SCADE, 'letto', /è stato riletto: la bozza è pronta/],
])('%o at %i is told as %s', (...[altro, adessoMs, stato, messaggio]) => {
  const dto = toArrivoDto(createArrivo(altro), new Date(adessoMs));
  expect([dto.stato, dto.messaggio]).toEqual([stato, expect.stringMatching(messaggio)]);
});

test('it says of which draft it is, and nothing of who sends it', () => {
  const arrivo = createArrivo({ autore: 'pseudonimo', richiesta: 'una' });
  const { id, caricamento, tipo, byte, scadeIl } = arrivo;
  expect(toArrivoDto(arrivo, new Date(SCADE))).toEqual({
    ...{ id, caricamento, tipo, byte, scadeIl },
    parte: 'intera',
    stato: 'atteso',
    messaggio: expect.any(String),
  });
});
