/** What publishing a file would do, from the tables alone. */
import { describe, expect, test } from 'vitest';
import type { Segnalazione } from '../../functions/core/controlli/controllo.ts';
import type { Quadro } from '../../functions/core/quadro.ts';
import { TIPI } from '../../functions/core/tabelle/index.ts';
import type { Lettura } from '../../functions/core/tabelle/lettura/leggi.ts';
import type { Parte, Riga, Tabella } from '../../functions/core/tabelle/tabella.ts';
import type { TipoId } from '../../functions/core/tabelle/tipo.ts';
import { examineLettura, touches } from '../../functions/ingest/esamina.ts';
import { toEsameDto } from '../../functions/ingest/presenta.ts';
import { createCaricamento } from '../store/esempi.ts';
import { createAmbito } from './scena.ts';

const AMBITO = createAmbito();
const { interpretazione } = createCaricamento('x');
/** The file itself names the comuni: one that is not there is missing. */
const POSIZIONI = { comune: { riga: 2, colonna: 1, intestazione: 'comune', scritto: 'un comune' } };

function createParte(parte: string): Parte {
  return { parte, sha256: 'a'.repeat(64), fonte: { documento: 'Prova' }, righe: 1 };
}

/** Households of every comune, for as many years. */
function createRighe(parte: string, anni = 1): Riga[] {
  return AMBITO.comuni.flatMap(({ codiceIstat }, i) =>
    Array.from({ length: anni }, (_, anno) => ({
      parte,
      riga: 2 + i * anni + anno,
      valori: { comune: codiceIstat, anno: 2021 - anno, famiglie: 100 + i, popolazione: 200 + i },
      posizioni: POSIZIONI,
    })),
  );
}

function createTabella(tipo: TipoId, parte: string, righe: readonly Riga[]): Tabella {
  return { tipo, versione: 3, parti: [createParte(parte)], righe, dichiarati: [] };
}

function createQuadro(...tabelle: Tabella[]): Quadro {
  return { ambito: AMBITO, tabelle: new Map(tabelle.map((tabella) => [tabella.tipo, tabella])) };
}

function examine(quadro: Quadro, righe: Riga[], altro: Partial<Lettura> = {}) {
  const lettura = { righe, dichiarati: [], problemi: [], problemiTotali: 0, interpretazione, ...altro };
  return examineLettura({ quadro, osservazioni: [], tipo: TIPI.famiglie, parte: createParte('b'), lettura });
}

describe('a file that can be read', () => {
  test('may be published where nothing blocks it', () => {
    const esame = examine(createQuadro(), createRighe('b'));
    expect(esame).toMatchObject({ pubblicabile: true, problemiTotali: 0, differenze: { aggiunte: 3 } });
    expect(esame.indicatori.map(({ indicatore }) => indicatore)).toContain('famiglie');
  });

  test('may not where a comune is left out; what is amiss in tables that it does not touch is not of it', () => {
    const monca = createTabella('migrazioni', 'intera', [
      { parte: 'intera', riga: 2, valori: { comune: '074007', anno: 2021, emigrazioni: 5 }, posizioni: POSIZIONI },
    ]);
    const bene = examine(createQuadro(monca), createRighe('b'));
    expect([bene.pubblicabile, bene.segnalazioni]).toEqual([true, []]);
    const male = examine(createQuadro(monca), createRighe('b').slice(0, 2));
    expect(male.pubblicabile).toBe(false);
    expect(male.segnalazioni).toMatchObject([{ codice: 'copertura', gravita: 'errore', tipo: 'famiglie' }]);
  });

  test('may not where its facts stand in another parte: told on its own rows, 500 of them at most, and how many they are', () => {
    const anni = 200;
    const pubblicata = createTabella('famiglie', 'a', createRighe('a', anni));
    // A year more: the file is not the one of the other parte.
    const esame = examine(createQuadro(pubblicata), createRighe('b', anni + 1));
    expect(esame).toMatchObject({ pubblicabile: false, problemiTotali: 3 * anni, segnalazioni: [], indicatori: [] });
    expect(esame.problemi).toHaveLength(500);
    expect(esame.problemi[0]?.messaggio).toContain('è già nella parte «a», alla riga 2');
  });
});

test('a file that cannot be read changes nothing, whatever rows were read before it broke off', () => {
  const problemi = [{ riga: 3, colonna: 1, valore: 'x', regola: 'numero' as const, messaggio: 'm' }];
  expect(examine(createQuadro(), createRighe('b'), { problemi, problemiTotali: 7 })).toEqual({
    problemi,
    problemiTotali: 7,
    segnalazioni: [],
    differenze: { aggiunte: 0, modificate: 0, tolte: 0, esempi: [] },
    indicatori: [],
    indicatoriTotali: {},
    pubblicabile: false,
  });
});

test.each<[TipoId, readonly TipoId[], boolean]>([
  ['famiglie', [], true],
  ['migrazioni', ['popolazione', 'famiglie'], true],
  ['migrazioni', ['popolazione'], false],
  ['migrazioni', [], false],
])('a finding on %s with cells of %j touches the households: %s', (tipo, diCelle, tocca) => {
  const celle = diCelle.map((altro) => ({ tipo: altro, parte: 'intera', riga: 2, colonna: 1 }));
  expect(touches(createSegnalazione({ tipo, celle }), 'famiglie')).toBe(tocca);
});

test('it is told as the API tells it: figures in their units, findings with their reasons', () => {
  const cambiamento = { indicatore: 'spesa-storica-media', comune: null, periodo: '2020', dimensioni: { sesso: 'F' } };
  const esame = {
    ...createCaricamento('x', {
      segnalazioni: [createSegnalazione({ tipo: 'famiglie', celle: [] })],
      differenze: { aggiunte: 1, modificate: 0, tolte: 0, esempi: ['Aggiunto'] },
      indicatori: [{ ...cambiamento, prima: null, dopo: 12_345 }],
    }),
  };
  const dto = toEsameDto(esame);
  expect(dto.differenze).toEqual(esame.differenze);
  expect(dto.segnalazioni).toMatchObject([{ codice: 'copertura', titolo: expect.any(String), versione: null }]);
  expect(dto.indicatori).toEqual([{ ...cambiamento, prima: null, dopo: '123.45' }]);
  // A draft of an earlier software holds all that changes; of a later one, how many there are.
  expect(dto.indicatoriTotali).toEqual({ 'spesa-storica-media': 1 });
  expect(toEsameDto({ ...esame, indicatoriTotali: { densita: 9 } }).indicatoriTotali).toEqual({ densita: 9 });
});

function createSegnalazione(altro: Pick<Segnalazione, 'tipo' | 'celle'>): Segnalazione {
  return {
    codice: 'copertura',
    gravita: 'avviso',
    parte: 'intera',
    riga: null,
    colonna: null,
    comune: null,
    periodo: null,
    dichiarato: null,
    ricalcolato: null,
    differenza: null,
    messaggio: 'm',
    ...altro,
  };
}

test.each([
  ['comune-mancante', { codice: 'copertura', comune: '074007', dichiarato: null }],
  ['comune-estraneo', { codice: 'copertura', dichiarato: null }],
  ['fuori-portata', { codice: 'copertura' }],
  ['chiave-ripetuta', { codice: 'copertura' }],
  ['chiave-in-due-parti', { codice: 'copertura' }],
  ['conteggio-negativo', { codice: 'scala', dichiarato: '-1' }],
  ['numero-negativo', { codice: 'scala' }],
  ['numero-non-intero', { codice: 'scala' }],
  ['valore-non-previsto', { codice: 'dizionario', dichiarato: '-1' }],
])('what is refused as %s is told as the failure of its check too', (regola, attesa) => {
  const problema = { riga: 3, colonna: 1, comune: '074007', valore: '-1', regola, messaggio: 'm' };
  const altro = { ...problema, regola: 'numero-non-leggibile' };
  const { segnalazioni } = toEsameDto(createCaricamento('x', { problemi: [problema, altro], problemiTotali: 2 }));
  const posto = { tipo: 'famiglie', riga: 3, colonna: 1, messaggio: 'm' };
  expect(segnalazioni).toMatchObject([{ ...posto, gravita: 'errore', titolo: expect.any(String), ...attesa }]);
});
