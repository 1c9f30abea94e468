// @vitest-environment node
/** What a chart gives to take away: a CSV that Excel in Italy opens right, a picture that says where it comes from. */
import { describe, expect, test } from 'vitest';
import { type Provenienza, writeImmagine, writeTavolaCsv } from '../../../web/src/grafici/consegna.ts';
import type { ModelloDisegno } from '../../../web/src/grafici/dichiarazione.ts';
import { createScala } from '../../../web/src/grafici/scala.ts';
import { type TavolaGrafico, tellTavola, type VoceTavola } from '../../../web/src/serie/tavola-grafico.ts';

const rowOf = (nome: string, valore: number | null, testo: string): VoceTavola => ({
  chiave: nome,
  nome,
  comune: null,
  celle: [{ testo, valore }],
});

const createTavola = (righe: readonly VoceTavola[], unita = '€'): TavolaGrafico => ({
  testa: 'Comune',
  colonne: [{ chiave: 'v', titolo: 'Spesa', unita }],
  righe,
});

const PROVENIENZA: Provenienza = { fonte: 'Piano 2022-2024; tabella 3', edizione: 7 };

describe('the CSV of a chart', () => {
  const CASI: { titolo: string; tavola: TavolaGrafico; riga: string }[] = [
    {
      titolo: 'money in euro with a decimal comma',
      tavola: createTavola([rowOf('Matino', 3233, '32,33 €')]),
      riga: 'Matino;"32,33";"Piano 2022-2024; tabella 3";7',
    },
    {
      titolo: 'a number as it is',
      tavola: createTavola([rowOf('Matino', -2.5, '−2,5 %')], '%'),
      riga: 'Matino;"-2,5";"Piano 2022-2024; tabella 3";7',
    },
    {
      titolo: 'what is missing says so, and is no zero',
      tavola: createTavola([rowOf('Matino', null, 'dato mancante')]),
      riga: 'Matino;dato mancante;"Piano 2022-2024; tabella 3";7',
    },
    {
      titolo: 'a zero is a zero',
      tavola: createTavola([rowOf('Matino', 0, '0,00 €')]),
      riga: 'Matino;"0,00";"Piano 2022-2024; tabella 3";7',
    },
    {
      titolo: 'a line with a unit of its own',
      tavola: createTavola(
        [{ ...rowOf('Spesa', 100, '1,00 €'), celle: [{ testo: '1,00 €', valore: 100, unita: '€' }] }],
        '',
      ),
      riga: 'Spesa;"1,00";"Piano 2022-2024; tabella 3";7',
    },
    {
      titolo: 'no name that a spreadsheet takes for a formula',
      tavola: createTavola([rowOf('=1+1', 100, '1,00 €')]),
      riga: '\'=1+1;"1,00";"Piano 2022-2024; tabella 3";7',
    },
  ];

  test.each(CASI)('$titolo', ({ tavola, riga }) => {
    const csv = writeTavolaCsv(tavola, PROVENIENZA);
    expect(csv.startsWith('\uFEFFComune;Spesa')).toBe(true);
    expect(csv.split('\r\n')[1]).toBe(riga);
  });
});

describe('the sentence of a chart', () => {
  const CASI: { titolo: string; righe: readonly VoceTavola[]; frase: string }[] = [
    {
      titolo: 'few values are told one by one',
      righe: [rowOf('Minimo', 1, 'uno'), rowOf('Programmato', 2, 'due')],
      frase: 'Minimo: uno; Programmato: due.',
    },
    {
      titolo: 'of many, the ends; then what stands apart and what is missing',
      righe: [
        ...['a', 'b', 'c', 'd', 'e'].map((nome, i) => rowOf(nome, i, String(i))),
        rowOf('f', null, 'dato mancante'),
        { ...rowOf('Intero ambito', 2, '2'), aParte: true },
      ],
      frase: 'Cinque valori. Il più alto, e: 4. Il più basso, a: 0. Intero ambito: 2. Senza valore: f.',
    },
  ];

  test.each(CASI)('$titolo', ({ righe, frase }) => expect(tellTavola(createTavola(righe))).toBe(frase));
});

describe('the picture of a chart', () => {
  const scala = createScala([0, 10], true);
  const DISEGNI: ModelloDisegno[] = [
    {
      genere: 'tratti',
      righe: [
        {
          chiave: 'r',
          nome: 'Piano <di> Zona',
          tratti: [
            { chiave: 'a', da: 0, a: 6, aspetto: 'ordinario' },
            { chiave: 'b', da: 6, a: 10, aspetto: 'vuoto' },
          ],
          testo: '6',
          dettaglio: 'su 10',
          figure: [],
        },
      ],
      legenda: [{ aspetto: 'mancante', testo: 'non indicato' }],
    },
    {
      genere: 'manubri',
      manubri: {
        passi: [
          {
            codice: 'x',
            nome: 'Matino',
            da: 1,
            a: 2,
            testo: '+1',
            dettaglio: 'da 1 a 2',
            motivo: null,
            segnalazioni: [],
            figure: [],
          },
          {
            codice: 'y',
            nome: 'Nardò',
            da: null,
            a: null,
            testo: 'dato mancante',
            dettaglio: '',
            motivo: 'Manca.',
            segnalazioni: [],
            figure: [],
          },
        ],
        inizio: 'prima',
        fine: 'dopo',
        daZero: true,
      },
    },
    {
      genere: 'colonnine',
      scala,
      riquadri: [
        {
          titolo: 'Matino',
          colonne: [
            { chiave: '1', etichetta: '2020', valore: 4, testo: '4', esatto: '4', href: null },
            { chiave: '2', etichetta: '2021', valore: null, testo: '–', esatto: 'dato mancante', href: null },
          ],
        },
      ],
    },
    {
      genere: 'quote',
      quote: [
        {
          chiave: '0',
          nome: '0-3 anni',
          dettaglio: '10 persone',
          valore: 5,
          testo: '5 %',
          riferimento: 6,
          riferimentoTesto: 'ambito 6 %',
          href: '/',
          segno: null,
        },
      ],
    },
    {
      genere: 'barre',
      modello: {
        forma: 'barre',
        righe: [
          { chiave: 'm', nome: 'Matino', valore: null, testo: 'dato mancante', evidenziata: false, segnalazioni: [] },
        ],
        scala,
        riferimento: null,
        soglia: { valore: 5, nome: 'Minimo di legge', testo: '5' },
      },
    },
  ];
  const DIDASCALIA = {
    titolo: 'Matino & gli altri',
    misura: 'Euro, 2021',
    fonte: 'Fonte: il Piano. Edizione 7 dei dati.',
    indirizzo: 'https://esempio.it/casarano#eta',
  };

  test.each(DISEGNI)('$genere: title, measure, source and address inside, no place out of it', (disegno) => {
    const svg = writeImmagine(disegno, DIDASCALIA, '');
    for (const testo of ['Matino &amp; gli altri', 'Euro, 2021', 'Fonte: il Piano. Edizione 7 dei dati.', '#eta'])
      expect(svg).toContain(testo);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<di>/);
    const [, larghezza = '0'] = /^<svg [^>]*width="(\d+)"/.exec(svg) ?? [];
    const posti = [...svg.matchAll(/ (?:x|x1|x2|cx)="([^"]+)"/g)].map(([, x]) => Number(x));
    expect(posti.filter((x) => !(x >= 0 && x <= Number(larghezza)))).toEqual([]);
  });
});
