import { describe, expect, test } from 'vitest';
import { CODICI_CONTROLLO } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { createQuadro, type FoglioDiProva, getCodice } from '../quadri.ts';
import { popolazione, residenti } from './casi/fogli.ts';
import { CASI } from './casi.ts';

const UNO = getCodice(1);

/** What the checks find, as `codice gravita tipo riga:colonna comune`. */
function listTrovate(fogli: readonly FoglioDiProva[], comuni = 2): string[] {
  const quadro = createQuadro({ comuni, fogli });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro)).map(
    ({ codice, gravita, tipo, riga, colonna, comune }) =>
      `${codice} ${gravita} ${tipo} ${riga}:${colonna} ${comune ?? 'ambito'}`,
  );
}

describe('what each check finds', () => {
  test.each(CASI)('$titolo', ({ fogli, attese }) => {
    expect(listTrovate(fogli)).toEqual(attese);
  });

  test('the codes of the contract, each check once, in its order', () => {
    const codici = CONTROLLI.map(({ codice }) => codice);
    expect(CODICI_CONTROLLO.filter((codice) => codici.includes(codice))).toEqual(codici);
  });

  test('a comune given with the upload is the whole scope of its file', () => {
    const quadro = createQuadro({ fogli: [popolazione([residenti(UNO)])] });
    const tabella = quadro.tabelle.get('popolazione');
    if (!tabella) throw new RangeError('la tabella c’è');
    const senzaColonna = tabella.righe.map(({ posizioni: { comune: _, ...posizioni }, ...riga }) => ({
      ...riga,
      posizioni,
    }));
    const tabelle = new Map([['popolazione' as const, { ...tabella, righe: senzaColonna }]]);
    expect(CONTROLLI.flatMap((controllo) => controllo.run({ ...quadro, tabelle }))).toEqual([]);
  });
});
