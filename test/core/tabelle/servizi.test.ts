import { describe, expect, test } from 'vitest';
import { parseUtenza } from '../../../functions/core/tabelle/utenza.ts';
import { listProblemi, type Prova, read } from './lettura/prove.ts';

const CICLO = { ciclo: '2022-2024' };

function readServizi(testo: string, contesto: Prova['contesto'] = CICLO) {
  return read({ tipo: 'servizi', testo, contesto });
}

describe('the services of the past ciclo', () => {
  test('SI, NO and not stated are three things', () => {
    const { righe, problemi } = readServizi(
      'N.;Denominazione;Ente titolare;Attivo si/no\n1;Asili nido;Ambito;SI\n6;Rete PIS;Ambito;\n21;Altre strutture;Ambito;NO\n',
      { ciclo: '2018-2021' },
    );
    expect(problemi).toEqual([]);
    expect(righe.map(({ valori }) => [valori.ciclo, valori.servizio, valori.attivo])).toEqual([
      ['2018-2021', 'Asili nido', 'SI'],
      ['2018-2021', 'Rete PIS', null],
      ['2018-2021', 'Altre strutture', 'NO'],
    ]);
  });

  test('anything else is refused', () => {
    const testo = 'N.;Denominazione;Ente titolare;Attivo si/no\n1;Asili nido;Ambito;forse\n';
    expect(listProblemi(readServizi(testo))).toEqual([[2, 4, 'forse', 'valore-non-previsto']]);
  });

  test.each([
    ['LEPSS', 'LEPS'],
    ['Potenziamneto', 'Potenziamento'],
    ['specificta', 'Specificità'],
    ['OBS', 'ODS'],
    ['LODS', 'ODS'],
  ])('a livello written %s is read as the likely %s, and stays as it was written', (scritto, livello) => {
    const testo = `ciclo;intervento;livello;servizio\n2022-2024;A.1;${scritto};Segretariato\n`;
    const { righe, problemi } = readServizi(testo);
    expect(problemi).toEqual([]);
    expect(righe.map(({ valori, posizioni }) => [valori.livello, posizioni.livello?.scritto])).toEqual([
      [livello, scritto],
    ]);
  });

  test.each(['essenziale', 'XX', 'Potenziamento ADI'])(
    'a livello written %s is near to none, and is refused',
    (scritto) => {
      const testo = `ciclo;intervento;livello;servizio\n2022-2024;A.1;${scritto};Segretariato\n`;
      const [problema] = readServizi(testo).problemi;
      expect(problema?.regola).toBe('valore-non-previsto');
      expect(problema?.messaggio).toContain('LEPS, Potenziamento, ODS e Specificità');
    },
  );
});

const TESTATA = 'Interventi e servizi sociali;;LEPS;POTENZIAMENTI;ODS REGIONALI;SPECIFICITA’ TERRITORIALE\n';

describe('the quadro sinottico', () => {
  function listVoci(righe: string) {
    const lettura = readServizi(TESTATA + righe);
    expect(lettura.problemi).toEqual([]);
    return lettura.righe.map(({ riga, valori, posizioni }) => [
      riga,
      valori.intervento,
      valori.livello,
      valori.voce,
      posizioni.voce?.colonna ?? null,
    ]);
  }

  test.each<[caso: string, righe: string, voci: (string | number | null)[][]]>([
    [
      'one voce in each of two levels',
      'A.1;Segretariato;Rete di accesso;;;Sportello Immigrati',
      [
        [2, 'A.1', 'LEPS', 'Rete di accesso', 3],
        [2, 'A.1', 'Specificità', 'Sportello Immigrati', 6],
      ],
    ],
    [
      'several voci in a cell, each with its dash',
      'A.3;Centri;;;-Centro Anti Violenza (CAV) -Equipe integrata -Programma regionale;',
      [
        [2, 'A.3', 'ODS', 'Centro Anti Violenza (CAV)', 5],
        [2, 'A.3', 'ODS', 'Equipe integrata', 5],
        [2, 'A.3', 'ODS', 'Programma regionale', 5],
      ],
    ],
    [
      'a semicolon and a dash part two voci, not three',
      'B.1;Integrazioni;;;"-Percorsi RED; -Percorsi PUC-RDC";',
      [
        [2, 'B.1', 'ODS', 'Percorsi RED', 5],
        [2, 'B.1', 'ODS', 'Percorsi PUC-RDC', 5],
      ],
    ],
    [
      'a hyphen within a word, or after it, parts nothing',
      'B.3;Sostegno;;Get up- promozione rapporti scuola-territorio;;',
      [[2, 'B.3', 'Potenziamento', 'Get up- promozione rapporti scuola-territorio', 4]],
    ],
    [
      'lines with an empty first cell go on',
      'B.4;Famiglie;Genitorialità;Garanzia;;\n;;Centri Famiglie per la genitorialità e il sostegno di tutti;;;',
      [
        [2, 'B.4', 'LEPS', 'Genitorialità', 3],
        [2, 'B.4', 'Potenziamento', 'Garanzia', 4],
        [3, 'B.4', 'LEPS', 'Centri Famiglie per la genitorialità e il sostegno di tutti', 3],
      ],
    ],
    [
      'an intervento without a level is there all the same',
      'C.4;Trasporto sociale;;;;',
      [[2, 'C.4', null, null, null]],
    ],
  ])('%s', (_caso, righe, voci) => {
    expect(listVoci(righe)).toEqual(voci);
  });

  test('a title that goes on below', () => {
    const { righe } = readServizi(`${TESTATA}E.6;Strutture di accoglienza notturna per;;;;\n;povertà estrema;;;;\n`);
    expect(righe.map(({ valori }) => valori.titolo_intervento)).toEqual([
      'Strutture di accoglienza notturna per povertà estrema',
    ]);
  });

  test.each([
    ['a separator too few', 'A.1;Accesso;x;;', [[2, 1, 'A.1', 'voce-non-riconosciuta']]],
    ['a separator too many', 'A.1;Accesso;x;;;;y', [[2, 1, 'A.1', 'voce-non-riconosciuta']]],
  ])('%s would move a voce to another level', (_caso, riga, problemi) => {
    expect(listProblemi(readServizi(`${TESTATA}${riga}\n`))).toEqual(problemi);
  });

  test('a first cell that is no intervento is refused', () => {
    expect(listProblemi(readServizi(`${TESTATA}Area A;Accesso;x;;;\n`))).toEqual([
      [2, 1, 'Area A', 'voce-non-riconosciuta'],
    ]);
  });
});

test('whether a service is free: what the list says, without an intervento', () => {
  const { righe, problemi } = readServizi('Servizio;Accesso\nCentro per la Famiglia;gratuito\nSAD;compartecipazione\n');
  expect(problemi).toEqual([]);
  expect(righe.map(({ valori }) => [valori.servizio, valori.accesso])).toEqual([
    ['Centro per la Famiglia', 'gratuito'],
    ['SAD', 'compartecipazione'],
  ]);
});

test('the services of a scheda, a name missing included', () => {
  const testo =
    'Denominazione;Art./Artt. R.R. n. 04/2007;Utenza\nADI Anziani;88;N° 45 cittadini non autosufficienti\n;;Cittadini residenti con ridotta o impedita capacità motoria\n';
  const { righe, problemi } = readServizi(testo, { ...CICLO, intervento: 'C.2' });
  expect(problemi).toEqual([]);
  expect(righe.map(({ valori }) => valori)).toEqual([
    {
      ciclo: '2022-2024',
      intervento: 'C.2',
      servizio: 'ADI Anziani',
      articolo_rr: '88',
      utenza_prevista: 45,
      utenza_unita: 'cittadini',
      utenza_testo: 'N° 45 cittadini non autosufficienti',
    },
    {
      ciclo: '2022-2024',
      intervento: 'C.2',
      servizio: null,
      articolo_rr: null,
      utenza_prevista: null,
      utenza_unita: null,
      utenza_testo: 'Cittadini residenti con ridotta o impedita capacità motoria',
    },
  ]);
});

/** Piano Sociale di Zona 2022-2024 di Casarano, schede di dettaglio, riquadri «Utenza». */
describe('how many users a text states', () => {
  test.each<[testo: string, numero: number | null, unita: string | null]>([
    ['N° 150 cittadini stranieri immigrati (di cui N° 30 percettori di Rdc) e loro nuclei familiari', 150, 'cittadini'],
    ['n.30 Beneficiari RED incluse donne vittima di violenza', 30, 'beneficiari'],
    ['Nuclei familiari con minori - n.45 (di di cui 15 RdC)', 45, 'nuclei familiari'],
    ['PIPPI nuclei familiari con minori – n. 45', 45, 'nuclei familiari'],
    ['Famiglie affidatarie e coppie adottive- n.30 minori in affido', 30, 'minori'],
    ['Persone in condizioni di povertà. N° 140 beneficiari', 140, 'beneficiari'],
    ['Tirocini per n. 10 soggetti a rischio di fragilità', 10, 'soggetti'],
    ['n. 3 neo maggiorenni', 3, 'neo maggiorenni'],
    ['n° 1.300 minori', 1300, 'minori'],
    ['n. 12', 12, null],
    ['Cittadini residenti nei Comuni dell’Ambito', null, null],
    ['Persone di età compresa tra 16 e 64 anni', null, null],
    ['Aventi diritto ai sensi della L. n. 104/1992', null, null],
    ['n. 20 anziani e n. 15 disabili', null, null],
    ['', null, null],
  ])('%s', (testo, numero, unita) => {
    expect(parseUtenza(testo)).toEqual(numero === null ? null : { numero, unita });
  });
});
