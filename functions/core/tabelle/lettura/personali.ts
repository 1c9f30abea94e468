/** Personal data is never taken in: columns of names, tax codes, IBANs, e-mail addresses are told by their header or by their cells. */
import { normalizeTesto } from './testo.ts';

const INTESTAZIONI =
  /^(?:nome|cognome|nominativ[oi]|nome e cognome|cognome e nome|nome cognome|cognome nome|nome (?:assistit|utent|beneficiari).*|codice fiscale.*|cod fisc.*|c f|cf|iban.*|coordinate bancarie|e ?mail.*|posta elettronica.*|pec|telefono.*|cellulare.*|indirizzo.*|residenza anagrafica|data di nascita|luogo di nascita|assistit[oi]|beneficiari[oi]?|intestatari[oi]?)$/;

const CODICE_FISCALE = /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/i;
const IBAN = /\bIT\d{2} ?[A-Z] ?(?:\d ?){10}(?:[A-Z0-9] ?){12}\b/i;
const POSTA = /[\w.+-]+@[\w-]+\.[\w.]+/;

/** @returns true where a header announces personal data */
export function isIntestazionePersonale(intestazione: string): boolean {
  return INTESTAZIONI.test(normalizeTesto(intestazione));
}

/** @returns what the cell holds (`un codice fiscale`), or null */
export function detectPersonale(cella: string): string | null {
  if (cella.length < 6) return null;
  if (CODICE_FISCALE.test(cella)) return 'un codice fiscale';
  if (IBAN.test(cella)) return 'un IBAN';
  return POSTA.test(cella) ? 'un indirizzo di posta elettronica' : null;
}
