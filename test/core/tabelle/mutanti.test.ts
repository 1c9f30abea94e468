import { expect, test } from 'vitest';
import { GUASTI } from './guasti.ts';
import { runMutanti } from './mutanti.ts';

/** The whole of them: test/lungo. */
const QUANTI = 340;

test(`${QUANTI} mutants of published tables, of ${GUASTI.length} kinds: none falls, none is published in part, none passes a total unseen`, () => {
  const mutanti = [...runMutanti(QUANTI, 2026)];
  const cattivi = mutanti.filter(
    ({ esito, conTotale }) => esito === 'caduto' || esito === 'parziale' || (esito === 'silenzioso' && conTotale),
  );
  expect(cattivi.map(({ guasto, campione, esito }) => `${campione.path}, ${guasto.id}: ${esito}`)).toEqual([]);
  expect(mutanti.length).toBe(QUANTI);
  // None of the ways to end well is met by never being looked at.
  expect([...new Set(mutanti.map(({ esito }) => esito))]).toEqual(
    expect.arrayContaining(['rifiutato', 'segnalato', 'uguale', 'mancante']),
  );
  expect(new Set(mutanti.map(({ guasto }) => guasto.id)).size).toBe(GUASTI.length);
}, 60_000);
