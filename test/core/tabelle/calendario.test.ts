import { describe, expect, test } from 'vitest';
import { listProblemi, listRighe, read } from './lettura/prove.ts';

const TAVOLI = 'TAVOLO;DATA;DALLE ORE;ALLE ORE;LUOGO;AREE TEMATICHE\n';

function readCalendario(testo: string) {
  return read({ tipo: 'calendario', testo, contesto: { ciclo: '2026-2028' } });
}

describe('the table of the tavoli', () => {
  test('times in any writing, the area within its quotes', () => {
    const { righe, problemi } = readCalendario(
      `${TAVOLI}1;22/06/2026;9:00;h. 11,30;"Sala ""Falcone""";"Confronto sull'area "" Il welfare d'accesso """\n`,
    );
    expect(problemi).toEqual([]);
    expect(righe.map(({ valori }) => valori)).toEqual([
      {
        ciclo: '2026-2028',
        tipo_evento: 'incontro',
        tavolo: '1',
        data: '2026-06-22',
        dalle: '09:00',
        alle: '11:30',
        luogo: 'Sala "Falcone"',
        area: "Il welfare d'accesso",
        titolo: 'Confronto sull\'area " Il welfare d\'accesso "',
      },
    ]);
  });

  test('a line with an empty first cell goes on with the one above', () => {
    const { righe } = readCalendario(
      `${TAVOLI}PLENARIA;01/07/2026;9:00;13:00;Sala;Restituzione dei lavori dei\n;;;;presso la sede;Tavoli Tematici\n`,
    );
    expect(righe.map(({ riga, valori }) => [riga, valori.luogo, valori.titolo, valori.area])).toEqual([
      [2, 'Sala presso la sede', 'Restituzione dei lavori dei Tavoli Tematici', null],
    ]);
  });

  test.each([
    ['a day that is not there', '1;31/06/2026;9:00;11:00;Sala;Area', [[2, 2, '31/06/2026', 'data-non-leggibile']]],
    ['an hour that is not there', '1;30/06/2026;25:00;11:00;Sala;Area', [[2, 3, '25:00', 'ora-non-leggibile']]],
    ['words for an hour', '1;30/06/2026;mattina;11:00;Sala;Area', [[2, 3, 'mattina', 'ora-non-leggibile']]],
  ])('%s', (_caso, riga, problemi) => {
    expect(listProblemi(readCalendario(`${TAVOLI}${riga}\n`))).toEqual(problemi);
  });
});

const COLONNE = 'ciclo;tipo_evento;fase;tavolo;data;fino_a;dalle;alle;luogo;organo;area;atto;titolo\n';

test('a list carried over by hand: a date left blank is missing', () => {
  const { righe, problemi } = readCalendario(
    `${COLONNE}2022-2024;incontro;Fase V;;_____;;;;;Coordinamento;;;Adozione\n2022-2024;scadenza;;;17 giugno 2026;;;18:00;;;;;Termine\n`,
  );
  expect(problemi).toEqual([]);
  expect(righe.map(({ valori }) => [valori.tipo_evento, valori.data, valori.alle])).toEqual([
    ['incontro', null, null],
    ['scadenza', '2026-06-17', '18:00'],
  ]);
});

test('two events of one day are two where they differ in organo or titolo; the same one twice is refused', () => {
  const righe = [
    '2022-2024;atto;V;;29/12/2022;;;;;Consiglio di Parabita;;;Approvazione',
    '2022-2024;atto;V;;29/12/2022;;;;;Consiglio di Supersano;;;Approvazione',
    '2022-2024;atto;V;;29/12/2022;;;;;Consiglio di Supersano;;Delibera 41;Approvazione',
  ];
  expect(
    listProblemi(readCalendario(`${COLONNE}${righe.join('\n')}\n`)).map(([riga, , , regola]) => [riga, regola]),
  ).toEqual([[4, 'chiave-ripetuta']]);
});

describe('what ends before it begins is refused on the cell of its end', () => {
  const [INIZIO, FINE] = ['2022-2024;incontro;II;3;', ';Sala;;;;Tavolo'];
  test.each([
    ['the hours of one day', '22/06/2026;;11:00;9:30', [8, '9:30', /«Alle» \(9:30\) viene prima di «Dalle» \(11:00\)/]],
    ['the days', '26/06/2026;22/06/2026;;', [6, '22/06/2026', /«Fino a» \(22\/06\/2026\) viene prima di «Data»/]],
  ] as const)('%s', (_, quando, [colonna, valore, detto]) => {
    const { problemi, righe } = readCalendario(`${COLONNE}${INIZIO}${quando}${FINE}\n`);
    expect(problemi).toMatchObject([
      { riga: 2, colonna, valore, regola: 'intervallo-rovesciato', messaggio: expect.stringMatching(detto) },
    ]);
    expect(righe).toEqual([]);
  });

  test.each([
    ['one moment', '22/06/2026;;9:30;9:30'],
    ['no end', '22/06/2026;;9:30;'],
    ['hours over several days', '22/06/2026;24/06/2026;18:00;9:00'],
  ])('%s is none of it', (_, quando) => {
    expect(readCalendario(`${COLONNE}${INIZIO}${quando}${FINE}\n`).problemi).toEqual([]);
  });

  test('in the table of an avviso too', () => {
    const testo = 'TAVOLO;DATA;DALLE ORE;ALLE ORE;LUOGO;AREE TEMATICHE\n3;23/06/2026;11:00;9:00;Sala;Confronto\n';
    expect(readCalendario(testo).problemi.map(({ riga, colonna, valore }) => [riga, colonna, valore])).toEqual([
      [2, 4, '9:00'],
    ]);
  });
});

describe('the tables that only the Ufficio di Piano can fill in', () => {
  test('raccordo', () => {
    const lettura = read({ tipo: 'raccordo', testo: 'servizio;intervento\nRete PIS;B7\nRete PIS;D.4\n' });
    expect(lettura.problemi).toEqual([]);
    expect(listRighe(lettura)).toEqual([
      [2, 'Rete PIS', 'B.7'],
      [3, 'Rete PIS', 'D.4'],
    ]);
  });

  test('personale: numbers, and not whose', () => {
    const testo =
      'comune;anno;profilo;contratto;unita;etp\nMatino;2023;Assistente sociale;indeterminato;2;1,5\nambito;2023;Assistente sociale;determinato;5;n.d.\n';
    const lettura = read({ tipo: 'personale', testo });
    expect(lettura.problemi).toEqual([]);
    expect(lettura.righe.map(({ valori }) => [valori.comune, valori.contratto, valori.unita, valori.etp])).toEqual([
      ['075042', 'indeterminato', 2, 1.5],
      ['ambito', 'determinato', 5, null],
    ]);
    const conNomi = 'anno;profilo;unita;Cognome e nome\n2023;Assistente sociale;1;Rossi\n';
    expect(
      read({ tipo: 'personale', testo: conNomi, contesto: { comune: 'Matino' } }).problemi.map(({ regola }) => regola),
    ).toEqual(['dati-personali']);
  });

  test('posti-nido: each comune under what it has, and not under nothing', () => {
    const elenco =
      'comune;anno;titolarita;posti\nCasarano;2023;pubblica;60\nCasarano;2023;privata;20\nMatino;2023;pubblica;0\n';
    const [uno, due] = [elenco, `${elenco}Sant’Angelo;2023;privata;12\n`].map((testo) =>
      read({ tipo: 'posti-nido', testo }).problemi.map(({ messaggio }) => messaggio),
    );
    expect(uno).toEqual([expect.stringMatching(/^Manca Sant’Àngelo: la tabella deve avere ogni comune/)]);
    expect(due).toEqual([]);
  });

  test('posti-nido: every comune', () => {
    const testo = 'comune;anno;titolarita;posti\nCasarano;2023;pubblica;60\nMatino;2023;pubblica;0\n';
    expect(read({ tipo: 'posti-nido', testo }).problemi.map(({ regola, valore }) => [regola, valore])).toEqual([
      ['comune-mancante', 'Sant’Àngelo'],
    ]);
  });
});
