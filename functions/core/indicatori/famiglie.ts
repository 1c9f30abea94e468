import { divideDati } from '../dato.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { combinePerComune, groupPerComune, type PerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { defineIndicatore } from './definisci.ts';

export const famiglie = defineIndicatore({
  id: 'famiglie',
  titolo: 'Famiglie',
  domanda: 'Quante famiglie vivono qui?',
  formula: 'nuclei familiari al 31 dicembre',
  unita: 'n',
  unitaEstesa: 'famiglie',
  decimali: 0,
  direzione: 'neutro',
  tema: 'famiglie',
  tabelle: ['famiglie'],
  avvertenze: ['Una famiglia anagrafica può essere di una sola persona.'],
  fonte: 'Anagrafi comunali.',
  computeSerie: (quadro) =>
    listAnni(quadro).map((anno) => ({ periodo: anno, valori: readFamiglie(quadro, 'famiglie', anno) })),
});

export const componentiMedi = defineIndicatore({
  id: 'componenti-medi',
  titolo: 'Componenti medi per famiglia',
  domanda: 'Di quante persone è fatta, in media, una famiglia?',
  formula: 'residenti / famiglie',
  unita: 'persone',
  unitaEstesa: 'persone per famiglia',
  decimali: 2,
  direzione: 'neutro',
  tema: 'famiglie',
  tabelle: ['famiglie'],
  avvertenze: ['I residenti sono quelli della stessa tabella delle famiglie, non di un’altra.'],
  fonte: 'ISTAT, numero medio di componenti per famiglia.',
  computeSerie: (quadro) =>
    listAnni(quadro).map((anno) => ({
      periodo: anno,
      valori: combinePerComune(
        readFamiglie(quadro, 'popolazione', anno),
        readFamiglie(quadro, 'famiglie', anno),
        divideDati,
      ),
    })),
});

function listAnni(quadro: Quadro): string[] {
  return listValori(selectFatti(quadro, 'famiglie.famiglie'), 'anno');
}

function readFamiglie(quadro: Quadro, misura: 'famiglie' | 'popolazione', anno: string): PerComune {
  return groupPerComune(quadro, selectFatti(quadro, `famiglie.${misura}`, { anno }));
}
