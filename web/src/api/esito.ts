/** What an answer that is not a success says of itself. */
import type { GenereErrore } from './errore.ts';

/** @returns the id of a request alone, as a person copies it, from the `instance` of a problem */
export function codiceOf(instance: string | undefined): string | undefined {
  return instance?.replace('urn:richiesta:', '');
}

/** @param stato HTTP status of an answer that is not a success */
export function genereOf(stato: number): GenereErrore {
  if (stato === 404 || stato === 410) return 'assente';
  if (stato === 429) return 'attesa';
  if (stato >= 500) return 'servizio';
  return 'richiesta';
}
