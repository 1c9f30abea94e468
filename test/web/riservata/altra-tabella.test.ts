import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TIPI } from '../../../functions/core/tabelle/index.ts';
import type { TipoId } from '../../../functions/core/tabelle/tipo.ts';
import { findAltraTabella } from '../../../web/src/riservata/altra-tabella.ts';
import { splitLinee } from '../../../web/src/riservata/linee.ts';
import { RADICE } from '../../sorgenti.ts';
import { toTipoDto } from './tipi.ts';

const tipi = Object.values(TIPI).map(toTipoDto);
const problema = { riga: null, colonna: null, valore: null, messaggio: '' };

function find(tipo: TipoId, testo: string, regola = 'intestazione-non-trovata'): string | undefined {
  return findAltraTabella({ tipo, problemi: [{ ...problema, regola }] }, splitLinee(testo, ';'), tipi)?.id;
}

describe('a file of another table than the one chosen', () => {
  const migrazioni = readFileSync(join(RADICE, 'data/casarano/2021/migrazioni.csv'), 'utf8');

  test('is told by its headings', () => {
    expect(find('spesa-storica', migrazioni)).toBe('migrazioni');
    expect(find('posti-nido', migrazioni, 'colonna-mancante')).toBe('migrazioni');
  });

  test('is not looked for where the header was understood', () => {
    expect(find('spesa-storica', migrazioni, 'numero-non-leggibile')).toBeUndefined();
  });

  test('is not the one that was chosen, nor any of which one word alone is there', () => {
    expect(find('migrazioni', migrazioni)).toBeUndefined();
    expect(find('migrazioni', 'Comune;Anno;Posti\nCasarano;2021;3\n')).toBeUndefined();
    expect(find('migrazioni', 'Comune;Anno\nCasarano;2021\n')).toBeUndefined();
  });

  test.each(tipi.map((tipo) => [tipo.id, tipo] as const))('%s: its own form names no other table', (id, tipo) => {
    const testata = `${tipo.colonne.map(({ titolo }) => titolo).join(';')}\n`;
    for (const chiesto of tipi) expect([undefined, id]).toContain(find(chiesto.id, testata));
  });
});
