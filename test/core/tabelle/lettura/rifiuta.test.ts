import { describe, expect, it } from 'vitest';
import { encodeWindows1252, listProblemi, type Prova, read } from './prove.ts';

const TESTATA = 'comune;anno;emigrazioni;immigrazioni;saldo\n';
const BUONE = 'Matino;2021;1;1;0\nSant’Angelo;2021;1;1;0\n';
const conCasarano = (cella: string) => ({ testo: `${TESTATA}Casarano;2021;${cella};1;0\n${BUONE}` });
const byte = (...valori: number[]) => Uint8Array.from(valori);

describe('bad files get every problem with line, column, value and rule', () => {
  const casi: [caso: string, prova: Prova, problemi: (string | number | null)[][]][] = [
    ['empty', { testo: '' }, [[null, null, null, 'file-vuoto']]],
    ['blank lines alone', { testo: '\r\n \n' }, [[null, null, null, 'file-vuoto']]],
    ['binary', { testo: byte(1, 2, 0, 3) }, [[null, null, null, 'file-binario']]],
    ['HTML', { testo: '\n<!DOCTYPE html><html><body>Errore 404</body></html>' }, [[null, null, null, 'file-html']]],
    ['PDF', { testo: '%PDF-1.7' }, [[null, null, null, 'formato-non-supportato']]],
    [
      'XLS',
      { testo: byte(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) },
      [[null, null, null, 'formato-non-supportato']],
    ],
    ['a broken spreadsheet', { testo: byte(0x50, 0x4b, 0x03, 0x04, 0x14) }, [[null, null, null, 'xlsx-danneggiato']]],
    [
      'UTF-16, the other way round',
      { testo: byte(0xfe, 0xff, 0x00, 0x63) },
      [[null, null, null, 'formato-non-supportato']],
    ],
    ['UTF-16 that ends within a letter', { testo: byte(0xff, 0xfe, 0x63) }, [[null, null, null, 'codifica-guasta']]],
    [
      'UTF-16 that holds no text',
      { testo: byte(0xff, 0xfe, 0x00, 0x00, 0x01, 0x00) },
      [[null, null, null, 'intestazione-non-trovata']],
    ],
    [
      'UTF-8 and Windows-1252 in one file',
      { testo: Uint8Array.from([...new TextEncoder().encode('comune;età\n'), 0xe0]) },
      [[null, null, null, 'codifica-mista']],
    ],
    ['no header', { testo: 'buongiorno\na tutti\n' }, [[null, null, null, 'intestazione-non-trovata']]],
    ['header alone', { testo: TESTATA }, [[null, null, null, 'nessuna-riga']]],
    [
      'a column missing',
      { testo: 'comune;anno;emigrazioni\nCasarano;2021;1\nMatino;2021;1\nSant’Angelo;2021;1\n' },
      [[1, null, null, 'colonna-mancante']],
    ],
    [
      'two columns for one meaning',
      {
        testo:
          'comune;anno;emigrazioni;immigrazioni;emigrati\nCasarano;2021;1;1;1\nMatino;2021;1;1;1\nSant’Angelo;2021;1;1;1\n',
      },
      [[1, 5, 'emigrati', 'colonna-doppia']],
    ],
    [
      'year neither in the file nor with the upload',
      { testo: 'comune;emigrazioni;immigrazioni\nCasarano;1;1\nMatino;1;1\nSant’Angelo;1;1\n' },
      [[null, null, null, 'contesto-mancante']],
    ],
    [
      'year of the upload against year of the file',
      { testo: `${TESTATA}Casarano;2020;1;1;0\n${BUONE}`, contesto: { anno: 2021 } },
      [[2, 2, '2020', 'contesto-contraddetto']],
    ],
    [
      'a year that the day of the count denies',
      { testo: `${TESTATA}Casarano;2021;1;1;0\n${BUONE}`, contesto: { anno: 2021, giorno: '2021-01-01' } },
      [[null, null, null, 'contesto-contraddetto']],
    ],
    [
      'no year, and a day within it',
      {
        testo: 'comune;emigrazioni;immigrazioni\nCasarano;1;1\nMatino;1;1\nSant’Angelo;1;1\n',
        contesto: { giorno: '2021-06-30' },
      },
      [[null, null, null, 'contesto-mancante']],
    ],
    [
      'comune of the upload unknown',
      { testo: TESTATA + BUONE, contesto: { comune: 'Roma' } },
      [[null, null, null, 'contesto-non-valido']],
    ],
    [
      'a row outside the comune of the upload',
      { testo: TESTATA + BUONE, contesto: { comune: 'Matino' } },
      [[3, 1, 'Sant’Angelo', 'fuori-portata']],
    ],
    ['letters for a number', conCasarano('abc'), [[2, 3, 'abc', 'numero-non-leggibile']]],
    ['########', conCasarano('########'), [[2, 3, '########', 'cifra-non-visibile']]],
    ['9,46E+03', conCasarano('9,46E+03'), [[2, 3, '9,46E+03', 'notazione-scientifica']]],
    ['half a person', conCasarano('12,5'), [[2, 3, '12,5', 'numero-non-intero']]],
    ['a negative count', conCasarano('- 7'), [[2, 3, '- 7', 'conteggio-negativo']]],
    ['an error of the sheet', conCasarano('#RIF!'), [[2, 3, '#RIF!', 'errore-del-foglio']]],
    ['dots out of place', conCasarano('1.23'), [[2, 3, '1.23', 'numero-non-intero']]],
    ['a code for a number', conCasarano('0075'), [[2, 3, '0075', 'numero-non-leggibile']]],
    ['money in a count', conCasarano('€ 350'), [[2, 3, '€ 350', 'unita-inattesa']]],
    ['percent in a count', conCasarano('35%'), [[2, 3, '35%', 'unita-inattesa']]],
    [
      'an impossible year',
      { testo: `${TESTATA}Casarano;2.021;1;1;0\n${BUONE}` },
      [[2, 2, '2.021', 'anno-non-leggibile']],
    ],
    [
      'a count of 1 January',
      { testo: `${TESTATA}Casarano;01/01/2022;1;1;0\n${BUONE}` },
      [[2, 2, '01/01/2022', 'anno-non-leggibile']],
    ],
    ['no year in a row', { testo: `${TESTATA}Casarano;;1;1;0\n${BUONE}` }, [[2, 2, '', 'valore-mancante']]],
    ['a comune missing', { testo: TESTATA + BUONE }, [[null, null, 'Casarano', 'comune-mancante']]],
    [
      'a comune twice',
      { testo: `${TESTATA}Casarano;2021;1;1;0\nCASARANO;2021;1;1;0\n${BUONE}` },
      [[3, 1, 'CASARANO', 'chiave-ripetuta']],
    ],
    [
      'a comune twice, the second time with a figure in error',
      { testo: `${TESTATA}Casarano;2021;1;1;0\nCASARANO;2021;x;1;0\n${BUONE}` },
      [
        [3, 3, 'x', 'numero-non-leggibile'],
        [3, 1, 'CASARANO', 'chiave-ripetuta'],
      ],
    ],
    [
      'a comune twice, the first time with a figure in error',
      { testo: `${TESTATA}Casarano;2021;x;1;0\nCASARANO;2021;1;1;0\n${BUONE}` },
      [
        [2, 3, 'x', 'numero-non-leggibile'],
        [3, 1, 'CASARANO', 'chiave-ripetuta'],
      ],
    ],
    [
      'a comune twice, in error for its key: which it repeats is not known',
      { testo: `${TESTATA}Casarano;2021;1;1;0\nCASARANO;duemila;1;1;0\n${BUONE}` },
      [[3, 2, 'duemila', 'anno-non-leggibile']],
    ],
    [
      'a comune twice, the second time without a cell',
      {
        testo: 'comune;emigrazioni;immigrazioni\nCasarano;1;1\nCASARANO;1\nMatino;1;1\nSant’Angelo;1;1\n',
        contesto: { anno: 2021 },
      },
      [
        [3, null, 'CASARANO | 1', 'riga-corta'],
        [3, 1, 'CASARANO', 'chiave-ripetuta'],
      ],
    ],
    [
      'a line in error of a comune that is there once',
      { testo: `${TESTATA}Casarano;2021;x;1;0\n${BUONE}` },
      [[2, 3, 'x', 'numero-non-leggibile']],
    ],
    [
      'a row above the header',
      { testo: `Casarano;2021;1;1;0\n${TESTATA}${BUONE}` },
      [
        [1, null, 'Casarano | 2021 | 1 | 1 | 0', 'riga-sopra-intestazione'],
        [null, null, 'Casarano', 'comune-mancante'],
      ],
    ],
    [
      'a row as long as a sentence, that has lost its other cell',
      {
        tipo: 'servizi',
        testo: 'Servizio;Accesso\nServizio di assistenza domiciliare per anziani e disabili\nCentro;gratuito\n',
        contesto: { ciclo: '2022-2024' },
      },
      [[2, null, 'Servizio di assistenza domiciliare per anziani e disabili', 'riga-corta']],
    ],
    [
      'an accent that neither UTF-8 nor Windows-1252 has',
      { testo: Uint8Array.from([...new TextEncoder().encode('comune;anno\nMati'), 0xff, 0x6e, 0x6f, 0x0a]) },
      [[null, null, null, 'codifica-guasta']],
    ],
    [
      'an item of a fund without its amount beside it',
      {
        tipo: 'fondi',
        testo: 'FNA;€ 208.235,20\nC.2 – Assistenza domiciliare,€ 208.235,20\n',
        contesto: { anno: 2022 },
      },
      [[2, 1, 'C.2 – Assistenza domiciliare,€ 208.235,20', 'voce-non-riconosciuta']],
    ],
    [
      'a year twice among variations',
      { tipo: 'famiglie', testo: 'Grandezza;2018;2018;2021;Variazione\nnumero di nuclei familiari;1;1;2;1\n' },
      [[1, 1, 'Grandezza', 'voce-non-riconosciuta']],
    ],
    [
      'a scheda without a year of its period',
      {
        tipo: 'programmazione',
        testo:
          'INTERVENTI E SERVIZI;A1;Segretariato\nAnnualità;Importo programmato;Fonti di finanziamento\nX 2022;€ 1,00;PdZ\n',
        contesto: { periodo: '2022-2023' },
      },
      [[null, null, null, 'anno-mancante']],
    ],
    [
      'a stranger',
      { testo: `${TESTATA}Casarano;2021;1;1;0\nGallipoli;2021;1;1;0\n${BUONE}` },
      [[3, 1, 'Gallipoli', 'comune-estraneo']],
    ],
    [
      'a code that is none, beside a name that is right',
      {
        testo: `codice_istat;comune;anno;famiglie\n75016x;Casarano;2021;1\n`,
        tipo: 'famiglie',
      },
      [[2, 1, '75016x', 'comune-estraneo']],
    ],
    [
      'a near miss, not missed twice',
      { testo: `${TESTATA}Casrano;2021;1;1;0\n${BUONE}` },
      [[2, 1, 'Casrano', 'comune-non-riconosciuto']],
    ],
    [
      'a code that lost its zero',
      { testo: `${TESTATA}75016;2021;1;1;0\n${BUONE}` },
      [[2, 1, '75016', 'codice-senza-zero']],
    ],
    [
      'a code of elsewhere',
      { testo: `${TESTATA}Casarano;2021;1;1;0\n058091;2021;1;1;0\n${BUONE}` },
      [[3, 1, '058091', 'comune-estraneo']],
    ],
    [
      'name and code of two comuni',
      {
        testo: `codice_istat;${TESTATA}075042;Casarano;2021;1;1;0\n075042;Matino;2021;1;1;0\n075081;Sant’Angelo;2021;1;1;0\n`,
      },
      [
        [2, 2, 'Casarano', 'comune-contraddetto'],
        [null, null, 'Casarano', 'comune-mancante'],
      ],
    ],
    [
      'a row without a comune',
      { testo: `${TESTATA};2021;1;1;0\nCasarano;2021;1;1;0\n${BUONE}` },
      [[2, 1, '', 'comune-non-indicato']],
    ],
    [
      'a row with a cell less',
      { testo: `${TESTATA}Casarano;2021;1;1\n${BUONE}` },
      [[2, null, 'Casarano | 2021 | 1 | 1', 'riga-corta']],
    ],
    ['a row with a cell more', { testo: `${TESTATA}Casarano;2021;1;1;0;5\n${BUONE}` }, [[2, 6, '5', 'riga-lunga']]],
    [
      'an unclosed quote',
      { testo: `${TESTATA}Casarano;2021;"1;1;0\n${BUONE}` },
      [[2, 3, '1;1;0\nMatino;2021;1;1;0\nSant’Angelo;2021;1;1;0', 'virgolette-non-chiuse']],
    ],
    [
      'a quote closed halfway',
      { testo: `${TESTATA}Casarano;2021;"1" e;1;0"\n${BUONE}` },
      [[2, 3, '1" e;1;0', 'virgolette-fuori-posto']],
    ],
    [
      'a column of names',
      {
        testo: `${TESTATA.replace('\n', ';Nome e cognome\n')}Casarano;2021;1;1;0;x\nMatino;2021;1;1;0;x\nSant’Angelo;2021;1;1;0;x\n`,
      },
      [[1, 6, 'Nome e cognome', 'dati-personali']],
    ],
    [
      'a tax code in a column nobody asked for',
      {
        testo: `${TESTATA.replace('\n', ';altro\n')}Casarano;2021;1;1;0;RSSMRA80A01H501U\nMatino;2021;1;1;0;\nSant’Angelo;2021;1;1;0;`,
      },
      [[2, 6, null, 'dati-personali']],
    ],
    [
      'an IBAN',
      {
        testo: `${TESTATA.replace('\n', ';altro\n')}Casarano;2021;1;1;0;IT60X0542811101000000123456\nMatino;2021;1;1;0;\nSant’Angelo;2021;1;1;0;`,
      },
      [[2, 6, null, 'dati-personali']],
    ],
    [
      'an e-mail address in a text',
      { tipo: 'fondi', testo: 'fonte;periodo;importo\nmario.rossi@example.org;2022;1\n' },
      [[2, 1, null, 'dati-personali']],
    ],
    [
      'a value that is not foreseen',
      { tipo: 'cofinanziamento', testo: 'comune;anno;natura;forma;importo\nambito;2022;promesso;totale;1\n' },
      [[2, 3, 'promesso', 'valore-non-previsto']],
    ],
    [
      'three decimals of money',
      { tipo: 'cofinanziamento', testo: 'comune;anno;natura;forma;importo\nambito;2022;versato;totale;1435449,135\n' },
      [[2, 5, '1435449,135', 'troppi-decimali']],
    ],
    [
      'a negative sum',
      { tipo: 'cofinanziamento', testo: 'comune;anno;natura;forma;importo\nambito;2022;versato;totale;-€ 5,00\n' },
      [[2, 5, '-€ 5,00', 'numero-negativo']],
    ],
    [
      'a day that does not exist',
      { tipo: 'rendiconto', testo: 'periodo;al;programmato;impegnato\n2022;31/02/2022;1;1\n' },
      [[2, 2, '31/02/2022', 'data-non-leggibile']],
    ],
    [
      'a span that ends before it begins',
      { tipo: 'fondi', testo: 'fonte;periodo;importo\nFNPS;2024-2022;1\n' },
      [[2, 2, '2024-2022', 'periodo-non-leggibile']],
    ],
    [
      'one key twice without comuni',
      { tipo: 'fondi', testo: 'fonte;periodo;importo\nFNPS;2022;1\nFNPS;2022;2\n' },
      [[3, 1, 'FNPS', 'chiave-ripetuta']],
    ],
    [
      'a line that a budget does not have',
      {
        tipo: 'fondi',
        testo: 'BUDGET PDZ 2022-2024;€ 1,00\nTOTALE FNPS 2022-2024;€ 1,00\nVARIE ED EVENTUALI;€ 5,00\n',
      },
      [[3, 1, 'VARIE ED EVENTUALI', 'voce-non-riconosciuta']],
    ],
    [
      'a year of ISTAT’s title against the upload’s',
      {
        tipo: 'popolazione',
        testo:
          'Popolazione residente al 1° gennaio 2022\nCodice comune;Comune;Età;Totale maschi;Totale femmine\n075016;Casarano;0;1;2\n',
        contesto: { anno: 2022, comune: '075016' },
      },
      [[null, null, null, 'contesto-contraddetto']],
    ],
  ];
  it.each(casi)('%s', (_, prova, problemi) => {
    const lettura = read(prova);
    expect(listProblemi(lettura)).toEqual(problemi);
    expect(lettura.problemiTotali).toBe(problemi.length);
  });
});

describe('what a refused cell tells', () => {
  const casi: [caso: string, prova: Prova, messaggio: string][] = [
    [
      'what was expected',
      conCasarano('abc'),
      '«abc»: non è un numero. Nella colonna «emigrazioni» serve un numero intero, zero o più, per esempio 350.',
    ],
    [
      'the likely comune',
      { testo: `${TESTATA}Casrano;2021;1;1;0\n${BUONE}` },
      '«Casrano»: non è il nome di un comune dell’ambito: forse Casarano. Nella colonna «comune» serve il nome o il codice ISTAT di un comune dell’ambito.',
    ],
    [
      'the likely code',
      { testo: `${TESTATA}75016;2021;1;1;0\n${BUONE}` },
      '«75016»: al codice ISTAT manca lo zero iniziale, che i fogli di calcolo tolgono: forse 075016 (Casarano). Va scritto con sei cifre, in una colonna di tipo testo. Nella colonna «comune» serve il nome o il codice ISTAT di un comune dell’ambito.',
    ],
    [
      'where the first one stands',
      { testo: `${TESTATA}Casarano;2021;1;1;0\nCasarano;2021;1;1;0\n${BUONE}` },
      'Casarano ripete ciò che è già alla riga 2 (anno 2021): ogni dato va dichiarato una volta sola.',
    ],
    [
      'the columns found',
      { testo: 'comune;anno;emigrazioni\nCasarano;2021;1\n' },
      'Manca la colonna «Immigrazioni» (intestazioni ammesse: immigrazioni, immigrati, iscritti, iscrizioni, iscritti per trasferimento, iscritti all anagrafe). Le colonne trovate sono: «comune», «anno», «emigrazioni».',
    ],
  ];
  it.each(casi)('%s', (_, prova, messaggio) => {
    expect(read(prova).problemi[0]?.messaggio).toBe(messaggio);
  });
});

it('a personal datum is refused without being repeated', () => {
  const [problema] = read({
    tipo: 'fondi',
    testo: 'fonte;periodo;importo\nmario.rossi@example.org;2022;1\n',
  }).problemi;
  expect(problema?.messaggio).toMatch(
    /^contiene un indirizzo di posta elettronica: i dati personali non si accettano\./,
  );
  expect(JSON.stringify(problema)).not.toContain('rossi');
});

describe('many problems', () => {
  it('are told all at once, the cells of one row too', () => {
    const testo = `${TESTATA}Casarano;2021;abc;-1;2,5\nMatno;21;1;1;0\nSant’Angelo;2021;1;1;0\n`;
    expect(listProblemi(read({ testo })).map(([riga, colonna]) => [riga, colonna])).toEqual([
      [2, 3],
      [2, 4],
      [2, 5],
      [3, 1],
      [3, 2],
    ]);
  });

  it('of the header do not hide those of the rows', () => {
    const testo = 'comune;emigrazioni;Nome e cognome\nCasarano;x;\nMatino;1;\n';
    expect(listProblemi(read({ testo })).map(([riga, colonna, , regola]) => [riga, colonna, regola])).toEqual([
      [1, 3, 'dati-personali'],
      [1, null, 'colonna-mancante'],
      [null, null, 'contesto-mancante'],
      [2, 2, 'numero-non-leggibile'],
      [null, null, 'comune-mancante'],
    ]);
  });

  it('are counted past the first 500', () => {
    const righe = Array.from({ length: 700 }, (_, indice) => `Casarano;${1900 + (indice % 150)};x;1;0\n`).join('');
    const lettura = read({ testo: TESTATA + righe });
    const [illeggibili, ripetute, mancanti] = [700, 550, 2];
    expect([lettura.problemi.length, lettura.problemiTotali]).toEqual([500, illeggibili + ripetute + mancanti]);
  });

  it('quote a value no longer than can be read', () => {
    const lettura = read(conCasarano('x'.repeat(5000)));
    expect(lettura.problemi[0]?.valore).toBe(`${'x'.repeat(200)}…`);
  });
});

describe('files made to hurt', () => {
  it('a stray quote in a long file is told at its line, without reading on', () => {
    const righe = 'Casarano;2021;1;1;0\n'.repeat(200_000);
    const lettura = read({ testo: `${TESTATA}Matino;2021;1;1;0\nCasarano;2021;"1;1;0\n${righe}` });
    expect(listProblemi(lettura).map(([riga, colonna, , regola]) => [riga, colonna, regola])).toEqual([
      [3, 3, 'virgolette-non-chiuse'],
    ]);
  });

  it('a line without an end is refused', () => {
    expect(
      listProblemi(read({ testo: `${TESTATA}${'a'.repeat(1_000_000)}` })).map(([riga, , , regola]) => [riga, regola]),
    ).toEqual([[2, 'record-troppo-lungo']]);
  });

  it('a million quotes are refused', () => {
    expect(read({ testo: `${TESTATA}${'"'.repeat(1_000_001)}` }).problemi[0]?.regola).toBe('virgolette-non-chiuse');
  });

  it('more than 200 columns are refused', () => {
    const testo = `${TESTATA.trimEnd()}${';x'.repeat(200)}\nCasarano;2021;1;1;0\n`;
    expect(read({ testo }).problemi[0]?.regola).toBe('troppe-colonne');
  });

  it('Windows-1252 keeps the euro sign and the accents', () => {
    const testo = encodeWindows1252('comune;anno;natura;forma;importo\nambito;2022;versato;totale;€ 1,50\n');
    expect(read({ tipo: 'cofinanziamento', testo }).righe[0]?.valori.importo).toBe(150);
  });
});
