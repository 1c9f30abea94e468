import { describe, expect, test } from 'vitest';
import { TIPI } from '../../functions/core/tabelle/index.ts';
import type { Dichiarato, Parte, Riga, Tabella, Valore } from '../../functions/core/tabelle/tabella.ts';
import type { Formato } from '../../functions/core/tabelle/tipo.ts';
import { composeTabella, formatValore } from '../../functions/ingest/componi.ts';
import { createAmbito } from './scena.ts';

const AMBITO = createAmbito();
const POSIZIONE = { riga: 9, colonna: 3, intestazione: 'Famiglie', scritto: '6' };

function createParte(parte: string, righe = 1): Parte {
  return { parte, sha256: parte.repeat(64).slice(0, 64), fonte: { documento: 'Documento di prova' }, righe };
}

function createRiga(parte: string, riga: number, valori: Record<string, Valore>): Riga {
  return { parte, riga, valori, posizioni: {} };
}

function createDichiarato(parte: string): Dichiarato {
  return { parte, ruolo: 'somma-colonna', misura: 'famiglie', valori: {}, valore: 6, posizione: POSIZIONE };
}

const CORRENTE: Tabella = {
  tipo: 'famiglie',
  versione: 4,
  parti: [createParte('a'), createParte('c')],
  righe: [
    createRiga('a', 2, { comune: '074007', anno: 2020, famiglie: 1 }),
    createRiga('c', 5, { comune: '074007', anno: 2021, famiglie: 2 }),
  ],
  dichiarati: [createDichiarato('a'), createDichiarato('c')],
};

describe('a table with a parte put in', () => {
  const CASI: readonly (readonly [string, Tabella | null, string, readonly string[], number])[] = [
    ['where there was none', null, 'b', ['b'], 1],
    ['beside the others, in order of name', CORRENTE, 'b', ['a', 'b', 'c'], 5],
    ['in place of the one of that name', CORRENTE, 'a', ['a', 'c'], 5],
  ];
  test.each(CASI)('%s', (...[, corrente, nome, parti, versione]) => {
    const nuova = createRiga(nome, 7, { comune: '074005', anno: 2022, famiglie: 3 });
    const lettura = { righe: [nuova], dichiarati: [createDichiarato(nome)] };
    const tabella = composeTabella({ tipo: TIPI.famiglie, corrente, parte: createParte(nome), lettura });
    expect(tabella.parti.map(({ parte }) => parte)).toEqual(parti);
    expect(tabella.versione).toBe(versione);
    expect(tabella.righe.filter(({ parte }) => parte === nome)).toEqual([nuova]);
    expect(new Set(tabella.righe.map(({ parte }) => parte))).toEqual(new Set(parti));
    expect(tabella.dichiarati.map(({ parte }) => parte).sort()).toEqual(parti);
  });
});

test.each([
  ['comune', '074012', 'Ostuni'],
  ['comune', 'ambito', 'intero ambito'],
  ['comune', '999999', '999999'],
  ['anno', 2021, '2021'],
  ['conteggio', 1234567, '1.234.567'],
  ['intero', -40, '−40'],
  ['decimale', 2.55, '2,55'],
  ['decimale', 3, '3'],
  ['codice-istat', '074012', 'Ostuni'],
  ['percentuale', 26.35, '26,35%'],
  ['importo', 143544913, '1.435.449,13\u202f€'],
  ['importo', 0, '0,00\u202f€'],
  ['importo', null, 'non indicato'],
  ['scelta', 'istat', 'istat'],
] as const satisfies readonly (readonly [Formato, Valore, string])[])('%s %s reads %j', (formato, valore, atteso) => {
  const [colonna] = TIPI.famiglie.colonne;
  if (!colonna) throw new Error('nessuna colonna');
  expect(formatValore({ ...colonna, formato }, valore, AMBITO)).toBe(atteso);
});
