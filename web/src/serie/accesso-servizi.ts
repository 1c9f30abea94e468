/** What a service costs to who uses it, as far as the lists of the plan surely say it of that service. */
import { normalizeTesto } from '../../../functions/core/testo.ts';
import { type RigaTavola, testoOf } from './tavole.ts';

export type ModoAccesso = 'gratuito' | 'compartecipazione';

export interface Accesso {
  readonly modo: ModoAccesso;
  /** The line of the plan that says it. */
  readonly scritto: string;
}

/** Words that every service has, and prove nothing. */
const GENERICHE = /^(servizi|interve|percorsi|rete|accesso|persone)/;
const LEGAMI = new Set(['del', 'della', 'dei', 'delle', 'per', 'con', 'nel', 'alla', 'the']);

function radiciOf(testo: string): string[] {
  const parole = normalizeTesto(testo).split(' ');
  return parole.filter((p) => p.length > 2 && !LEGAMI.has(p) && !GENERICHE.test(p)).map((p) => p.slice(0, 5));
}

/** The initials that a name carries in brackets: `ADE` of `Assistenza domiciliare educativa (ADE)`. */
function siglaOf(nome: string): string | null {
  return /\(([A-Z]{3,5})\)/.exec(nome)?.[1] ?? null;
}

/** A line may name several services: `Servizi di accesso (Servizio Sociale Professionale, Sportello Immigrati)`. */
function listNomi(scritto: string): string[] {
  const elenco = /\(([^)]*,[^)]*)\)/.exec(scritto)?.[1];
  return elenco === undefined ? [scritto] : elenco.split(',').map((nome) => nome.trim());
}

/**
 * The line of the lists of access that speaks of a service: by its initials, or because one name has all the words of the
 * other. Where no line surely does, the plan does not say it.
 */
export function findAccesso(servizio: string | null, accessi: readonly RigaTavola[]): Accesso | null {
  if (servizio === null) return null;
  for (const riga of accessi) {
    const scritto = testoOf(riga, 'servizio');
    const modo = testoOf(riga, 'accesso');
    if (scritto === null || (modo !== 'gratuito' && modo !== 'compartecipazione')) continue;
    if (listNomi(scritto).some((nome) => isStesso(nome, servizio))) return { modo, scritto };
  }
  return null;
}

function isStesso(nome: string, servizio: string): boolean {
  const sigla = siglaOf(nome);
  if (sigla !== null && new RegExp(`(?<!\\p{L})${sigla}(?!\\p{L})`, 'u').test(servizio)) return true;
  const [a, b] = [radiciOf(nome), radiciOf(servizio)];
  if (a.length === 0 || b.length === 0) return false;
  return a.every((radice) => b.includes(radice)) || (b.length > 1 && b.every((radice) => a.includes(radice)));
}
