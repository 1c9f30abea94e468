import { describe, expect, test } from 'vitest';
import { CorrezioneError, parseCorrezioni } from '../../../functions/core/tabelle/correzioni.ts';
import { describeCorrezioni, writeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import { famiglie } from '../../../functions/core/tabelle/famiglie.ts';

describe('corrections have one way of being written', () => {
  const casi: [scritte: string, canoniche: string][] = [
    ['', ''],
    [' ; ', ''],
    ['riga 7 = nota', 'riga 7=nota'],
    ['righe 9-10=nota; riga 8=nota;RIGA 3=Dato', 'riga 3=dato; righe 8-10=nota'],
    ['riga 4=totale; colonna 12=ignora; colonna 3=famiglie', 'colonna 3=famiglie; colonna 12=ignora; riga 4=totale'],
    ['intestazione=2-3; separatore=Virgola; codifica=MAC', 'codifica=mac; separatore=virgola; intestazione=2-3'],
    ['numeri 4=inglesi; colonna 4= Fascia   d’età 0-3 ', 'colonna 4=Fascia d’età 0-3; numeri 4=inglesi'],
    ['colonna 2=a=b', 'colonna 2=a=b'],
    [
      'riga 9=nota; VALORE forma = in  denaro; valore natura=versato; numeri 2=inglesi',
      'numeri 2=inglesi; valore forma=in denaro; valore natura=versato; riga 9=nota',
    ],
  ];
  test.each(casi)('%j -> %j', (scritte, canoniche) => {
    expect(writeCorrezioni(parseCorrezioni(scritte))).toBe(canoniche);
    expect(writeCorrezioni(parseCorrezioni(canoniche))).toBe(canoniche);
  });
});

describe('corrections that cannot hold are refused in words', () => {
  const casi: [scritte: string, detto: RegExp][] = [
    ['togli la riga 3', /«togli la riga 3» non si capisce. Si scrive come «colonna 3=famiglie»/],
    ['colonna=famiglie', /non si capisce/],
    ['colonna 2-3=famiglie', /non si capisce/],
    ['colonna 0=famiglie', /non si capisce/],
    ['colonna 201=famiglie', /non si capisce/],
    ['righe 9-4=nota', /non si capisce/],
    ['intestazione=2-4', /non si capisce/],
    ['separatore 3=virgola', /non si capisce/],
    ['separatore=virgola; separatore=barra', /non si capisce/],
    ['separatore=spazio', /serve uno di punto-e-virgola, virgola, tabulazione, barra/],
    ['riga 4=forse', /serve uno di nota, dato, totale/],
    ['riga 4=nota; righe 3-5=dato', /Della riga 4 si dice insieme che è «nota» e che è «dato»/],
    ['colonna 2=anno; colonna 2=comune', /Della colonna 2 si dice due volte/],
    ['colonna 2=famiglie; colonna 4=Famiglie', /Le colonne 2 e 4 non possono essere tutte e due «Famiglie»/],
    ['colonna 2=ignora; numeri 2=inglesi', /La colonna 2 è da ignorare/],
    ['valore natura=', /non si capisce/],
    ['valore 3=versato', /non si capisce/],
    ['valore natura=versato; valore natura=minimo', /Di «natura» si dice due volte/],
    ['colonna 3=natura; valore natura=minimo', /La colonna 3 è «natura»: non si può indicare anche un valore/],
    ['intestazione=2; riga 2=nota', /Della riga 2 si dice insieme che è l’intestazione/],
    ['righe 1-501=nota', /al più 500 righe/],
    ['righe 1-400=nota; righe 1000-1200=dato', /al più 500 righe/],
  ];
  test.each(casi)('%s', (scritte, detto) => {
    expect(() => parseCorrezioni(scritte)).toThrow(CorrezioneError);
    expect(() => parseCorrezioni(scritte)).toThrow(detto);
  });
});

test('corrections are told one sentence each, by the names that people know', () => {
  const scritte =
    'codifica=mac; separatore=tabulazione; intestazione=2; colonna 2=famiglie; colonna 3=ignora; numeri 2=inglesi; valore anno=2021; righe 7-8=nota; riga 9=totale';
  expect(describeCorrezioni(parseCorrezioni(scritte), famiglie)).toEqual([
    'I caratteri si leggono come Mac OS Roman.',
    'Tra una cella e l’altra c’è la tabulazione.',
    'L’intestazione è alla riga 2.',
    'La colonna 2 si legge come «Famiglie».',
    'La colonna 3 non si usa.',
    'Nella colonna 2 la virgola separa le migliaia e il punto i decimali.',
    'In tutte le righe «Anno» è «2021».',
    'Le righe 7-8 sono note, fuori dai dati.',
    'La riga 9 è un totale dichiarato.',
  ]);
});
