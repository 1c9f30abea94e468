/** A value that is not stated, a line that is not there: nothing is found in what nobody wrote, and no check trips over it. */
import { describe, expect, test } from 'vitest';
import type { Controllo } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { createQuadro, type FoglioDiProva } from '../quadri.ts';
import { listSenzaUnaCella, listSenzaUnaColonna, listSenzaUnaRiga, listSenzaUnFoglio } from '../varianti.ts';
import { CASI } from './casi.ts';

/** What is said of figures: a name may stand in the cell of an amount, whatever the amount. */
const DI_CIFRE = CONTROLLI.filter(({ codice }) => codice !== 'dizionario');

/** Cells that state nothing, as `tipo/parte riga:colonna`. */
function listVuote(fogli: readonly FoglioDiProva[]): Set<string> {
  const { tabelle } = createQuadro({ fogli });
  return new Set(
    [...tabelle.values()].flatMap(({ tipo, righe }) =>
      righe.flatMap(({ parte, valori, posizioni }) =>
        Object.entries(posizioni).flatMap(([colonna, posizione]) =>
          posizione && valori[colonna] === null ? [`${tipo}/${parte} ${posizione.riga}:${posizione.colonna}`] : [],
        ),
      ),
    ),
  );
}

const run = (controlli: readonly Controllo[], fogli: readonly FoglioDiProva[]) =>
  controlli.flatMap((controllo) => controllo.run(createQuadro({ fogli })));

describe.each(CASI.filter(({ fogli }) => fogli.length > 0))('$titolo', ({ fogli }) => {
  test('a blank cell is in doubt in no finding', () => {
    for (const [nome, conVuoto] of listSenzaUnaCella(fogli)) {
      const vuote = listVuote(conVuoto);
      for (const { codice, riga, colonna, tipo, parte, celle, dichiarato, ricalcolato } of run(DI_CIFRE, conVuoto)) {
        const nominate = celle.filter((cella) =>
          vuote.has(`${cella.tipo}/${cella.parte} ${cella.riga}:${cella.colonna}`),
        );
        expect([nome, codice, nominate]).toEqual([nome, codice, []]);
        expect([nome, vuote.has(`${tipo}/${parte} ${riga}:${colonna}`)]).toEqual([nome, false]);
        expect(`${dichiarato} ${ricalcolato}`).not.toMatch(/NaN|undefined/);
      }
    }
  });

  test('a line, a column, a table that is not there trips no check', () => {
    const varianti = [...listSenzaUnaRiga(fogli), ...listSenzaUnaColonna(fogli), ...listSenzaUnFoglio(fogli)];
    for (const [nome, senza] of varianti) {
      for (const { messaggio } of run(CONTROLLI, senza))
        expect(`${nome}: ${messaggio}`).not.toMatch(/\b(?:NaN|undefined|null)\b/);
    }
  });
});
