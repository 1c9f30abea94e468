import { listCofinanziamenti, type Natura, readCofinanziamento } from '../cofinanziamento.ts';
import { divideDati, roundDato } from '../dato.ts';
import { combinePerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore } from '../residenti.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

const FONTE = 'Piano di Zona, tabelle del cofinanziamento comunale.';

export const cofinanziamentoMinimo = defineIndicatore({
  id: 'cofinanziamento-minimo',
  titolo: 'Cofinanziamento minimo',
  domanda: 'Quanto deve mettere almeno ogni comune nel Piano di Zona?',
  formula: 'quota minima pubblicata, per anno e forma (denaro, servizi, totale)',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento'],
  avvertenze: ['È la quota stampata nel Piano: quella ricalcolata dai fondi è un indicatore a parte.'],
  fonte: `${FONTE} Piano regionale delle politiche sociali della Puglia 2022-2024.`,
  computeSerie: (quadro) => mapCofinanziamenti(quadro, 'minimo'),
});

export const cofinanziamentoProgrammato = defineIndicatore({
  id: 'cofinanziamento-programmato',
  titolo: 'Cofinanziamento programmato',
  domanda: 'Quanto prevede il Piano che i comuni mettano, anno per anno?',
  formula: 'somma programmata, per anno e forma (denaro, servizi, totale)',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento'],
  avvertenze: ['È una previsione: quanto è stato poi versato è un indicatore a parte.'],
  fonte: FONTE,
  computeSerie: (quadro) => mapCofinanziamenti(quadro, 'programmato'),
});

export const cofinanziamentoVersato = defineIndicatore({
  id: 'cofinanziamento-versato',
  titolo: 'Cofinanziamento versato',
  domanda: 'Quanto ha versato ogni comune nel fondo comune dell’ambito?',
  formula: 'somma versata, per anno e forma (denaro, servizi, totale)',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento'],
  avvertenze: ['Le somme in denaro non dicono i servizi che il comune ha messo di suo.'],
  fonte: FONTE,
  computeSerie: (quadro) => mapCofinanziamenti(quadro, 'versato'),
});

export const cofinanziamentoVersatoProcapite = defineIndicatore({
  id: 'cofinanziamento-versato-procapite',
  titolo: 'Cofinanziamento versato per residente',
  domanda: 'Quanto ha versato ogni comune, per ciascun residente?',
  formula: 'cofinanziamento versato / residenti',
  unita: '€/ab',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['cofinanziamento', 'popolazione'],
  avvertenze: [
    'Le somme in denaro non dicono i servizi che il comune ha messo di suo.',
    'Tutti gli anni sono divisi per i residenti di una sola rilevazione: la nota dice quale.',
  ],
  fonte: FONTE,
  computeSerie: (quadro) => {
    const versati = listCofinanziamenti(quadro, 'versato');
    const anni = [...new Set(versati.map(({ anno }) => Number(anno)))];
    const denominatore = chooseDenominatore(quadro, anni, 'istat');
    return versati.map((versato) => {
      const { residenti, rilevazione, nota } = denominatore(Number(versato.anno));
      return {
        periodo: versato.anno,
        dimensioni: { forma: versato.forma, rilevazione },
        valori: combinePerComune(readCofinanziamento(quadro, versato), residenti, (importo, tutti) =>
          roundDato(divideDati(importo, tutti)),
        ),
        note: [nota],
      };
    });
  },
});

function mapCofinanziamenti(quadro: Quadro, natura: Natura): Serie[] {
  return listCofinanziamenti(quadro, natura).map((cofinanziamento) => {
    const valori = readCofinanziamento(quadro, cofinanziamento);
    const soloAmbito =
      valori.ambito.valore !== null && [...valori.comuni.values()].every((dato) => dato.valore === null);
    return {
      periodo: cofinanziamento.anno,
      dimensioni: { forma: cofinanziamento.forma },
      valori,
      note: soloAmbito ? ['La fonte dichiara solo l’importo dell’intero ambito, non quello dei singoli comuni.'] : [],
    };
  });
}
