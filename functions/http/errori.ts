/** From a fault to the answer: the one table of what each error means to who asked. */

import type { ProblemJson } from '../core/http/schemi.ts';
import { TITOLI_ERRORI } from '../core/http/titoli-errori.ts';
import { CorrezioneError } from '../core/tabelle/correzioni.ts';
import {
  ArchivioOccupatoError,
  ConflittoError,
  ContenutoGuastoError,
  NonPubblicabileError,
  NonTrovatoError,
} from '../store/errori.ts';
import { RifiutoError, type StatoRifiuto } from './rifiuto.ts';

type Classe = abstract new (...argomenti: never[]) => Error;

/** Each error class and its status; null for a fault, of which nothing is told. A test holds it against store/errori.ts. */
export const STATI: readonly (readonly [Classe, StatoRifiuto | null])[] = [
  [CorrezioneError, 400],
  [NonTrovatoError, 404],
  [ConflittoError, 409],
  [NonPubblicabileError, 422],
  [ArchivioOccupatoError, 503],
  [ContenutoGuastoError, null],
];

/** What DynamoDB and S3 throw when they are asked too much, after every attempt of the client, or for the same object twice at one moment. */
const OCCUPATO = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|SlowDown|ConditionalRequestConflict/;
const RIPROVA_SECONDI = '5';

/** @returns the refusal that an error stands for, or null where it is a fault of the service */
export function toRifiuto(errore: unknown): RifiutoError | null {
  if (errore instanceof RifiutoError) return errore;
  if (!(errore instanceof Error)) return null;
  const stato = STATI.find(([classe]) => errore instanceof classe)?.[1] ?? null;
  if (stato === 503 || (stato === null && OCCUPATO.test(errore.name))) {
    return new RifiutoError(503, 'L’archivio è molto occupato. Riprova tra qualche secondo.', {
      intestazioni: { 'retry-after': RIPROVA_SECONDI },
      cause: errore,
    });
  }
  if (stato === null) return null;
  const problemi = errore instanceof NonPubblicabileError ? [...errore.problemi] : undefined;
  return new RifiutoError(stato, errore.message, { problemi, cause: errore });
}

/**
 * @param rifiuto null for a fault: the answer tells the id of the request and nothing else
 * @param id of the request
 */
export function toProblema(rifiuto: RifiutoError | null, id: string): ProblemJson {
  const stato = rifiuto?.stato ?? 500;
  return {
    type: 'about:blank',
    title: TITOLI_ERRORI[stato] ?? 'Errore',
    status: stato,
    detail: rifiuto?.message ?? `Qualcosa non ha funzionato. Se lo segnali, cita questo codice: ${id}`,
    instance: `urn:richiesta:${id}`,
    ...(rifiuto?.problemi ? { problemi: rifiuto.problemi } : {}),
  };
}
