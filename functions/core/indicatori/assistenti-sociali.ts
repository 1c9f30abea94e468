import { type Dato, divideDati, mapDato, subtractDati, sumDati } from '../dato.ts';
import { groupBy, listValori, selectFatti } from '../fatti.ts';
import { formatNumero } from '../formato.ts';
import { combinePerComune, mapPerComune, type PerComune, sumComuni } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore, type Denominatore, listConteggi } from '../residenti.ts';
import { normalizeTesto } from '../testo.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

const LEGGE = 'Legge 30 dicembre 2020, n. 178, art. 1, comma 797';

/** Residents for one social worker: the essential level, and the further goal. @source L. 178/2020 art. 1 c. 797 */
const TRAGUARDI = [5000, 4000] as const;

const AVVERTENZE = [
  'Contano gli assistenti sociali a tempo indeterminato, in equivalenti a tempo pieno: due a metà tempo fanno uno.',
  'Il livello essenziale è uno ogni 5.000 residenti, l’ulteriore obiettivo uno ogni 4.000; il contributo statale comincia oltre uno ogni 6.500.',
];

export const assistentiSocialiRapporto = defineIndicatore({
  id: 'assistenti-sociali-rapporto',
  titolo: 'Residenti per assistente sociale',
  domanda: 'Quanti residenti segue, in media, ogni assistente sociale?',
  formula: 'residenti / assistenti sociali a tempo indeterminato (equivalenti a tempo pieno)',
  unita: 'ab per AS',
  decimali: 0,
  direzione: 'basso-meglio',
  tema: 'servizi',
  soglia: { valore: TRAGUARDI[0], verso: 'al-massimo', legge: LEGGE },
  tabelle: ['personale', 'popolazione'],
  avvertenze: AVVERTENZE,
  fonte: `${LEGGE}.`,
  computeSerie: (quadro) =>
    listAnni(quadro).map(({ anno, denominatore: { residenti, rilevazione, nota } }) => ({
      periodo: `${anno}`,
      dimensioni: { rilevazione },
      valori: combinePerComune(residenti, readAssistenti(quadro, anno), (tutti, assistenti) =>
        divideDati(tutti, assistenti),
      ),
      note: [nota],
    })),
});

export const assistentiSocialiNecessari = defineIndicatore({
  id: 'assistenti-sociali-necessari',
  titolo: 'Assistenti sociali necessari',
  domanda: 'Quanti assistenti sociali servono per rispettare il livello essenziale?',
  formula: 'residenti / 5.000 e residenti / 4.000',
  unita: 'ETP',
  decimali: 3,
  direzione: 'neutro',
  tema: 'servizi',
  tabelle: ['popolazione'],
  avvertenze: [...AVVERTENZE, 'Il livello è dell’ambito: il valore di un comune dice quanto pesa nel fabbisogno.'],
  fonte: `${LEGGE}.`,
  computeSerie: (quadro) => mapTraguardi(quadro, ({ residenti, traguardo }) => computeNecessari(residenti, traguardo)),
});

export const assistentiSocialiMancanti = defineIndicatore({
  id: 'assistenti-sociali-mancanti',
  titolo: 'Assistenti sociali mancanti',
  domanda: 'Quanti assistenti sociali mancano al livello essenziale?',
  formula: 'assistenti sociali necessari − assistenti sociali a tempo indeterminato (equivalenti a tempo pieno)',
  unita: 'ETP',
  decimali: 3,
  direzione: 'basso-meglio',
  tema: 'servizi',
  tabelle: ['popolazione', 'personale'],
  avvertenze: [...AVVERTENZE, 'Un valore negativo dice quanti ce ne sono oltre il traguardo.'],
  fonte: `${LEGGE}.`,
  computeSerie: (quadro) =>
    mapTraguardi(quadro, ({ residenti, traguardo, anno }) =>
      combinePerComune(computeNecessari(residenti, traguardo), readAssistenti(quadro, anno), subtractDati),
    ),
});

interface AnnoDiPersonale {
  readonly anno: number;
  readonly denominatore: Denominatore;
}

/** The years of the table of the staff; without one, the last year whose residents are counted: the need is known all the same. */
function listAnni(quadro: Quadro): AnnoDiPersonale[] {
  const delPersonale = listValori(selectFatti(quadro, 'personale.unita'), 'anno').map(Number);
  const contati = listConteggi(quadro).map(({ anno }) => Number(anno));
  const ultimo = contati.length > 0 ? [Math.max(...contati)] : [];
  const anni = delPersonale.length > 0 ? delPersonale : ultimo;
  const denominatore = chooseDenominatore(quadro, anni, 'anagrafe');
  return anni.map((anno) => ({ anno, denominatore: denominatore(anno) }));
}

interface Traguardo {
  readonly residenti: PerComune;
  readonly traguardo: number;
  readonly anno: number;
}

function mapTraguardi(quadro: Quadro, formula: (traguardo: Traguardo) => PerComune): Serie[] {
  return listAnni(quadro).flatMap(({ anno, denominatore: { residenti, rilevazione, nota } }) =>
    TRAGUARDI.map((traguardo) => ({
      periodo: `${anno}`,
      dimensioni: { soglia: `${traguardo}`, rilevazione },
      valori: formula({ residenti, traguardo, anno }),
      note: [`Un assistente sociale ogni ${formatNumero(traguardo)} residenti.`, nota],
    })),
  );
}

function computeNecessari(residenti: PerComune, traguardo: number): PerComune {
  return mapPerComune(residenti, (tutti) => mapDato(tutti, (valore) => valore / traguardo));
}

/** As offices write it: `Assistenti Sociali (Ambito)`, `Ass. Sociale`, `A.S.`. */
const PROFILO = /^(?:assistent[ei]|ass) (?:social[ei]|soc)\b|^a ?s$/;

/** Permanent social workers in full-time equivalents; a row without them leaves its comune unknown. */
function readAssistenti(quadro: Quadro, anno: number): PerComune {
  const fatti = selectFatti(quadro, 'personale.etp', { anno, contratto: 'indeterminato' }).filter(({ valori }) =>
    PROFILO.test(normalizeTesto(String(valori.profilo))),
  );
  const perComune = new Map<string, Dato>(
    [...groupBy(fatti, ({ comune }) => comune)].map(([comune, suoi]) => [
      comune,
      sumDati(suoi.map(({ dato }) => dato)),
    ]),
  );
  return sumComuni(quadro, perComune, anno);
}
