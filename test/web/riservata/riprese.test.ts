import { describe, expect, test, vi } from 'vitest';
import { parseCorrezioni } from '../../../functions/core/tabelle/correzioni.ts';
import { writeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import { splitLinee } from '../../../web/src/riservata/linee.ts';
import { carryColonne, carryCorrezioni, resumeCorrezioni } from '../../../web/src/riservata/riprese.ts';
import { buildBozza } from './bozze.ts';

const PRIMA = 'Titolo;;\nEnte;Quanti;\nCasarano;l0;\nTotale;10;\ndati in ritardo;;\n';
const CORREZIONI = 'colonna 1=comune; numeri 2=inglesi; riga 4=totale; riga 5=nota';

describe('for the file that takes the place of a corrected one', () => {
  const casi: [caso: string, dopo: string, valide: string | null][] = [
    ['all holds, a cell mended', PRIMA.replace('l0', '10'), CORREZIONI],
    ['a total with another figure is that total', PRIMA.replace(/l?0/g, '2'), CORREZIONI],
    [
      'a line that was taken away moves the others',
      PRIMA.replace('Casarano;l0;\n', ''),
      'colonna 1=comune; numeri 2=inglesi; riga 3=totale; riga 4=nota',
    ],
    [
      'a line that says something else is not the note of before',
      PRIMA.replace('dati in ritardo', 'Matino;3'),
      'colonna 1=comune; numeri 2=inglesi; riga 4=totale',
    ],
    ['another heading: nothing', PRIMA.replace('Quanti', 'Euro'), null],
    ['columns the other way round: nothing', PRIMA.replace('Ente;Quanti', 'Quanti;Ente'), null],
  ];
  test.each(casi)('%s', (_, dopo, valide) => {
    const prima = { linee: splitLinee(PRIMA, ';'), intestazione: [2] };
    const riprese = carryCorrezioni(parseCorrezioni(CORREZIONI), prima, splitLinee(dopo, ';'));
    expect(riprese && writeCorrezioni(riprese)).toBe(valide);
  });

  test('the line of the header follows the header', () => {
    const prima = { linee: splitLinee(PRIMA, ';'), intestazione: [2] };
    const riprese = carryCorrezioni(parseCorrezioni('intestazione=2'), prima, splitLinee(`Altro;;\n${PRIMA}`, ';'));
    expect(riprese && writeCorrezioni(riprese)).toBe('intestazione=3');
  });

  test('one note is one line, though two say the same', () => {
    const prima = { linee: splitLinee(PRIMA, ';'), intestazione: [2] };
    const dopo = splitLinee(`${PRIMA}dati in ritardo;;\n`, ';');
    expect([...(carryCorrezioni(parseCorrezioni('riga 5=nota'), prima, dopo)?.righe ?? [])]).toEqual([[5, 'nota']]);
  });

  test('of files too large to be looked at, columns alone', () => {
    const colonne = [{ colonna: 1, intestazione: 'Ente', significato: null, formato: null }];
    const una = buildBozza({ interpretazione: { colonne } });
    const riprese = carryColonne(parseCorrezioni(CORREZIONI), una, buildBozza({ interpretazione: { colonne } }));
    expect(riprese && writeCorrezioni(riprese)).toBe('colonna 1=comune; numeri 2=inglesi');
    expect(carryColonne(parseCorrezioni(CORREZIONI), una, buildBozza())).toBeNull();
  });
});

describe('at the desk', () => {
  const prima = buildBozza({
    id: 'prima',
    contesto: { parte: 'x', correzioni: CORREZIONI },
    interpretazione: { intestazione: [2] },
  });
  const dopo = buildBozza({ id: 'dopo' });
  const build = (nuovo: string) => ({
    readOriginale: vi.fn(async (_: string, id: string) => new TextEncoder().encode(id === 'prima' ? PRIMA : nuovo)),
    readRighe: vi.fn(),
    readArrivo: vi.fn(),
    reread: vi.fn(async () => buildBozza({ id: 'riletta' })),
  });

  test('the new file is read again with what holds', async () => {
    const api = build(PRIMA.replace('l0', '10'));
    expect(await resumeCorrezioni(api, 'casarano', { prima, dopo })).toEqual({ id: 'riletta', riprese: 'tutte' });
    expect(api.reread).toHaveBeenCalledWith('casarano', 'dopo', { correzioni: CORREZIONI });
  });

  test.each([
    ['another heading', { primo: prima, nuovo: PRIMA.replace('Ente', 'Chi'), riprese: 'nessuna' }],
    ['nothing was corrected', { primo: buildBozza(), nuovo: PRIMA }],
    ['no file came before', { primo: null, nuovo: PRIMA }],
  ])('it stays as it was read: %s', async (_, { primo, nuovo, ...atteso }) => {
    const api = build(nuovo);
    expect(await resumeCorrezioni(api, 'casarano', { prima: primo, dopo })).toEqual({ id: 'dopo', ...atteso });
    expect(api.reread).not.toHaveBeenCalled();
  });

  test('the copy to be corrected has it all in itself already: nothing is said of it', async () => {
    const api = build('comune;residenti;da_correggere\nCasarano;3;\n');
    const colonne = [{ colonna: 3, intestazione: 'da_correggere', significato: null, formato: null }];
    const copia = { ...dopo, interpretazione: { ...dopo.interpretazione, colonne } };
    expect(await resumeCorrezioni(api, 'casarano', { prima, dopo: copia })).toEqual({ id: 'dopo' });
  });

  test('a large one is followed until it is read', async () => {
    const arrivo = {
      id: 'a1',
      messaggio: '',
      caricamento: 'riletta',
      tipo: 'famiglie' as const,
      parte: 'x',
      byte: 1,
      scadeIl: '',
    };
    const api = {
      ...build(PRIMA),
      reread: vi.fn(async () => ({ ...arrivo, stato: 'in-lettura' }) as const),
      readArrivo: vi.fn(async () => ({ ...arrivo, stato: 'letto' }) as const),
    };
    expect((await resumeCorrezioni(api, 'casarano', { prima, dopo })).id).toBe('riletta');
    expect(api.readArrivo).toHaveBeenCalledWith('casarano', 'a1');
  });
});
