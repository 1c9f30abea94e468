import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type {
  CellaCoinvolta,
  CodiceControllo,
  Gravita,
  Segnalazione,
} from '../../functions/core/controlli/controllo.ts';
import { INDICATORI } from '../../functions/core/indicatori/index.ts';
import type { Dimensioni, Osservazione } from '../../functions/core/indicatori/indicatore.ts';
import { computeRisultati } from '../../functions/core/risultati.ts';
import { findSegni } from '../../functions/core/segni.ts';
import { readPiano } from './piano.ts';

const piano = readPiano('casarano');
const risultati = computeRisultati(piano);

function findOsservazione(
  indicatore: string,
  { comune, periodo, dimensioni }: { comune: string | null; periodo: string; dimensioni?: Dimensioni },
): Osservazione {
  const trovate = risultati.osservazioni.filter(
    (una) =>
      una.indicatore === indicatore &&
      una.comune === comune &&
      una.periodo === periodo &&
      una.dimensioni.rilevazione !== 'istat' &&
      (dimensioni === undefined || isDeepStrictEqual(una.dimensioni, dimensioni)),
  );
  const [prima] = trovate;
  if (!prima) throw new RangeError(`${indicatore} non c’è`);
  return prima;
}

describe('results of an edizione', () => {
  test('the order of the files does not change them', () => {
    const rovesciate = new Map(
      [...piano.tabelle].reverse().map(([tipo, tabella]) => [tipo, { ...tabella, righe: tabella.righe.toReversed() }]),
    );
    const altri = computeRisultati({ ...piano, tabelle: rovesciate });
    const describe = ({ osservazioni, segnalazioni }: typeof risultati) => ({
      osservazioni: osservazioni.map(({ ingressi: _, ...una }) => una),
      segnalazioni: segnalazioni.map(({ celle: _, lati: __, ...una }) => una),
    });
    expect(describe(altri)).toEqual(describe(risultati));
  });

  test('observations go by indicator, then by periodo, the ambito before its comuni', () => {
    const ordine = (indicatore: string) =>
      risultati.osservazioni.filter((una) => una.indicatore === indicatore).map(({ periodo }) => periodo);
    const indicatori = [...new Set(risultati.osservazioni.map(({ indicatore }) => indicatore))];
    expect(indicatori).toEqual(INDICATORI.map(({ id }) => id));
    for (const id of indicatori) expect(ordine(id)).toEqual(ordine(id).toSorted());
    expect(risultati.osservazioni.slice(0, 3).map(({ comune }) => comune)).toEqual([null, '075016', '075021']);
  });

  test('a value is there exactly where no reason is', () => {
    for (const { valore, assenza } of risultati.osservazioni) expect(valore === null).toBe(assenza !== undefined);
  });

  test('no figure stands twice under one name', () => {
    const nomi = risultati.osservazioni.map(({ indicatore, comune, periodo, dimensioni }) =>
      JSON.stringify([indicatore, comune, periodo, dimensioni]),
    );
    expect(new Set(nomi).size).toBe(nomi.length);
  });

  test('money is whole cents', () => {
    const denaro = [
      'spesa-storica-media',
      'spesa-storica-procapite',
      'cofinanziamento-versato-procapite',
      'scarto-spesa-storica',
    ];
    for (const { indicatore, valore } of risultati.osservazioni) {
      if (denaro.includes(indicatore) && valore !== null) expect(Number.isInteger(valore)).toBe(true);
    }
  });
});

describe('findings that a figure carries', () => {
  test.each([
    ['popolazione', '075059', '2021', ['tra-tabelle']],
    ['popolazione', '075016', '2021', []],
    ['popolazione', null, '2021', ['tra-tabelle']],
    ['componenti-medi', '075016', '2021', ['rapporto']],
    ['componenti-medi', '075042', '2021', []],
    ['famiglie', '075016', '2021', []],
    ['cofinanziamento-minimo-calcolato', '075016', '2022', []],
    ['cofinanziamento-minimo-calcolato', '075059', '2022', ['tra-tabelle']],
    ['indice-vecchiaia', null, '2021', []],
    ['dipendenza-strutturale', '075059', '2021', ['tra-tabelle']],
    ['copertura-trasferimenti', null, '2022', ['vincolo']],
    ['cofinanziamento-versato', '075021', '2019', ['somma-riga']],
    ['cofinanziamento-versato', null, '2019', ['somma-colonna']],
    ['cofinanziamento-versato', null, '2018', []],
    ['densita', null, '2021', ['scala', 'tra-tabelle']],
    ['scarto-spesa-storica', null, '2022', ['vincolo']],
    ['saldo-migratorio', null, '2021', []],
  ] as [string, string | null, string, CodiceControllo[]][])(
    '%s of %s in %s: %j',
    (...[indicatore, comune, periodo, codici]) => {
      expect(findSegni(findOsservazione(indicatore, { comune, periodo }), risultati.segnalazioni).codici).toEqual(
        codici,
      );
    },
  );

  test.each([
    ['the fonte that a misspelt name is counted under', '2022', { fonte: 'PON Inclusione' }, ['dizionario']],
    ['a fonte named in the same cell', '2022', { fonte: 'PAIS' }, []],
    ['all the fonti together', '2022', {}, []],
    ['an intervento without a level', '2023', { intervento: 'C.4' }, ['tra-tabelle']],
    ['the totals that it is part of', '2023', {}, []],
  ] as [string, string, Dimensioni, CodiceControllo[]][])(
    'what money is counted as marks the figures told apart by it: %s',
    (...[, periodo, dimensioni, codici]) => {
      const programmato = findOsservazione('programmato', { comune: null, periodo, dimensioni });
      expect(findSegni(programmato, risultati.segnalazioni).codici).toEqual(codici);
    },
  );

  const osservazione = findOsservazione('saldo-migratorio', { comune: '075016', periodo: '2021' });
  const [cella] = osservazione.ingressi;
  if (!cella) throw new RangeError('il saldo viene da due celle');
  const segnala = (comune: string | null, colonna: number | null, riga = cella.riga): Segnalazione => ({
    codice: 'scala',
    gravita: 'avviso',
    tipo: cella.tipo,
    parte: cella.parte,
    riga,
    colonna,
    comune,
    periodo: null,
    dichiarato: null,
    ricalcolato: null,
    differenza: null,
    messaggio: '',
    celle: [{ tipo: cella.tipo, parte: cella.parte, riga, colonna }],
  });

  const altra = { ...cella, riga: 999 };
  const conLati = (lati: readonly (readonly CellaCoinvolta[])[]): Segnalazione => ({
    ...segnala('075016', cella.colonna),
    lati,
  });

  test.each([
    ['the same cell and comune', segnala('075016', cella.colonna), ['scala']],
    ['the whole line', segnala('075016', null), ['scala']],
    ['another comune', segnala('075021', cella.colonna), []],
    ['the ambito', segnala(null, cella.colonna), []],
    ['another line', segnala('075016', cella.colonna, 999), []],
    ['another column', segnala('075016', 99), []],
    ['a side that it is computed from', conLati([[cella], [altra]]), ['scala']],
    ['both cells of a side', conLati([osservazione.ingressi, [altra]]), ['scala']],
    ['a side with a cell that it does not use', conLati([[cella, altra]]), []],
  ] as [string, Segnalazione, CodiceControllo[]][])('%s', (...[, segnalazione, codici]) => {
    expect(findSegni(osservazione, [segnalazione]).codici).toEqual(codici);
  });

  const conGravita = (...gravita: Gravita[]): Segnalazione[] =>
    gravita.map((una) => ({ ...segnala('075016', cella.colonna), gravita: una }));

  test.each([
    ['nothing', [], null],
    ['a rounding', conGravita('nota'), 'nota'],
    ['a rounding and a contradiction', conGravita('nota', 'avviso'), 'avviso'],
    ['an impossible value among others', conGravita('avviso', 'errore', 'nota'), 'errore'],
    ['a contradiction of another comune', [...conGravita('nota'), segnala('075021', cella.colonna)], 'nota'],
  ] as [string, Segnalazione[], Gravita | null][])('the gravest of them: %s', (...[, segnalazioni, gravita]) => {
    expect(findSegni(osservazione, segnalazioni).gravita).toBe(gravita);
  });
});
