import { divideDati, subtractDati } from '../dato.ts';
import { type Fascia, formatFascia } from '../fascia.ts';
import { formatNumero } from '../formato.ts';
import { combinePerComune, type PerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { describeRilevazione, listConteggi, listFasce, readResidenti } from '../residenti.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

const DUE_CONTEGGI =
  'Le anagrafi comunali e l’ISTAT contano gli stessi residenti in modo diverso: le due rilevazioni non si mescolano mai.';

export const popolazione = defineIndicatore({
  id: 'popolazione',
  titolo: 'Residenti',
  domanda: 'Quante persone vivono qui?',
  formula: 'residenti al 31 dicembre',
  unita: 'persone',
  decimali: 0,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: [DUE_CONTEGGI, 'Un conteggio al 1° gennaio è attribuito all’anno che si è appena chiuso.'],
  fonte: 'Anagrafi comunali e ISTAT, popolazione residente.',
  computeSerie: (quadro) =>
    listConteggi(quadro).map((conteggio) => {
      const valori = readResidenti(quadro, conteggio);
      return {
        periodo: conteggio.anno,
        dimensioni: { rilevazione: conteggio.rilevazione },
        valori,
        note: (comune) => (comune === null ? describeOrigine(valori, conteggio.anno) : []),
      };
    }),
});

/** The bands that services and indicators reason by, given beside those of the source. */
const FASCE_RICHIESTE: readonly Fascia[] = [
  { da: 0, a: 2 },
  { da: 0, a: 14 },
  { da: 0, a: 17 },
  { da: 15, a: 64 },
  { da: 65, a: Number.POSITIVE_INFINITY },
  { da: 75, a: Number.POSITIVE_INFINITY },
];

export const popolazioneFascia = defineIndicatore({
  id: 'popolazione-fascia',
  titolo: 'Residenti per fascia d’età',
  domanda: 'Quanti sono i bambini, i ragazzi, gli adulti, gli anziani?',
  formula: 'residenti della fascia d’età',
  unita: 'persone',
  decimali: 0,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: [
    'Una fascia che non si ottiene sommando quelle pubblicate resta senza valore: non si stima.',
    DUE_CONTEGGI,
  ],
  fonte: 'Anagrafi comunali e ISTAT, popolazione residente per età.',
  computeSerie: (quadro) => mapFasce(quadro, (_, residentiFascia) => residentiFascia),
});

export const quotaFascia = defineIndicatore({
  id: 'quota-fascia',
  titolo: 'Peso di una fascia d’età',
  domanda: 'Quanti residenti su cento sono in questa fascia d’età?',
  formula: 'residenti della fascia d’età / residenti × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: [
    'Una fascia che non si ottiene sommando quelle pubblicate resta senza valore: non si stima.',
    DUE_CONTEGGI,
  ],
  fonte: 'Anagrafi comunali e ISTAT, popolazione residente per età.',
  computeSerie: (quadro) =>
    mapFasce(quadro, (residenti, residentiFascia) =>
      combinePerComune(residentiFascia, residenti, (fascia, tutti) => divideDati(fascia, tutti, 100)),
    ),
});

export const variazionePopolazione = defineIndicatore({
  id: 'variazione-popolazione',
  titolo: 'Variazione dei residenti',
  domanda: 'Quante persone in più o in meno rispetto a prima?',
  formula: 'residenti dell’anno finale − residenti dell’anno iniziale',
  unita: 'persone',
  decimali: 0,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: ['I due anni vengono sempre dalla stessa rilevazione.'],
  fonte: 'Anagrafi comunali e ISTAT, popolazione residente.',
  computeSerie: (quadro) => mapVariazioni(quadro, (prima, dopo) => combinePerComune(dopo, prima, subtractDati)),
});

export const variazionePopolazionePct = defineIndicatore({
  id: 'variazione-popolazione-pct',
  titolo: 'Variazione percentuale dei residenti',
  domanda: 'Di quanto sono cresciuti o calati i residenti, ogni cento?',
  formula: '(residenti dell’anno finale − residenti dell’anno iniziale) / residenti dell’anno iniziale × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: ['I due anni vengono sempre dalla stessa rilevazione.'],
  fonte: 'Anagrafi comunali e ISTAT, popolazione residente.',
  computeSerie: (quadro) =>
    mapVariazioni(quadro, (prima, dopo) =>
      combinePerComune(combinePerComune(dopo, prima, subtractDati), prima, (variazione, base) =>
        divideDati(variazione, base, 100),
      ),
    ),
});

function mapFasce(quadro: Quadro, formula: (residenti: PerComune, residentiFascia: PerComune) => PerComune): Serie[] {
  return listConteggi(quadro).flatMap((conteggio) => {
    const residenti = readResidenti(quadro, conteggio);
    const fasce = new Map([...listFasce(quadro, conteggio), ...FASCE_RICHIESTE].map((uno) => [formatFascia(uno), uno]));
    return [...fasce].map(([fascia, estremi]) => ({
      periodo: conteggio.anno,
      dimensioni: { rilevazione: conteggio.rilevazione, fascia },
      valori: formula(residenti, readResidenti(quadro, conteggio, estremi)),
    }));
  });
}

/** From the first year of a rilevazione to each later one, and from each year to the next. */
function mapVariazioni(quadro: Quadro, formula: (prima: PerComune, dopo: PerComune) => PerComune): Serie[] {
  const conteggi = listConteggi(quadro);
  return conteggi.flatMap((dopo) => {
    const precedenti = conteggi.filter(({ rilevazione, anno }) => rilevazione === dopo.rilevazione && anno < dopo.anno);
    const iniziali = new Set([precedenti[0], precedenti.at(-1)].filter((uno) => uno !== undefined));
    const finali = readResidenti(quadro, dopo);
    return [...iniziali].map((prima): Serie => {
      const base = readResidenti(quadro, prima);
      const origine = [...describeOrigine(base, prima.anno), ...describeOrigine(finali, dopo.anno)];
      return {
        periodo: `${prima.anno}-${dopo.anno}`,
        dimensioni: { rilevazione: dopo.rilevazione },
        valori: formula(base, finali),
        note: (comune) => [
          `Rilevazione: ${describeRilevazione(dopo.rilevazione)}.`,
          ...(comune === null ? origine : []),
        ],
      };
    });
  });
}

/** The ambito's own figure, where the source states nothing of the comuni, is not a sum: the reader is told. */
function describeOrigine({ comuni, ambito }: PerComune, anno: string): string[] {
  const soloAmbito = ambito.valore !== null && [...comuni.values()].every((dato) => dato.valore === null);
  return soloAmbito
    ? [`Per il ${anno} la fonte dichiara solo il valore dell’ambito: ${formatNumero(ambito.valore)} residenti.`]
    : [];
}
