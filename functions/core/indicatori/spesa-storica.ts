import { divideDati, mapDato, roundDato } from '../dato.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { combinePerComune, groupPerComune, mapPerComune, type PerComune } from '../per-comune.ts';
import { listAnni, type Periodo, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore } from '../residenti.ts';
import { defineIndicatore } from './definisci.ts';

const SPESA_STORICA = [
  'È la spesa sociale propria dei comuni: la soglia sotto la quale il cofinanziamento non può scendere, salvo deroga.',
  'La media è ricalcolata dalla spesa complessiva: quella stampata nel documento le è messa accanto nella pagina Qualità dei dati.',
];

export const spesaStoricaMedia = defineIndicatore({
  id: 'spesa-storica-media',
  titolo: 'Spesa storica media annua',
  domanda: 'Quanto ha speso di suo il comune per il sociale, in media ogni anno del triennio?',
  formula: 'spesa complessiva del triennio / anni del triennio',
  unita: '€/anno',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['spesa-storica'],
  avvertenze: SPESA_STORICA,
  fonte:
    'Piano di Zona, ricognizione della spesa storica; Piano regionale delle politiche sociali della Puglia 2022-2024.',
  computeSerie: (quadro) =>
    listTrienni(quadro).map((triennio) => ({
      periodo: triennio.periodo,
      valori: mapPerComune(readSpesaMedia(quadro, triennio), roundDato),
    })),
});

export const spesaStoricaProcapite = defineIndicatore({
  id: 'spesa-storica-procapite',
  titolo: 'Spesa storica media per residente',
  domanda: 'Quanto ha speso di suo il comune per il sociale, ogni anno, per ciascun residente?',
  formula: 'spesa storica media annua / residenti',
  unita: '€/ab',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['spesa-storica', 'popolazione'],
  avvertenze: [
    'Una cifra più alta può dire più servizi, oppure più rette di strutture residenziali: da sola non è un giudizio.',
    'I residenti sono quelli dell’ultimo anno del triennio o, se mancano, dell’anno più vicino: la nota dice quali.',
  ],
  fonte: 'Piano di Zona, ricognizione della spesa storica.',
  computeSerie: (quadro) => {
    const trienni = listTrienni(quadro);
    const denominatore = chooseDenominatore(
      quadro,
      trienni.map(({ estremi }) => estremi.a),
      'istat',
    );
    return trienni.map((triennio) => {
      const { residenti, rilevazione, nota } = denominatore(triennio.estremi.a);
      return {
        periodo: triennio.periodo,
        dimensioni: { rilevazione },
        valori: combinePerComune(readSpesaMedia(quadro, triennio), residenti, (media, tutti) =>
          roundDato(divideDati(media, tutti)),
        ),
        note: [nota],
      };
    });
  },
});

/** The mean unrounded, in cents: for formulas that round at their own end. */
export function readSpesaMedia(quadro: Quadro, triennio: Triennio): PerComune {
  return mapPerComune(readSpesa(quadro, triennio.periodo), (spesa) => mapDato(spesa, (cent) => cent / triennio.anni));
}

export interface Triennio {
  readonly periodo: string;
  readonly estremi: Periodo;
  /** Years in it: the divisor of the mean. */
  readonly anni: number;
}

export function listTrienni(quadro: Quadro): Triennio[] {
  return listValori(selectFatti(quadro, 'spesa-storica.spesa_complessiva'), 'triennio').flatMap((periodo) => {
    const estremi = parsePeriodo(periodo);
    return estremi ? [{ periodo, estremi, anni: listAnni(estremi).length }] : [];
  });
}

/** The last triennio that was over when a year began: the floor that the year's cofinanziamento is held to. */
export function findTriennioPrecedente(quadro: Quadro, anno: number): Triennio | undefined {
  return listTrienni(quadro).findLast(({ estremi }) => estremi.a < anno);
}

function readSpesa(quadro: Quadro, triennio: string): PerComune {
  return groupPerComune(quadro, selectFatti(quadro, 'spesa-storica.spesa_complessiva', { triennio }));
}
