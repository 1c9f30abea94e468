/**
 * Every figure computed from the Casarano plan against its hand-worked value: sums, differences and ratios redone with a
 * decimal calculator from the tables as printed, not with this program.
 */
import { describe, expect, test } from 'vitest';
import { DIMENSIONI, type Dimensioni } from '../../functions/core/indicatori/indicatore.ts';
import type { MotivoAssenza } from '../../functions/core/misura.ts';
import { computeRisultati } from '../../functions/core/risultati.ts';
import { readPiano } from './piano.ts';

const PIANO = 'Piano Sociale di Zona 2022-2024 di Casarano';
const ETA_2021 = `${PIANO}, cap. I par. 1, tabella delle fasce d’età al 31.12.2021`;
const VARIAZIONI = `${PIANO}, cap. I par. 1, elenco delle variazioni demografiche 2018-2021`;
const FAMIGLIE = `${PIANO}, cap. I par. 1, Caratteristiche strutturali della popolazione per famiglie`;
const MIGRAZIONI = `${PIANO}, cap. I par. 1, Flussi migratori`;
const RENDICONTO = `${PIANO}, cap. I par. 1.3, sintesi del budget e degli impegni 2018-2021`;
const SPESA = `${PIANO}, cap. I par. 1.4, tabella della spesa storica 2018/2020`;
const VERSATO = `${PIANO}, cap. I par. 1.4, quote di cofinanziamento 2018-2021`;
const TRASFERIMENTI = `${PIANO}, cap. III par. 3.1, tabelle FNPS, FNA e FGSA`;
const MINIMO = `${PIANO}, cap. III par. 3.1, cofinanziamento comunale minimo`;
const PROGRAMMATO = `${PIANO}, cap. III par. 3.1, cofinanziamento annuo al Piano di Zona`;
const SUPERFICI = 'ISTAT, superfici dei comuni';
const ISTAT = {
  2018: 'ISTAT, popolazione residente al 1° gennaio 2019',
  2019: 'ISTAT, popolazione residente al 1° gennaio 2020',
  2020: 'ISTAT, popolazione residente al 1° gennaio 2021',
  2021: 'ISTAT, popolazione residente al 1° gennaio 2022',
};

/** The order of the values of a case. */
const COMUNI = [null, '075016', '075021', '075042', '075059', '075064', '075081', '075084'];

type Atteso = number | MotivoAssenza;

interface Caso {
  readonly tabella: string;
  readonly indicatore: string;
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
  /** The ambito, then Casarano, Collepasso, Matino, Parabita, Ruffano, Supersano, Taurisano; money in cents. */
  readonly valori: readonly Atteso[];
}

function tutti(atteso: Atteso): Atteso[] {
  return COMUNI.map(() => atteso);
}

/** What the plan states for the ambito and not for its comuni. */
function soloAmbito(atteso: Atteso): Atteso[] {
  return COMUNI.map((comune) => (comune === null ? atteso : 'non-trasmesso'));
}

const CASI: readonly Caso[] = [
  // Residenti
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito(71804),
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [70274, 19552, 5717, 11108, 8823, 9357, 4228, 11489],
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat' },
    valori: [71402, 19901, 5834, 11335, 8843, 9570, 4304, 11615],
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat' },
    valori: [70829, 19732, 5775, 11224, 8790, 9503, 4259, 11546],
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [70345, 19577, 5732, 11167, 8761, 9444, 4215, 11449],
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [69670, 19372, 5685, 10993, 8741, 9353, 4181, 11345],
  },
  // Fasce d’età
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-2' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-14' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-17' },
    valori: soloAmbito(11634),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-64' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '65+' },
    valori: soloAmbito(16611),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '75+' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-3' },
    valori: [1795, 537, 122, 302, 238, 219, 110, 267],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '4-14' },
    valori: [6691, 1895, 417, 1127, 736, 918, 451, 1147],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-17' },
    valori: [2148, 563, 157, 343, 228, 323, 138, 396],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '18-29' },
    valori: [9604, 2563, 769, 1386, 1092, 1528, 544, 1722],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '30-64' },
    valori: [33125, 9462, 2533, 5192, 4228, 4191, 1965, 5554],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '65+' },
    valori: [16911, 4532, 1719, 2758, 2301, 2178, 1020, 2403],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-14' },
    valori: [8486, 2432, 539, 1429, 974, 1137, 561, 1414],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-17' },
    valori: [10634, 2995, 696, 1772, 1202, 1460, 699, 1810],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-64' },
    valori: [44877, 12588, 3459, 6921, 5548, 6042, 2647, 7672],
  },
  {
    tabella: ETA_2021,
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'popolazione-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'popolazione-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'popolazione-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'popolazione-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-2' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-14' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-17' },
    valori: soloAmbito(16.20244),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-64' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '65+' },
    valori: soloAmbito(23.133809),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe', fascia: '75+' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-3' },
    valori: [2.554288, 2.746522, 2.133986, 2.718761, 2.697495, 2.340494, 2.601703, 2.323962],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '4-14' },
    valori: [9.521302, 9.692103, 7.294035, 10.145841, 8.341834, 9.810837, 10.666982, 9.983462],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-17' },
    valori: [3.056607, 2.879501, 2.746196, 3.087865, 2.584155, 3.451961, 3.263955, 3.446775],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '18-29' },
    valori: [13.666505, 13.108633, 13.451111, 12.477494, 12.376743, 16.33002, 12.866604, 14.98825],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '30-64' },
    valori: [47.136921, 48.394026, 44.306454, 46.741088, 47.920209, 44.789997, 46.475875, 48.341892],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '65+' },
    valori: [24.064377, 23.179214, 30.068218, 24.828952, 26.079565, 23.276691, 24.124882, 20.915658],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-14' },
    valori: [12.07559, 12.438625, 9.428022, 12.864602, 11.039329, 12.151331, 13.268685, 12.307424],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '0-17' },
    valori: [15.132197, 15.318126, 12.174217, 15.952467, 13.623484, 15.603292, 16.53264, 15.7542],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '15-64' },
    valori: [63.860034, 64.38216, 60.503761, 62.306446, 62.881106, 64.571978, 62.606433, 66.776917],
  },
  {
    tabella: ETA_2021,
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'quota-fascia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'quota-fascia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'quota-fascia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-2' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-14' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '0-17' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '15-64' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '65+' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'quota-fascia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat', fascia: '75+' },
    valori: tutti('non-derivabile'),
  },
  // Variazioni
  {
    tabella: VARIAZIONI,
    indicatore: 'variazione-popolazione',
    periodo: '2018-2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito(-1530),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'variazione-popolazione-pct',
    periodo: '2018-2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito(-2.130801),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'variazione-popolazione',
    periodo: '2018-2019',
    dimensioni: { rilevazione: 'istat' },
    valori: [-573, -169, -59, -111, -53, -67, -45, -69],
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'variazione-popolazione-pct',
    periodo: '2018-2019',
    dimensioni: { rilevazione: 'istat' },
    valori: [-0.802499, -0.849204, -1.011313, -0.979268, -0.599344, -0.700104, -1.045539, -0.594059],
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'variazione-popolazione',
    periodo: '2018-2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [-1057, -324, -102, -168, -82, -126, -89, -166],
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'variazione-popolazione-pct',
    periodo: '2018-2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [-1.480351, -1.628059, -1.748372, -1.482135, -0.927287, -1.316614, -2.067844, -1.429186],
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'variazione-popolazione',
    periodo: '2019-2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [-484, -155, -43, -57, -29, -59, -44, -97],
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'variazione-popolazione-pct',
    periodo: '2019-2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [-0.683336, -0.785526, -0.744589, -0.50784, -0.32992, -0.620857, -1.033106, -0.840118],
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'variazione-popolazione',
    periodo: '2018-2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [-1732, -529, -149, -342, -102, -217, -123, -270],
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'variazione-popolazione-pct',
    periodo: '2018-2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [-2.425702, -2.658158, -2.553994, -3.017203, -1.153455, -2.267503, -2.857807, -2.32458],
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'variazione-popolazione',
    periodo: '2020-2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [-675, -205, -47, -174, -20, -91, -34, -104],
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'variazione-popolazione-pct',
    periodo: '2020-2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [-0.959556, -1.047147, -0.819958, -1.558162, -0.228284, -0.963575, -0.806643, -0.908376],
  },
  // Struttura per età
  {
    tabella: VARIAZIONI,
    indicatore: 'indice-vecchiaia',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'indice-vecchiaia',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [199.281169, 186.348684, 318.923933, 193.002099, 236.2423, 191.556728, 181.818182, 169.943423],
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'indice-vecchiaia',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'indice-vecchiaia',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'indice-vecchiaia',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'indice-vecchiaia',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'dipendenza-strutturale',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'dipendenza-strutturale',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [56.592464, 55.322529, 65.278982, 60.497038, 59.030281, 54.865938, 59.727994, 49.752346],
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'dipendenza-strutturale',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'dipendenza-strutturale',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'dipendenza-strutturale',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'dipendenza-strutturale',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: VARIAZIONI,
    indicatore: 'dipendenza-anziani',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito('non-derivabile'),
  },
  {
    tabella: ETA_2021,
    indicatore: 'dipendenza-anziani',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [37.683, 36.002542, 49.696444, 39.849733, 41.474405, 36.047666, 38.53419, 31.321689],
  },
  {
    tabella: ISTAT[2018],
    indicatore: 'dipendenza-anziani',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2019],
    indicatore: 'dipendenza-anziani',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2020],
    indicatore: 'dipendenza-anziani',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  {
    tabella: ISTAT[2021],
    indicatore: 'dipendenza-anziani',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: tutti('non-derivabile'),
  },
  // Territorio
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2018',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: soloAmbito(365.954844),
  },
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [358.157077, 513.445378, 450.867508, 422.678843, 423.368522, 241.035549, 116.827853, 492.667238],
  },
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2018',
    dimensioni: { rilevazione: 'istat' },
    valori: [363.906019, 522.610294, 460.094637, 431.316591, 424.328215, 246.522411, 118.927881, 498.070326],
  },
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2019',
    dimensioni: { rilevazione: 'istat' },
    valori: [360.985679, 518.172269, 455.44164, 427.092846, 421.785029, 244.796497, 117.684443, 495.111492],
  },
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [358.518934, 514.101891, 452.050473, 424.923896, 420.393474, 243.276662, 116.468638, 490.951973],
  },
  {
    tabella: SUPERFICI,
    indicatore: 'densita',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: [355.078742, 508.718487, 448.343849, 418.302892, 419.433781, 240.932509, 115.529152, 486.492281],
  },
  // Famiglie e migrazioni
  { tabella: VARIAZIONI, indicatore: 'famiglie', periodo: '2018', valori: soloAmbito(28253) },
  {
    tabella: FAMIGLIE,
    indicatore: 'famiglie',
    periodo: '2021',
    valori: [27619, 6917, 2389, 4605, 3832, 3823, 1684, 4369],
  },
  { tabella: VARIAZIONI, indicatore: 'componenti-medi', periodo: '2018', valori: tutti('non-trasmesso') },
  {
    tabella: FAMIGLIE,
    indicatore: 'componenti-medi',
    periodo: '2021',
    valori: [2.544444, 2.826659, 2.393051, 2.412161, 2.302714, 2.447554, 2.510689, 2.629664],
  },
  { tabella: MIGRAZIONI, indicatore: 'saldo-migratorio', periodo: '2021', valori: [-152, -40, 0, -53, -7, 5, 13, -70] },
  {
    tabella: MIGRAZIONI,
    indicatore: 'tasso-migratorio',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: [-2.162962, -2.045827, 0, -4.771336, -0.793381, 0.534359, 3.07474, -6.092784],
  },
  // Spesa storica e rendiconto, in centesimi
  {
    tabella: SPESA,
    indicatore: 'spesa-storica-media',
    periodo: '2018-2020',
    valori: [180996390, 47848304, 9836994, 36100601, 21552578, 22744681, 17429074, 25484158],
  },
  {
    tabella: SPESA,
    indicatore: 'spesa-storica-procapite',
    periodo: '2018-2020',
    dimensioni: { rilevazione: 'istat' },
    valori: [2573, 2444, 1716, 3233, 2460, 2408, 4135, 2226],
  },
  { tabella: RENDICONTO, indicatore: 'avanzamento-impegni', periodo: '2018-2021', valori: soloAmbito(95.00096) },
  { tabella: RENDICONTO, indicatore: 'avanzamento-pagamenti', periodo: '2018-2021', valori: tutti('non-trasmesso') },
  { tabella: RENDICONTO, indicatore: 'residuo', periodo: '2018-2021', valori: soloAmbito(27385403) },
  // «Residui di finanziamento, pari ad € 273.854,03 … sono relativi al fondo FNA 2019-2020»: solo il residuo è scritto.
  {
    tabella: RENDICONTO,
    indicatore: 'residuo',
    periodo: '2018-2021',
    dimensioni: { fonte: 'FNA' },
    valori: soloAmbito(27385403),
  },
  {
    tabella: RENDICONTO,
    indicatore: 'avanzamento-impegni',
    periodo: '2018-2021',
    dimensioni: { fonte: 'FNA' },
    valori: tutti('non-trasmesso'),
  },
  {
    tabella: RENDICONTO,
    indicatore: 'avanzamento-pagamenti',
    periodo: '2018-2021',
    dimensioni: { fonte: 'FNA' },
    valori: tutti('non-trasmesso'),
  },
  // Cofinanziamento, in centesimi
  {
    tabella: MINIMO,
    indicatore: 'cofinanziamento-minimo',
    periodo: '2022',
    dimensioni: { forma: 'totale' },
    valori: [90439685, 25162244, 7357434, 14295326, 11355956, 12041894, 5441181, 14785650],
  },
  {
    tabella: MINIMO,
    indicatore: 'cofinanziamento-minimo',
    periodo: '2022',
    dimensioni: { forma: 'denaro' },
    valori: [45219842, 12581122, 3678717, 7147663, 5677978, 6020947, 2720590, 7392825],
  },
  {
    tabella: MINIMO,
    indicatore: 'cofinanziamento-minimo',
    periodo: '2022',
    dimensioni: { forma: 'servizi' },
    valori: [45219842, 12581122, 3678717, 7147663, 5677978, 6020947, 2720590, 7392825],
  },
  {
    tabella: TRASFERIMENTI,
    indicatore: 'cofinanziamento-minimo-calcolato',
    periodo: '2022',
    valori: [90439685, 25162244, 7357434, 14295326, 11355956, 12041894, 5441181, 14785650],
  },
  {
    tabella: TRASFERIMENTI,
    indicatore: 'cofinanziamento-minimo-calcolato',
    periodo: '2023',
    valori: [90439685, 25162244, 7357434, 14295326, 11355956, 12041894, 5441181, 14785650],
  },
  {
    tabella: TRASFERIMENTI,
    indicatore: 'cofinanziamento-minimo-calcolato',
    periodo: '2024',
    valori: [90439685, 25162244, 7357434, 14295326, 11355956, 12041894, 5441181, 14785650],
  },
  {
    tabella: PROGRAMMATO,
    indicatore: 'cofinanziamento-programmato',
    periodo: '2022',
    dimensioni: { forma: 'totale' },
    valori: soloAmbito(153261533),
  },
  {
    tabella: PROGRAMMATO,
    indicatore: 'cofinanziamento-programmato',
    periodo: '2023',
    dimensioni: { forma: 'totale' },
    valori: soloAmbito(153261533),
  },
  {
    tabella: PROGRAMMATO,
    indicatore: 'cofinanziamento-programmato',
    periodo: '2024',
    dimensioni: { forma: 'totale' },
    valori: soloAmbito(153261533),
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato',
    periodo: '2018',
    dimensioni: { forma: 'denaro' },
    valori: [37475000, 9874662, 3395235, 5737423, 4886740, 5239005, 2630745, 5711190],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato',
    periodo: '2019',
    dimensioni: { forma: 'denaro' },
    valori: [37049456, 9762531, 3356681, 5672272, 4831249, 5179514, 2600872, 5646337],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato',
    periodo: '2020',
    dimensioni: { forma: 'denaro' },
    valori: [45793725, 12066646, 4148911, 7011020, 5971502, 6401963, 3214719, 6978964],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato',
    periodo: '2021',
    dimensioni: { forma: 'denaro' },
    valori: [45121626, 11889548, 4088019, 6908122, 5883860, 6308003, 3167538, 6876536],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato-procapite',
    periodo: '2018',
    dimensioni: { forma: 'denaro', rilevazione: 'istat' },
    valori: [525, 496, 582, 506, 553, 547, 611, 492],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato-procapite',
    periodo: '2019',
    dimensioni: { forma: 'denaro', rilevazione: 'istat' },
    valori: [523, 495, 581, 505, 550, 545, 611, 489],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato-procapite',
    periodo: '2020',
    dimensioni: { forma: 'denaro', rilevazione: 'istat' },
    valori: [651, 616, 724, 628, 682, 678, 763, 610],
  },
  {
    tabella: VERSATO,
    indicatore: 'cofinanziamento-versato-procapite',
    periodo: '2021',
    dimensioni: { forma: 'denaro', rilevazione: 'istat' },
    valori: [648, 614, 719, 628, 673, 674, 758, 606],
  },
  { tabella: VERSATO, indicatore: 'scarto-minimo', periodo: '2018', valori: tutti('non-trasmesso') },
  { tabella: VERSATO, indicatore: 'scarto-minimo', periodo: '2019', valori: tutti('non-trasmesso') },
  { tabella: VERSATO, indicatore: 'scarto-minimo', periodo: '2020', valori: tutti('non-trasmesso') },
  { tabella: VERSATO, indicatore: 'scarto-minimo', periodo: '2021', valori: tutti('non-trasmesso') },
  { tabella: MINIMO, indicatore: 'scarto-minimo', periodo: '2022', valori: soloAmbito(62821848) },
  { tabella: PROGRAMMATO, indicatore: 'scarto-minimo', periodo: '2023', valori: soloAmbito(62821848) },
  { tabella: PROGRAMMATO, indicatore: 'scarto-minimo', periodo: '2024', valori: soloAmbito(62821848) },
  { tabella: SPESA, indicatore: 'scarto-spesa-storica', periodo: '2022', valori: soloAmbito(-27734857) },
  { tabella: SPESA, indicatore: 'scarto-spesa-storica', periodo: '2023', valori: soloAmbito(-27734857) },
  { tabella: SPESA, indicatore: 'scarto-spesa-storica', periodo: '2024', valori: soloAmbito(-27734857) },
  {
    tabella: MINIMO,
    indicatore: 'aumento-quota-denaro',
    periodo: '2022',
    valori: [98216, 691574, -409302, 239541, -205882, -287056, -446948, 516289],
  },
  {
    tabella: MINIMO,
    indicatore: 'peso-quota',
    periodo: '2022',
    valori: [49.967673, 52.587535, 74.793517, 39.598581, 52.689549, 52.94378, 31.218991, 58.018987],
  },
  { tabella: TRASFERIMENTI, indicatore: 'copertura-trasferimenti', periodo: '2022', valori: soloAmbito(169.462701) },
  { tabella: TRASFERIMENTI, indicatore: 'copertura-trasferimenti', periodo: '2023', valori: soloAmbito(169.462701) },
  { tabella: TRASFERIMENTI, indicatore: 'copertura-trasferimenti', periodo: '2024', valori: soloAmbito(169.462701) },
];

const { osservazioni } = computeRisultati(readPiano('casarano'));

/** Held to their hand-worked values in piano-casarano-programmazione.test.ts. */
const ALTROVE: ReadonlySet<string> = new Set([
  'passo-lineare',
  'programmato',
  'programmato-procapite',
  'interventi-previsti',
  'interventi-finanziati',
  'interventi-attivi',
  'assistenti-sociali-rapporto',
  'assistenti-sociali-necessari',
  'assistenti-sociali-mancanti',
  'copertura-nido',
]);

function describeCaso({ indicatore, periodo, dimensioni = {} }: Pick<Caso, 'indicatore' | 'periodo' | 'dimensioni'>) {
  return [indicatore, periodo, ...DIMENSIONI.flatMap((dimensione) => dimensioni[dimensione] ?? [])].join(' ');
}

describe('the figures of Casarano equal the hand-worked ones', () => {
  test.each(CASI.map((caso) => ({ ...caso, titolo: `${describeCaso(caso)}: ${caso.tabella}` })))('$titolo', (caso) => {
    const trovate = osservazioni.filter((una) => describeCaso(una) === describeCaso(caso));
    expect(trovate.map(({ comune }) => comune)).toEqual(COMUNI);
    trovate.forEach(({ valore, assenza }, indice) => {
      const atteso = caso.valori[indice];
      if (typeof atteso === 'number') expect(valore).toBeCloseTo(atteso, 5);
      else expect([valore, assenza]).toEqual([null, atteso]);
    });
  });

  test('no figure is without its hand-worked value', () => {
    const qui = osservazioni.filter(({ indicatore }) => !ALTROVE.has(indicatore));
    expect([...new Set(qui.map(describeCaso))].toSorted()).toEqual(CASI.map(describeCaso).toSorted());
  });
});
