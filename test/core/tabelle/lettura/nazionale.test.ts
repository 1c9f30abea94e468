/** A table that ISTAT publishes for a province or for Italy, brought by one ambito; and any text, read as it comes. */
import { describe, expect, it } from 'vitest';
import { TIPI } from '../../../../functions/core/tabelle/index.ts';
import { Rilevatore } from '../../../../functions/core/tabelle/lettura/codifica.ts';
import { readTesto } from '../../../../functions/core/tabelle/lettura/leggi.ts';
import { readTabella } from '../../../../functions/core/tabelle/lettura/leggi-file.ts';
import { MASSIMO_DATI_AMBITO } from '../../../../functions/core/tabelle/lettura/limiti.ts';
import { listCampioni } from '../../campioni.ts';
import { AMBITO, encodeWindows1252, listProblemi, listRighe, read } from './prove.ts';

const TITOLO = 'Popolazione residente al 1° gennaio 2022 per sesso, età e stato civile';
const TESTATA = '"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"';
const NOSTRE = ['"075016";"Casarano";0;70;65;135', '"075042";"Matino";0;40;41;81', `"075081";"Sant'Angelo";0;9;8;17`];
const ALTRE = ['"001001";"Agliè";0;7;6;13', '"072006";"Bari";0;900;890;1790', '"072006";"Bari";1;900;890;1790'];

const posas = (...righe: string[]) => ({
  tipo: 'popolazione' as const,
  testo: [TITOLO, TESTATA, ...righe, ''].join('\n'),
});

describe('the POSAS file of Italy', () => {
  it('gives the rows of the ambito, and says how many of how many other comuni it leaves', () => {
    const lettura = read(posas(ALTRE[0] ?? '', ...NOSTRE, ...ALTRE.slice(1)));
    expect(listProblemi(lettura)).toEqual([]);
    expect(listRighe(lettura)).toEqual(listRighe(read(posas('', ...NOSTRE))));
    expect(lettura.interpretazione.avvisi).toEqual([
      '3 righe sono di altri 2 comuni, fuori dall’ambito: sono state lasciate da parte.',
    ]);
  });

  it.each<[string, string[], (string | number | null)[][]]>([
    ['lacks a comune of the ambito', [...NOSTRE.slice(1), ...ALTRE], [[null, null, 'Casarano', 'comune-mancante']]],
    ['has none of the ambito', ALTRE, [[null, null, null, 'nessuna-riga']]],
    [
      'gives a comune of the ambito the code of another',
      [...NOSTRE, '"072006";"Casarano";1;1;1;2'],
      [[6, 1, '072006', 'comune-estraneo']],
    ],
    ['has a code that is none', [...NOSTRE, '"72006";"Bari";0;1;1;2'], [[6, 2, 'Bari', 'comune-estraneo']]],
    [
      'lost the zeros of its codes',
      [...NOSTRE.slice(1), '75016;"Casarano";0;70;65;135'],
      [[5, 1, '75016', 'codice-senza-zero']],
    ],
    ['has another comune without its code', [...NOSTRE, ';"Bari";0;1;1;2'], [[6, 2, 'Bari', 'comune-estraneo']]],
  ])('is refused where it %s', (_, righe, problemi) => {
    expect(listProblemi(read(posas(...righe)))).toEqual(problemi);
  });

  it('is no licence for a table of the ambito: there a comune of others is an error', () => {
    const testo = `codice_istat;comune;anno;rilevazione;eta;residenti\n075016;Casarano;2021;istat;totale;5\n072006;Bari;2021;istat;totale;9\n`;
    expect(listProblemi(read({ tipo: 'popolazione', testo }))).toContainEqual([3, 2, 'Bari', 'comune-estraneo']);
  });
});

describe('the data of the ambito itself', () => {
  const PER_ANNO = 101 * 2 * AMBITO.comuni.length;
  /** One year after the other, each whole. */
  const listDati = (quanti: number): string[] =>
    Array.from({ length: quanti }, (_, i) => {
      const comune = AMBITO.comuni[i % AMBITO.comuni.length]?.nome;
      const voce = Math.floor(i / AMBITO.comuni.length);
      const eta = Math.floor(voce / 2) % 101;
      return `${comune};${1900 + Math.floor(i / PER_ANNO)};istat;${eta === 100 ? '100+' : eta};${voce % 2 ? 'M' : 'F'};${i}`;
    });
  const readDati = (quanti: number) =>
    read({
      tipo: 'popolazione',
      testo: ['comune;anno;rilevazione;eta;sesso;residenti', ...listDati(quanti), ''].join('\n'),
    });
  /** Whole years within the limit. */
  const ENTRO = Math.floor(MASSIMO_DATI_AMBITO / PER_ANNO) * PER_ANNO;

  it('are taken up to the limit, beyond what the largest ambito has in a year', () => {
    expect(MASSIMO_DATI_AMBITO).toBeGreaterThan(200 * 202);
    const { righe, problemiTotali } = readDati(ENTRO);
    expect([righe.length, problemiTotali]).toEqual([ENTRO, 0]);
  });

  it('are refused past it, with the limit, where it is passed, and what to do', () => {
    const { problemi, problemiTotali } = readDati(MASSIMO_DATI_AMBITO + 5_000);
    expect(problemiTotali).toBe(1);
    expect(problemi[0]).toMatchObject({
      regola: 'troppi-dati',
      messaggio:
        'I dati dei comuni dell’ambito sono più di 50.000, il massimo per un file (il limite si supera alla riga 50.002). Dividi il file in più parti, per esempio una per anno, e caricale una alla volta.',
    });
  });
});

async function* inPezzi(byte: Uint8Array, lunghezza: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < byte.length; i += lunghezza) yield byte.subarray(i, i + lunghezza);
}

async function readInPezzi(
  byte: Uint8Array,
  lunghezza: number,
  attesa: Omit<Parameters<typeof readTabella>[0], 'byte'>,
) {
  const rilevatore = new Rilevatore();
  for await (const pezzo of inPezzi(byte, lunghezza)) rilevatore.push(pezzo);
  return readTesto(inPezzi(byte, lunghezza), rilevatore, attesa);
}

describe('a text read as it comes is the same as read whole', () => {
  // One table for each way of being laid out: byte by byte, more would take their time and say nothing more.
  const CAMPIONI = [...new Map(listCampioni().map((campione) => [campione.tipo.id, campione])).values()];

  it.each(CAMPIONI.map((campione) => ({ id: campione.tipo.id, ...campione })))('$id', async (campione) => {
    const { tipo, ambito, contesto } = campione;
    const byte = campione.byte.subarray(0, 4_000);
    const attesa = { tipo, ambito, contesto };
    const intera = JSON.stringify(readTabella({ byte, ...attesa }));
    for (const lunghezza of [1, 3, 997]) {
      expect(JSON.stringify(await readInPezzi(byte, lunghezza, attesa))).toBe(intera);
    }
  });

  const CODIFICHE: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeffComune;Emigrazioni;Immigrazioni\nSant’Àngelo;1;2\n')],
    ['Windows-1252', encodeWindows1252('Comune;Emigrazioni;Immigrazioni\nSant’Àngelo;1;2\n')],
    ['two encodings', Uint8Array.from([...new TextEncoder().encode('Sant’Àngelo;à\n'), 0xe0, 10])],
    ['a letter cut at the end', Uint8Array.from([...new TextEncoder().encode('Comune;Cittadini stranieri\n'), 0xc3])],
    ['a zero after a megabyte', Uint8Array.from({ length: (1 << 20) + 10 }, (_, i) => (i === 1 << 20 ? 0 : 65))],
    ['a web page', new TextEncoder().encode('<!doctype html><p>accesso negato')],
    ['nothing', new Uint8Array()],
  ];
  it.each(CODIFICHE)('%s', async (_, byte) => {
    const attesa = { tipo: TIPI.migrazioni, ambito: AMBITO, contesto: { parte: 'intera', anno: 2021 } };
    for (const lunghezza of [1, 2, 1 << 20].filter((una) => byte.length / una < 1_000)) {
      expect(await readInPezzi(byte, lunghezza, attesa)).toEqual(readTabella({ byte, ...attesa }));
    }
  });
});
