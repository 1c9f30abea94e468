import { createAssente, createDato, type Dato, mergeIngressi } from '../dato.ts';
import { groupBy, selectFatti } from '../fatti.ts';
import { LIVELLI, type Livello } from '../livelli.ts';
import { presente } from '../misura.ts';
import { spreadAmbito } from '../per-comune.ts';
import { containsPeriodo } from '../periodo.ts';
import { listProgrammati, sumProgrammati, type VoceProgrammata } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import { type InterventoPrevisto, listQuadriSinottici, type QuadroSinottico } from '../quadro-sinottico.ts';
import { normalizeTesto } from '../testo.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

const FONTE = 'Piano di Zona, quadro sinottico delle priorità; schede di dettaglio degli interventi.';

export const interventiPrevisti = defineIndicatore({
  id: 'interventi-previsti',
  titolo: 'Interventi previsti',
  domanda: 'Quanti interventi il piano prevede, a ogni livello di priorità?',
  formula: 'numero di interventi con almeno una voce a quel livello nel quadro sinottico',
  unita: 'n',
  unitaEstesa: 'interventi',
  decimali: 0,
  direzione: 'neutro',
  tema: 'servizi',
  tabelle: ['servizi'],
  avvertenze: ['Un intervento può stare a più livelli: i livelli non si sommano.'],
  fonte: FONTE,
  computeSerie: (quadro) =>
    listLivelli(quadro).map(({ sinottico, livello, interventi }) => ({
      periodo: sinottico.ciclo,
      dimensioni: { livello },
      valori: spreadAmbito(quadro, countInterventi(interventi)),
      soloAmbito: true,
      note: interventi.length > 0 ? [`${listNomi(interventi)}.`] : [],
    })),
});

export const interventiFinanziati = defineIndicatore({
  id: 'interventi-finanziati',
  titolo: 'Interventi finanziati',
  domanda: 'Di quelli previsti, quanti hanno denaro nell’anno?',
  formula: 'interventi previsti a quel livello con importo programmato maggiore di zero nell’anno',
  unita: 'n',
  unitaEstesa: 'interventi',
  decimali: 0,
  direzione: 'neutro',
  tema: 'servizi',
  tabelle: ['servizi', 'programmazione'],
  avvertenze: [
    'Il denaro è dell’intervento, non della voce: un intervento a più livelli è finanziato in ciascuno con lo stesso importo.',
    'Importo zero e importo non indicato sono cose diverse: la nota li distingue.',
  ],
  fonte: FONTE,
  computeSerie: (quadro) =>
    listLivelli(quadro).flatMap(({ sinottico, livello, interventi }) => {
      const voci = listProgrammati(quadro).filter(({ anno }) =>
        containsPeriodo(sinottico.estremi, { da: anno, a: anno }),
      );
      const anni = [...groupBy(voci, ({ anno }) => `${anno}`)].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return anni.map(([periodo, dellAnno]): Serie => {
        const esiti = classifyFinanziati(interventi, dellAnno);
        return {
          periodo,
          dimensioni: { livello },
          valori: spreadAmbito(quadro, countFinanziati(interventi, esiti)),
          soloAmbito: true,
          note: describeFinanziati(esiti),
        };
      });
    }),
});

export const interventiAttivi = defineIndicatore({
  id: 'interventi-attivi',
  titolo: 'Interventi già attivi nel ciclo precedente',
  domanda: 'Di quelli previsti, quanti continuano un servizio che era attivo?',
  formula: 'interventi previsti a quel livello che il raccordo lega a un servizio attivo (SI) del ciclo precedente',
  unita: 'n',
  unitaEstesa: 'interventi',
  decimali: 0,
  direzione: 'neutro',
  tema: 'servizi',
  tabelle: ['servizi', 'raccordo'],
  avvertenze: [
    'Quale servizio continua in quale intervento lo dichiara l’Ufficio di Piano nella tabella di raccordo: dai nomi non si indovina.',
    'Senza il raccordo il valore resta in verifica.',
  ],
  fonte: FONTE,
  computeSerie: (quadro) => {
    const raccordi = selectFatti(quadro, 'raccordo.servizio');
    return listLivelli(quadro).map(({ sinottico, livello, interventi }): Serie => {
      const base = { periodo: sinottico.ciclo, dimensioni: { livello }, soloAmbito: true } as const;
      if (raccordi.length === 0) {
        const ignoto = createAssente('in-verifica', countInterventi(interventi).ingressi);
        const nota = 'Manca la tabella di raccordo tra i servizi del ciclo precedente e gli interventi di questo.';
        return { ...base, valori: spreadAmbito(quadro, ignoto), note: [nota] };
      }
      const attivi = interventi.map((previsto) => readAttivo(quadro, sinottico, previsto));
      const incerti = attivi.filter(({ esito }) => esito === 'non-detto').map(({ intervento }) => intervento);
      const si = attivi.filter(({ esito }) => esito === 'SI');
      return {
        ...base,
        valori: spreadAmbito(quadro, createDato(presente(si.length), mergeIngressi(attivi.map(({ dato }) => dato)))),
        note: [
          ...(si.length > 0 ? [`${listNomi(si)}.`] : []),
          ...(incerti.length > 0
            ? [`La fonte non dice se fosse attivo il servizio legato a ${incerti.join(', ')}: non è contato.`]
            : []),
        ],
      };
    });
  },
});

interface AlLivello {
  readonly sinottico: QuadroSinottico;
  readonly livello: Livello;
  readonly interventi: readonly InterventoPrevisto[];
}

function listLivelli(quadro: Quadro): AlLivello[] {
  return listQuadriSinottici(quadro).flatMap((sinottico) =>
    LIVELLI.map((livello) => ({
      sinottico,
      livello,
      interventi: sinottico.interventi
        .filter(({ livelli }) => livelli.includes(livello))
        .map((previsto) => ({ ...previsto, voci: previsto.voci.filter(({ valori }) => valori.livello === livello) })),
    })),
  );
}

function countInterventi(interventi: readonly InterventoPrevisto[]): Dato {
  const voci = interventi.flatMap((previsto) => previsto.voci.map(({ dato }) => dato));
  return createDato(presente(interventi.length), mergeIngressi(voci));
}

function listNomi(interventi: readonly { readonly intervento: string }[]): string {
  return interventi.map(({ intervento }) => intervento).join(', ');
}

/** How an intervento stands in a year: with money, with zero, with a blank, or without a scheda. */
interface Finanziato extends InterventoPrevisto {
  readonly esito: 'finanziato' | 'zero' | 'non-indicato' | 'senza-scheda';
  readonly dato: Dato;
}

function classifyFinanziati(
  interventi: readonly InterventoPrevisto[],
  voci: readonly VoceProgrammata[],
): readonly Finanziato[] {
  return interventi.map((previsto) => {
    const sue = voci.filter(({ intervento }) => intervento === previsto.intervento);
    const dato = sumProgrammati(sue);
    if (sue.length === 0) return { ...previsto, dato, esito: 'senza-scheda' };
    if (dato.valore === null) return { ...previsto, dato, esito: 'non-indicato' };
    return { ...previsto, dato, esito: dato.valore > 0 ? 'finanziato' : 'zero' };
  });
}

function countFinanziati(interventi: readonly InterventoPrevisto[], esiti: readonly Finanziato[]): Dato {
  const finanziati = esiti.filter(({ esito }) => esito === 'finanziato').length;
  return createDato(
    presente(finanziati),
    mergeIngressi([countInterventi(interventi), ...esiti.map(({ dato }) => dato)]),
  );
}

const ESITI = [
  ['zero', 'Con importo zero'],
  ['non-indicato', 'Con importo non indicato'],
  ['senza-scheda', 'Senza una scheda che dica l’importo'],
] as const;

function describeFinanziati(esiti: readonly Finanziato[]): string[] {
  const condivisi = esiti.filter(({ esito, livelli }) => esito === 'finanziato' && livelli.length > 1);
  return [
    ...ESITI.flatMap(([cercato, frase]) => {
      const suoi = esiti.filter(({ esito }) => esito === cercato);
      return suoi.length > 0 ? [`${frase}: ${listNomi(suoi)}.`] : [];
    }),
    ...(condivisi.length > 0 ? [`Stanno anche ad altri livelli, con lo stesso denaro: ${listNomi(condivisi)}.`] : []),
  ];
}

interface Attivo {
  readonly intervento: string;
  readonly esito: 'SI' | 'NO' | 'non-detto' | 'non-legato';
  readonly dato: Dato;
}

/** Through the raccordo: one active service is enough; services are matched by name, without case and punctuation. */
function readAttivo(quadro: Quadro, { estremi }: QuadroSinottico, { intervento, voci }: InterventoPrevisto): Attivo {
  const legati = selectFatti(quadro, 'raccordo.servizio', { intervento });
  const nomi = new Set(legati.map(({ valori }) => normalizeTesto(String(valori.servizio))));
  const servizi = selectFatti(quadro, 'servizi.attivo').filter(
    ({ valori }) =>
      Number(String(valori.ciclo).slice(0, 4)) < estremi.da && nomi.has(normalizeTesto(String(valori.servizio))),
  );
  const risposte = servizi.map(({ valori }) => valori.attivo ?? null);
  const dato = createDato(
    presente(risposte.includes('SI') ? 1 : 0),
    mergeIngressi([...voci, ...legati, ...servizi].map((fatto) => fatto.dato)),
  );
  if (legati.length === 0) return { intervento, dato, esito: 'non-legato' };
  if (risposte.includes('SI')) return { intervento, dato, esito: 'SI' };
  return { intervento, dato, esito: risposte.length > 0 && risposte.every((una) => una === 'NO') ? 'NO' : 'non-detto' };
}
