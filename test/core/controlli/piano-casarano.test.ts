/** What the checks find in the tables of the plan as printed: each finding was seen by hand in the document. */
import { describe, expect, test } from 'vitest';
import { computeRisultati } from '../../../functions/core/risultati.ts';
import { readPiano } from '../piano.ts';

const { segnalazioni, osservazioni } = computeRisultati(readPiano('casarano'));

const PAR_1 = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. I par. 1';
const PAR_1_4 = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. I par. 1.4';
const PAR_3_1 = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. III par. 3.1';

interface Caso {
  readonly tabella: string;
  readonly dove: string;
  readonly codice: string;
  readonly gravita: string;
  /** Parte, line, column, comune (null: the ambito). */
  readonly posto: readonly [string, number | null, number | null, string | null];
  /** Null where the finding has no such figure. */
  readonly cifre: readonly [dichiarato: string | null, ricalcolato: string | null, differenza: string | null];
}

const MINIMO = `${PAR_3_1}, cofinanziamento comunale minimo`;
const VERSATO = `${PAR_1_4}, quote di cofinanziamento 2018-2021`;
const FAMIGLIE = `${PAR_1}, Caratteristiche strutturali della popolazione per famiglie`;
const VARIAZIONI = `${PAR_1}, elenco delle variazioni demografiche 2018-2021`;
const TERRITORIO = `${PAR_1}, Tabella n. 1`;
const PROGRAMMATO = `${PAR_3_1}, cofinanziamento annuo`;
const SCHEDE = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. III par. 3.3, schede di dettaglio';
const SINOTTICO = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. II, quadro sinottico';
const NIENTE = [null, null, null] as const;

const CASI: readonly Caso[] = [
  {
    tabella: MINIMO,
    dove: 'le due metà di Supersano',
    codice: 'somma-riga',
    gravita: 'nota',
    posto: ['minimo-2022', 7, 2, '075081'],
    cifre: ['54.411,81 €', '54.411,80 €', '+0,01 €'],
  },
  {
    tabella: MINIMO,
    dove: 'le due metà del totale',
    codice: 'somma-riga',
    gravita: 'nota',
    posto: ['minimo-2022', 9, 2, null],
    cifre: ['904.396,85 €', '904.396,86 €', '−0,01 €'],
  },
  {
    tabella: VERSATO,
    dove: 'i quattro anni di Collepasso',
    codice: 'somma-riga',
    gravita: 'nota',
    posto: ['versato-2018-2021', 3, 6, '075021'],
    cifre: ['149.888,47 €', '149.888,46 €', '+0,01 €'],
  },
  {
    tabella: MINIMO,
    dove: 'la colonna del denaro',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['minimo-2022', 9, 3, null],
    cifre: ['452.198,43 €', '452.198,42 €', '+0,01 €'],
  },
  {
    tabella: MINIMO,
    dove: 'la colonna dei servizi',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['minimo-2022', 9, 4, null],
    cifre: ['452.198,43 €', '452.198,42 €', '+0,01 €'],
  },
  {
    tabella: VERSATO,
    dove: 'la colonna del 2019',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['versato-2018-2021', 9, 3, null],
    cifre: ['370.494,57 €', '370.494,56 €', '+0,01 €'],
  },
  {
    tabella: VERSATO,
    dove: 'la colonna del 2020',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['versato-2018-2021', 9, 4, null],
    cifre: ['457.937,24 €', '457.937,25 €', '−0,01 €'],
  },
  {
    tabella: VERSATO,
    dove: 'la colonna dei totali di riga, coi centesimi di Collepasso',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['versato-2018-2021', 9, 6, null],
    cifre: ['1.654.398,07 €', '1.654.398,08 €', '−0,01 €'],
  },
  {
    tabella: SCHEDE,
    dove: 'il totale di B.4',
    codice: 'somma-colonna',
    gravita: 'nota',
    posto: ['b-4', 10, 2, null],
    cifre: ['742.927,33 €', '742.927,35 €', '−0,02 €'],
  },
  {
    tabella: FAMIGLIE,
    dove: 'i residenti di Parabita, 8.823 nelle fasce d’età',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['anagrafe-2021', 6, 3, '075059'],
    cifre: ['8.824', '8.823', '+1'],
  },
  {
    tabella: FAMIGLIE,
    dove: 'i residenti dell’ambito, 70.274 nelle fasce d’età',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['anagrafe-2021', 10, 3, null],
    cifre: ['70.275', '70.274', '+1'],
  },
  {
    tabella: `${PAR_3_1}, Budget PdZ 2022-2024`,
    dove: 'il FGSA, 560.884,17 nella sua tabella',
    codice: 'tra-tabelle',
    gravita: 'nota',
    posto: ['budget', 5, 2, null],
    cifre: ['560.884,16 €', '560.884,17 €', '−0,01 €'],
  },
  {
    tabella: `${PAR_3_1}, FNA, e scheda C.2`,
    dove: 'il FNA 2022 destinato a C.2, più di quanto C.2 prende dal PdZ nel 2022',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['fna', 2, 2, null],
    cifre: ['208.235,20 €', '152.089,23 €', '+56.145,97 €'],
  },
  {
    tabella: VARIAZIONI,
    dove: 'i residenti del 2021',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['variazioni-2018-2021', 2, 3, null],
    cifre: ['70.275', '70.274', '+1'],
  },
  {
    tabella: VARIAZIONI,
    dove: 'la variazione dei residenti',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['variazioni-2018-2021', 2, 4, null],
    cifre: ['−1.529', '−1.530', '+1'],
  },
  {
    tabella: SCHEDE,
    dove: 'C.4 ha denaro e nessun livello',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['c-4', 8, 2, null],
    cifre: NIENTE,
  },
  {
    tabella: SCHEDE,
    dove: 'F.8 ha una scheda e non è nel quadro',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['f-8', 7, 2, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'B.1 è nel quadro e la sua scheda è in bianco',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 5, 5, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'B.8 è nel quadro e la sua scheda è a zero',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 14, 6, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'D.1 è nel quadro e non ha scheda',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 19, 6, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'E.3 è nel quadro e la sua scheda è in bianco',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 26, 4, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'F.1 è nel quadro e non ha scheda',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 33, 4, null],
    cifre: NIENTE,
  },
  {
    tabella: SINOTTICO,
    dove: 'F.5 è nel quadro e non ha scheda',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['quadro-sinottico-2022-2024', 37, 5, null],
    cifre: NIENTE,
  },
  {
    tabella: SCHEDE,
    dove: 'A.2 ha un servizio del PNRR e nessun importo su quella fonte',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['scheda-a-2', 4, 1, null],
    cifre: NIENTE,
  },
  {
    tabella: SCHEDE,
    dove: 'C.1 ha utenti finanziati con fondi PAC e nessun importo su quella fonte',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['scheda-c-1', 2, 3, null],
    cifre: NIENTE,
  },
  {
    tabella: TERRITORIO,
    dove: 'i residenti dell’ambito',
    codice: 'tra-tabelle',
    gravita: 'avviso',
    posto: ['dichiarato-2021', 4, 3, null],
    cifre: ['70.275', '70.274', '+1'],
  },
  {
    tabella: FAMIGLIE,
    dove: 'i componenti medi di Casarano',
    codice: 'rapporto',
    gravita: 'avviso',
    posto: ['anagrafe-2021', 3, 4, '075016'],
    cifre: ['3,20', '2,83', '+0,37'],
  },
  ...[2022, 2023, 2024].map((anno, indice) => ({
    tabella: PROGRAMMATO,
    dove: `la spesa storica non raggiunta nel ${anno}`,
    codice: 'vincolo',
    gravita: 'avviso',
    posto: ['programmato-2022-2024', indice + 2, 5, null] as const,
    cifre: ['1.532.615,33 €', '1.809.963,90 €', '−277.348,57 €'] as const,
  })),
  {
    tabella: `${PAR_3_1}, Budget PdZ 2022-2024, e schede`,
    dove: 'il paniere PdZ e ciò che ne resta',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['budget', null, null, null],
    cifre: ['6.774.723,17 €', '3.731.520,65 €', '3.043.202,52 €'],
  },
  {
    tabella: `${PAR_3_1}, Budget PdZ 2022-2024, e schede`,
    dove: 'la QFP e ciò che ne resta',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['budget', null, null, null],
    cifre: ['1.741.130,58 €', '1.709.141,39 €', '31.989,19 €'],
  },
  {
    tabella: `${PAR_3_1}, Budget PdZ 2022-2024, e rendiconto`,
    dove: 'i residui della QFP, di cui nessun rendiconto dice',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['budget', 8, 2, null],
    cifre: ['963.208,18 €', null, null],
  },
  {
    tabella: SCHEDE,
    dove: 'PAIS, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['a-1', 7, 3, null],
    cifre: [null, '377.416,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'Regione, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['a-3', 8, 3, null],
    cifre: [null, '245.227,33 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'PON Inclusione, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-3', 7, 3, null],
    cifre: [null, '155.735,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'alunni con disabilità, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-3', 8, 3, null],
    cifre: [null, '124.798,73 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'DGR 220/2020, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-4', 7, 3, null],
    cifre: [null, '68.378,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'Intesa Famiglia, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-4', 8, 3, null],
    cifre: [null, '24.393,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'PNRR, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-4', 8, 3, null],
    cifre: [null, '2.016.500,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'REACT-EU, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['b-7', 8, 3, null],
    cifre: [null, '149.000,00 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'PAC Anziani, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['c-2', 7, 3, null],
    cifre: [null, '74.724,51 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'caregiver, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['f-3', 7, 2, null],
    cifre: [null, '102.232,33 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'PAC Infanzia, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['f-4', 7, 2, null],
    cifre: [null, '441.884,88 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'buoni anziani e disabili, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['f-6', 6, 3, null],
    cifre: [null, '344.946,97 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'buoni minori, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['f-6', 6, 3, null],
    cifre: [null, '311.298,43 €', null],
  },
  {
    tabella: SCHEDE,
    dove: 'sistema 0-6, senza una tabella del fondo',
    codice: 'capienza',
    gravita: 'nota',
    posto: ['f-6', 6, 3, null],
    cifre: [null, '62.000,00 €', null],
  },
  {
    tabella: TERRITORIO,
    dove: 'la superficie dell’ambito',
    codice: 'scala',
    gravita: 'avviso',
    posto: ['dichiarato-2021', 4, 2, null],
    cifre: ['1.580,56', '196,21', '+1.384,35'],
  },
  {
    tabella: SCHEDE,
    dove: 'PON INCLUSIOE in B.6',
    codice: 'dizionario',
    gravita: 'avviso',
    posto: ['b-6', 7, 3, null],
    cifre: ['PON INCLUSIOE', null, null],
  },
];

function toScritto(cifra: string | null): string | null {
  return cifra === null ? null : cifra.replace(' €', '\u202f€');
}

describe('what the plan of Casarano says of itself', () => {
  test.each(CASI.map((caso) => ({ ...caso, titolo: `${caso.codice}, ${caso.dove}: ${caso.tabella}` })))(
    '$titolo',
    ({ codice, gravita, posto, cifre }) => {
      const trovate = segnalazioni.filter(
        (una) =>
          una.codice === codice &&
          una.parte === posto[0] &&
          una.riga === posto[1] &&
          una.colonna === posto[2] &&
          una.ricalcolato === toScritto(cifre[1]),
      );
      expect(trovate.map((una) => [una.gravita, una.comune, una.dichiarato, una.ricalcolato, una.differenza])).toEqual([
        [gravita, posto[3], ...cifre.map(toScritto)],
      ]);
    },
  );

  test('nothing else is found: quotas by the families’ residents, means, densities, balances and percentages hold', () => {
    expect(segnalazioni.map(({ codice, parte, riga, colonna }) => [codice, parte, riga, colonna])).toEqual(
      CASI.map(({ codice, posto }) => [codice, ...posto.slice(0, 3)]),
    );
  });

  test('the plan’s own tables are publishable', () => {
    expect(segnalazioni.filter(({ gravita }) => gravita === 'errore')).toEqual([]);
  });

  test('messages speak plainly, with both figures in Italian form and no judgement', () => {
    for (const { messaggio, dichiarato, ricalcolato, codice } of segnalazioni) {
      if (dichiarato !== null) expect(messaggio).toContain(codice === 'rapporto' ? '3,2' : dichiarato.replace('+', ''));
      if (ricalcolato !== null) expect(messaggio).toContain(ricalcolato);
      expect(messaggio).toMatch(/^[A-Z].*\.$/);
      expect(messaggio).not.toMatch(/\b(?:sbagli\w*|errore|colpa|NaN|undefined|null)\b/i);
    }
  });

  test('the derogation is told beside the missed floor', () => {
    const vincolo = segnalazioni.find(({ codice }) => codice === 'vincolo');
    expect(vincolo?.messaggio).toContain(
      'La soglia della deroga, 904.396,85\u202f€ (FNPS + FNA + FGSA del 2022), è rispettata.',
    );
  });

  test.each(['lecce', 'fasano'])('the tables of %s hold', (ambito) => {
    expect(computeRisultati(readPiano(ambito)).segnalazioni).toEqual([]);
  });
});

describe('what a figure must say of itself', () => {
  function findNote(indicatore: string, { comune, periodo }: { comune: string | null; periodo: string }) {
    return osservazioni
      .filter((una) => una.indicatore === indicatore && una.comune === comune && una.periodo === periodo)
      .flatMap(({ note }) => note);
  }

  test.each([
    ['spesa-storica-procapite', '075016', '2018-2020', 'Residenti al 31 dicembre 2020 (ISTAT).'],
    ['cofinanziamento-versato-procapite', null, '2021', 'Residenti al 31 dicembre 2021 (ISTAT).'],
    ['tasso-migratorio', '075016', '2021', 'Residenti al 31 dicembre 2021 (anagrafi comunali).'],
    ['cofinanziamento-minimo-calcolato', '075016', '2022', 'Base: FNPS + FNA + FGSA del 2022, 904.396,85\u202f€.'],
    [
      'cofinanziamento-minimo-calcolato',
      '075016',
      '2022',
      'Chiave: residenti della tabella delle famiglie, 2021; 19.552 su 70.275.',
    ],
    ['cofinanziamento-minimo-calcolato', '075016', '2022', 'Resto: 0,3418 centesimi.'],
    [
      'cofinanziamento-minimo-calcolato',
      null,
      '2024',
      'Per il 2024 vale la base della prima annualità del ciclo, il 2022.',
    ],
    ['scarto-minimo', null, '2022', 'Apporto: cofinanziamento programmato.'],
    ['scarto-minimo', null, '2024', 'Per il 2024 vale la quota minima della prima annualità del ciclo, il 2022.'],
    [
      'scarto-minimo',
      '075016',
      '2021',
      'Per il 2021 nessuna tabella pubblica la quota minima: non si può dire se sia rispettata.',
    ],
    ['scarto-spesa-storica', null, '2022', 'Spesa storica: media annua del 2018-2020.'],
    ['aumento-quota-denaro', '075016', '2022', 'Quota minima in denaro del 2022 meno denaro versato nel 2021.'],
    [
      'copertura-trasferimenti',
      null,
      '2023',
      'Trasferimenti: FNPS + FNA + FGSA del 2022, prima annualità del ciclo 2022-2024.',
    ],
    [
      'cofinanziamento-programmato',
      '075016',
      '2022',
      'La fonte dichiara solo l’importo dell’intero ambito, non quello dei singoli comuni.',
    ],
    ['popolazione', null, '2018', 'Per il 2018 la fonte dichiara solo il valore dell’ambito: 71.804 residenti.'],
    [
      'densita',
      null,
      '2021',
      "La fonte dichiara per l’ambito 1.580,56 km² e una densità di 44,46 abitanti per km² (Piano Sociale di Zona 2022-2024 dell'Ambito Territoriale Sociale di Casarano).",
    ],
    ['avanzamento-impegni', null, '2018-2021', 'Situazione al 31/12/2021.'],
  ])('%s of %s in %s', (...[indicatore, comune, periodo, nota]) => {
    expect(findNote(indicatore, { comune, periodo })).toContain(nota);
  });
});
