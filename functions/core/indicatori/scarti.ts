import { type Cofinanziamento, hasForma, readCofinanziamento } from '../cofinanziamento.ts';
import { divideDati, roundDato, subtractDati } from '../dato.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { combinePerComune, spreadAmbito } from '../per-comune.ts';
import { formatPeriodo, type Periodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { findCiclo, hasTrasferimenti, listCicli, readTrasferimenti } from '../trasferimenti.ts';
import { defineIndicatore } from './definisci.ts';
import { findTriennioPrecedente, readSpesaMedia } from './spesa-storica.ts';

const PRPS =
  'Piano regionale delle politiche sociali della Puglia 2022-2024; Piano di Zona, risorse relative al cofinanziamento.';

export const scartoMinimo = defineIndicatore({
  id: 'scarto-minimo',
  titolo: 'Distanza dal cofinanziamento minimo',
  domanda: 'Quanto c’è in più o in meno rispetto alla quota minima?',
  formula: 'cofinanziamento totale programmato (o, se manca, versato) − cofinanziamento minimo',
  unita: '€',
  decimali: 2,
  direzione: 'alto-meglio',
  tema: 'cofinanziamento',
  soglia: {
    valore: 0,
    verso: 'almeno',
    legge: 'Piano regionale delle politiche sociali della Puglia 2022-2024, quota minima di cofinanziamento',
  },
  tabelle: ['cofinanziamento'],
  avvertenze: [
    'Si confrontano totali con totali: il solo denaro non si confronta mai con la quota intera.',
    'La quota minima della prima annualità vale per ogni anno del ciclo che non ne pubblica una sua.',
  ],
  fonte: PRPS,
  computeSerie: (quadro) =>
    listValori(selectFatti(quadro, 'cofinanziamento.importo'), 'anno').map((anno) => {
      const minimo = findMinimo(quadro, anno);
      const programmato: Cofinanziamento = { natura: 'programmato', anno, forma: 'totale' };
      const versato: Cofinanziamento = { natura: 'versato', anno, forma: 'totale' };
      const apporto = hasForma(quadro, programmato) || !hasForma(quadro, versato) ? programmato : versato;
      return {
        periodo: anno,
        valori: combinePerComune(
          readCofinanziamento(quadro, apporto),
          readCofinanziamento(quadro, minimo),
          subtractDati,
        ),
        note: [
          ...(hasForma(quadro, apporto) ? [`Apporto: cofinanziamento ${apporto.natura}.`] : []),
          ...describeMinimo(quadro, minimo, anno),
        ],
      };
    }),
});

export const scartoSpesaStorica = defineIndicatore({
  id: 'scarto-spesa-storica',
  titolo: 'Distanza dalla spesa storica',
  domanda: 'Il cofinanziamento programmato mantiene la spesa storica?',
  formula: 'cofinanziamento programmato totale dell’anno − spesa storica media annua',
  unita: '€',
  decimali: 2,
  direzione: 'alto-meglio',
  tema: 'cofinanziamento',
  soglia: {
    valore: 0,
    verso: 'almeno',
    legge:
      'Piano regionale delle politiche sociali della Puglia 2022-2024, mantenimento della spesa storica (salvo deroga)',
  },
  tabelle: ['cofinanziamento', 'spesa-storica'],
  avvertenze: [
    'Il Piano regionale ammette una deroga: almeno il 100 % dei trasferimenti ordinari (FNPS, FNA, FGSA) della prima annualità.',
    'Il solo denaro non si confronta mai con la spesa storica.',
  ],
  fonte: PRPS,
  computeSerie: (quadro) =>
    listAnniProgrammati(quadro).flatMap((anno) => {
      const triennio = findTriennioPrecedente(quadro, Number(anno));
      if (!triennio) return [];
      return [
        {
          periodo: anno,
          valori: combinePerComune(
            readProgrammato(quadro, anno),
            readSpesaMedia(quadro, triennio),
            (programmato, media) => roundDato(subtractDati(programmato, media)),
          ),
          note: [`Spesa storica: media annua del ${triennio.periodo}.`],
        },
      ];
    }),
});

export const aumentoQuotaDenaro = defineIndicatore({
  id: 'aumento-quota-denaro',
  titolo: 'Aumento della quota in denaro',
  domanda: 'Quanto denaro in più deve versare ogni comune, passando al nuovo Piano?',
  formula: 'quota minima in denaro del primo anno del ciclo − versato in denaro dell’ultimo anno del ciclo precedente',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento'],
  avvertenze: ['Riguarda il solo denaro: i servizi che il comune mette di suo restano fuori da entrambi i termini.'],
  fonte: PRPS,
  computeSerie: (quadro) =>
    listPassaggi(quadro).flatMap(([prima, dopo]) => {
      const minimo: Cofinanziamento = { natura: 'minimo', anno: `${dopo.da}`, forma: 'denaro' };
      const versato: Cofinanziamento = { natura: 'versato', anno: `${prima.a}`, forma: 'denaro' };
      if (!hasForma(quadro, minimo)) return [];
      return [
        {
          periodo: minimo.anno,
          valori: combinePerComune(
            readCofinanziamento(quadro, minimo),
            readCofinanziamento(quadro, versato),
            subtractDati,
          ),
          note: [`Quota minima in denaro del ${minimo.anno} meno denaro versato nel ${versato.anno}.`],
        },
      ];
    }),
});

export const pesoQuota = defineIndicatore({
  id: 'peso-quota',
  titolo: 'Peso della quota minima sulla spesa storica',
  domanda: 'Quanta parte della spesa storica è coperta dalla sola quota minima?',
  formula: 'cofinanziamento minimo / spesa storica media annua × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento', 'spesa-storica'],
  avvertenze: [
    'La parte che manca a 100 è quanto il comune deve aggiungere alla quota per mantenere la spesa storica.',
  ],
  fonte: PRPS,
  computeSerie: (quadro) =>
    listValori(selectFatti(quadro, 'cofinanziamento.importo', { natura: 'minimo' }), 'anno').flatMap((anno) => {
      const triennio = findTriennioPrecedente(quadro, Number(anno));
      if (!triennio) return [];
      return [
        {
          periodo: anno,
          valori: combinePerComune(
            readCofinanziamento(quadro, { natura: 'minimo', anno, forma: 'totale' }),
            readSpesaMedia(quadro, triennio),
            (minimo, media) => divideDati(minimo, media, 100),
          ),
          note: [`Spesa storica: media annua del ${triennio.periodo}.`],
        },
      ];
    }),
});

export const coperturaTrasferimenti = defineIndicatore({
  id: 'copertura-trasferimenti',
  titolo: 'Cofinanziamento rispetto ai trasferimenti',
  domanda: 'Quanto mettono i comuni per ogni cento euro trasferiti dallo Stato e dalla Regione?',
  formula: 'cofinanziamento programmato dell’anno / (FNPS + FNA + FGSA della prima annualità del ciclo) × 100',
  unita: '%',
  decimali: 2,
  direzione: 'alto-meglio',
  tema: 'cofinanziamento',
  soglia: {
    valore: 100,
    verso: 'almeno',
    legge: 'Piano regionale delle politiche sociali della Puglia 2022-2024, quota minima di cofinanziamento',
  },
  tabelle: ['cofinanziamento', 'fondi'],
  avvertenze: ['I trasferimenti sono assegnati all’ambito: per i singoli comuni il rapporto non ha significato.'],
  fonte: PRPS,
  computeSerie: (quadro) =>
    listAnniProgrammati(quadro).flatMap((anno) => {
      const ciclo = findCiclo(quadro, Number(anno));
      if (!ciclo || !hasTrasferimenti(quadro, ciclo)) return [];
      return [
        {
          periodo: anno,
          valori: combinePerComune(
            readProgrammato(quadro, anno),
            spreadAmbito(quadro, readTrasferimenti(quadro, ciclo.da)),
            (programmato, trasferimenti) => divideDati(programmato, trasferimenti, 100),
          ),
          note: [
            `Trasferimenti: FNPS + FNA + FGSA del ${ciclo.da}, prima annualità del ciclo ${formatPeriodo(ciclo)}.`,
          ],
        },
      ];
    }),
});

/** The minimum published for a year, else the one of the first annuality of its ciclo, which holds for all of it. */
function findMinimo(quadro: Quadro, anno: string): Cofinanziamento {
  const suo: Cofinanziamento = { natura: 'minimo', anno, forma: 'totale' };
  const ciclo = findCiclo(quadro, Number(anno));
  const primo: Cofinanziamento = { ...suo, anno: `${ciclo?.da ?? anno}` };
  return hasForma(quadro, suo) || !hasForma(quadro, primo) ? suo : primo;
}

function describeMinimo(quadro: Quadro, minimo: Cofinanziamento, anno: string): string[] {
  if (!hasForma(quadro, minimo)) {
    return [`Per il ${anno} nessuna tabella pubblica la quota minima: non si può dire se sia rispettata.`];
  }
  return minimo.anno === anno
    ? []
    : [`Per il ${anno} vale la quota minima della prima annualità del ciclo, il ${minimo.anno}.`];
}

function listAnniProgrammati(quadro: Quadro): string[] {
  return listValori(selectFatti(quadro, 'cofinanziamento.importo', { natura: 'programmato' }), 'anno');
}

function readProgrammato(quadro: Quadro, anno: string) {
  return readCofinanziamento(quadro, { natura: 'programmato', anno, forma: 'totale' });
}

/** Each ciclo with the one before it. */
function listPassaggi(quadro: Quadro): [Periodo, Periodo][] {
  const cicli = listCicli(quadro);
  return cicli.slice(1).flatMap((dopo, indice): [Periodo, Periodo][] => {
    const prima = cicli[indice];
    return prima ? [[prima, dopo]] : [];
  });
}
