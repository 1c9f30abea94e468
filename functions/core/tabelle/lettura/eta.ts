import { ETA_TOTALE } from '../../fascia.ts';
import { Rifiuto } from './rifiuto.ts';
import { normalizeTesto } from './testo.ts';

/** The last single year of ISTAT's tables holds everybody older too. */
const ULTIMA_ETA = 100;

const TOTALE = /^(?:totale|tutte(?: le eta)?)$/;
const APERTA =
  /^(?:(?:over|ultra|oltre|da) ?)?(\d{1,3})(?: anni)? ?(?:\+|(?:anni )?(?:e|ed)? ?(?:piu|oltre)(?: anni)?)$/;
const OLTRE = /^(?:over|ultra|oltre|popolazione ultra) ?(\d{1,3})(?: anni)?$/;
const FASCIA = /^(?:da )?(\d{1,3})(?: a)? (\d{1,3})(?: anni)?$/;
const SINGOLA = /^(\d{1,3})(?: ann[oi])?$/;

/**
 * An age band as published, in canonical form.
 * @param testo normalised: `0 3`, `65 piu`, `65+`
 * @returns `0-3`, `65+`, one year `7`, `100+`, `totale`; null where it is not a band
 */
export function matchEta(testo: string): string | null {
  // No two of these match one text: the single year comes first because long tables have hundreds of them.
  const singola = SINGOLA.exec(testo);
  if (singola) {
    const anni = Number(singola[1]);
    if (anni > ULTIMA_ETA) return null;
    return anni === ULTIMA_ETA ? `${ULTIMA_ETA}+` : `${anni}`;
  }
  if (TOTALE.test(testo)) return ETA_TOTALE;
  const aperta = APERTA.exec(testo) ?? OLTRE.exec(testo);
  if (aperta) return `${Number(aperta[1])}+`;
  const fascia = FASCIA.exec(testo);
  return fascia && Number(fascia[1]) < Number(fascia[2]) ? `${Number(fascia[1])}-${Number(fascia[2])}` : null;
}

/** `4-10` as a spreadsheet keeps and shows it, where it takes it for the fourth of October: `2026-10-04`, `04-ott`, `ott-10`. */
const MESE = '(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*';
const DATA = new RegExp(String.raw`^(?:\d{4}-\d\d-\d\d|\d\d?[-/ ]${MESE}|${MESE}[-/ ]\d\d(?:\d\d)?)$`, 'i');

/** Whether a band of age was perhaps taken for a date. */
export function isFasciaInData(testo: string): boolean {
  return DATA.test(testo.trim());
}

export const FASCIA_IN_DATA =
  'è un giorno: il foglio di calcolo prende per date le fasce come 4-10. Va riscritta con la parola «anni»: «4-10 anni».';

export function parseEta(testo: string): string | Rifiuto {
  return (
    matchEta(normalizeTesto(testo)) ??
    new Rifiuto('eta-non-leggibile', isFasciaInData(testo) ? FASCIA_IN_DATA : 'non è un’età né una fascia d’età.')
  );
}
