/** Dates with the month before the day: some are no day at all, the others are read, and mean another. */
import { swapGiornoMese } from '../date.ts';
import { type CercaCausa, countTrovati, describeEsempio, pickColonna, tellCausa } from './causa.ts';

export const DATE_AMERICANE = 'date-americane';

/** Two days that do not exist, and would the other way round, are no slip. */
const MINIMO_DATE = 2;

export const findDateAmericane: CercaCausa = (indizi) => {
  const scambiate = pickColonna(
    indizi.problemi.filter(({ regola, valore }) => regola === 'data-non-leggibile' && swapGiornoMese(valore ?? '')),
    MINIMO_DATE,
  );
  const prima = scambiate?.[0];
  if (!prima) return null;
  return tellCausa(
    DATE_AMERICANE,
    `Nella colonna ${prima.colonna} le date sembrano scritte all’americana, il mese prima del giorno: ${countTrovati(scambiate.length, indizi)} non sono giorni che esistono, la prima ${describeEsempio(prima)}, che sarebbe ${swapGiornoMese(prima.valore ?? '')}. Anche quelle che si leggono lo stesso direbbero allora un altro giorno: riscrivile tutte come giorno/mese/anno.`,
    prima.valore,
  );
};
