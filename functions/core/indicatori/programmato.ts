import { type Dato, divideDati, roundDato } from '../dato.ts';
import { groupBy } from '../fatti.ts';
import type { SpecieFonte } from '../fonti.ts';
import { findFonteVicina, recognizeFonte } from '../fonti-scritte.ts';
import { compareInterventi } from '../interventi.ts';
import { spreadAmbito } from '../per-comune.ts';
import { formatPeriodo } from '../periodo.ts';
import { listProgrammati, listSenzaImporto, sumProgrammati, type VoceProgrammata } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore } from '../residenti.ts';
import { findCiclo } from '../trasferimenti.ts';
import { defineIndicatore, type Serie } from './definisci.ts';
import type { Dimensioni } from './indicatore.ts';

const FONTE = 'Piano di Zona, schede di dettaglio degli interventi: programmazione economica.';

const AVVERTENZE = [
  'Il budget ordinario (PdZ, QFP e i fondi che lo compongono) è tenuto distinto dalle altre fonti: PNRR, PAC, PON, PAIS, Regione. Nella dimensione «fonte» i due insiemi sono «budget-ordinario» e «altre».',
  'Gli importi sono degli interventi, non dei comuni: il piano non dice quanto tocca a ciascuno.',
  'Un importo lasciato in bianco non è zero: la somma non lo comprende e la nota dice quale intervento lo lascia.',
];

export const programmato = defineIndicatore({
  id: 'programmato',
  titolo: 'Spesa programmata',
  domanda: 'Quanto mette in conto il piano, per che cosa e da quali fonti?',
  formula: 'somma degli importi programmati nelle schede, per anno, intervento, macro-attività e fonte',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['programmazione'],
  avvertenze: AVVERTENZE,
  fonte: FONTE,
  computeSerie: (quadro) =>
    listPeriodi(quadro).flatMap(({ periodo, voci }) =>
      [...listTagli(voci), ...listIncroci(voci)].map(
        (taglio): Serie => ({
          periodo,
          dimensioni: taglio.dimensioni,
          valori: spreadAmbito(quadro, sumProgrammati(taglio.voci)),
          soloAmbito: true,
          note: describeSomma(taglio.voci),
        }),
      ),
    ),
});

export const programmatoProcapite = defineIndicatore({
  id: 'programmato-procapite',
  titolo: 'Spesa programmata per residente',
  domanda: 'Quanto mette in conto il piano per ciascun residente?',
  formula: 'spesa programmata / residenti dell’ambito',
  unita: '€/ab',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['programmazione', 'popolazione'],
  avvertenze: [...AVVERTENZE, 'La nota dice quali residenti sono usati: una sola rilevazione per tutti gli anni.'],
  fonte: FONTE,
  computeSerie: (quadro) => {
    const periodi = listPeriodi(quadro);
    const anni = periodi.map(({ anno }) => anno);
    const denominatore = chooseDenominatore(quadro, anni, 'istat');
    return periodi.flatMap(({ periodo, anno, voci }) => {
      const { residenti, rilevazione, nota } = denominatore(anno);
      return listTagli(voci).map((taglio): Serie => {
        const aTesta: Dato = roundDato(divideDati(sumProgrammati(taglio.voci), residenti.ambito));
        return {
          periodo,
          dimensioni: { ...taglio.dimensioni, rilevazione },
          valori: spreadAmbito(quadro, aTesta),
          soloAmbito: true,
          note: [nota, ...describeSomma(taglio.voci)],
        };
      });
    });
  },
});

interface PeriodoProgrammato {
  readonly periodo: string;
  /** The year whose residents the money is divided by. */
  readonly anno: number;
  readonly voci: readonly VoceProgrammata[];
}

/** Each year, then each ciclo that has more than one. */
function listPeriodi(quadro: Quadro): PeriodoProgrammato[] {
  const voci = listProgrammati(quadro);
  const anni = [...new Set(voci.map(({ anno }) => anno))].toSorted((a, b) => a - b);
  const annui = anni.map((anno) => ({
    periodo: `${anno}`,
    anno,
    voci: voci.filter((voce) => voce.anno === anno),
  }));
  const cicli = groupBy(voci, ({ anno }) => formatCiclo(quadro, anno));
  return [
    ...annui,
    ...[...cicli].flatMap(([periodo, sue]) => {
      const [primo, ...altri] = anni.filter((anno) => sue.some((voce) => voce.anno === anno));
      return periodo === '' || primo === undefined || altri.length === 0 ? [] : [{ periodo, anno: primo, voci: sue }];
    }),
  ];
}

function formatCiclo(quadro: Quadro, anno: number): string {
  const ciclo = findCiclo(quadro, anno);
  return ciclo ? formatPeriodo(ciclo) : '';
}

/** A cut of the programmed money: what is summed, and how the sum is called. */
interface Taglio {
  readonly dimensioni: Dimensioni;
  readonly voci: readonly VoceProgrammata[];
}

/** All of it; budget ordinario and the rest; each macro-attività; each intervento. */
function listTagli(voci: readonly VoceProgrammata[]): Taglio[] {
  return [
    { dimensioni: {}, voci },
    ...cutSpecie(voci, {}),
    ...cutMacroAttivita(voci),
    ...[...groupBy(voci, ({ intervento }) => intervento)]
      .toSorted(([a], [b]) => compareInterventi(a, b))
      .map(([intervento, sue]) => ({ dimensioni: { intervento }, voci: sue })),
  ];
}

/** Each fonte, alone and within each macro-attività and each intervento: from where to what. */
function listIncroci(voci: readonly VoceProgrammata[]): Taglio[] {
  const interventi = groupBy(voci, ({ intervento }) => intervento);
  return [
    ...cutFonti(voci, {}),
    ...cutMacroAttivita(voci).flatMap(({ dimensioni, voci: sue }) => [
      ...cutSpecie(sue, dimensioni),
      ...cutFonti(sue, dimensioni),
    ]),
    ...[...interventi].flatMap(([intervento, sue]) => cutFonti(sue, { intervento })),
  ];
}

function cutMacroAttivita(voci: readonly VoceProgrammata[]): Taglio[] {
  return [...groupBy(voci, (voce) => voce.macroAttivita)].map(([macroAttivita, sue]) => ({
    dimensioni: { macroAttivita },
    voci: sue,
  }));
}

const SPECIE: readonly SpecieFonte[] = ['budget-ordinario', 'altre'];

/** The name of a kind stands where the name of a fonte would. */
function cutSpecie(voci: readonly VoceProgrammata[], dimensioni: Dimensioni): Taglio[] {
  return SPECIE.flatMap((specie) => {
    const sue = voci.filter((voce) => voce.specie === specie);
    return sue.length === 0 ? [] : [{ dimensioni: { ...dimensioni, fonte: specie }, voci: sue }];
  });
}

/** Money whose fonte the scheda does not state, where there is any. */
const NON_INDICATA = 'non-indicata';

function cutFonti(voci: readonly VoceProgrammata[], dimensioni: Dimensioni): Taglio[] {
  return [...groupBy(voci, ({ fonte }) => fonte ?? NON_INDICATA)].flatMap(([fonte, sue]) =>
    fonte === NON_INDICATA && sue.every(({ dato }) => dato.valore === null || dato.valore === 0)
      ? []
      : [{ dimensioni: { ...dimensioni, fonte }, voci: sue }],
  );
}

function describeSomma(voci: readonly VoceProgrammata[]): string[] {
  const senza = listSenzaImporto(voci);
  const riletti = voci.flatMap(({ fatto, fonte }) => {
    const scritta = fatto.valori.fonte;
    return typeof scritta === 'string' && recognizeFonte(scritta) === null && findFonteVicina(scritta) !== null
      ? [`«${scritta}» è contato come «${fonte}», la fonte nota più vicina.`]
      : [];
  });
  return [
    ...(senza.length > 0 && voci.some(({ dato }) => dato.valore !== null)
      ? [`Non comprende gli importi che il piano lascia in bianco: ${senza.join(', ')}.`]
      : []),
    ...new Set(riletti),
  ];
}
