/** What the checks find between the schede, the funds, the quadro sinottico and the services: small tables, one trouble each. */
import { describe, expect, test } from 'vitest';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { createQuadro, type FoglioDiProva } from '../quadri.ts';
import { CAPIENZA, INTERVENTI, QUOTE } from './casi/schede.ts';

/** `codice gravita tipo riga:colonna`, and how the sentence goes. */
function listTrovate(fogli: readonly FoglioDiProva[]): string[] {
  const quadro = createQuadro({ comuni: 1, fogli });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro)).map(
    ({ codice, gravita, tipo, riga, colonna, messaggio }) =>
      `${codice} ${gravita} ${tipo} ${riga}:${colonna} ${messaggio.replaceAll('\u202f', ' ')}`,
  );
}

describe('a fonte holds what is programmed on it', () => {
  test.each(CAPIENZA)('%s', (_caso, fogli, trovate) => {
    expect(listTrovate(fogli)).toEqual(trovate);
  });
});

describe('every intervento is in all its places', () => {
  test.each(INTERVENTI)('%s', (_caso, fogli, trovate) => {
    expect(listTrovate(fogli)).toEqual(trovate);
  });
});

describe('what a fund reserves for an intervento', () => {
  test.each(QUOTE)('%s', (_caso, fogli, trovate) => {
    expect(listTrovate(fogli).filter((una) => una.startsWith('tra-tabelle'))).toEqual(trovate);
  });
});
