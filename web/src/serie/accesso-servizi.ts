/** What a service costs to who uses it, as far as the lists of the plan surely say it of that service. */
import { normalizeTesto } from '../../../functions/core/testo.ts';
import { type RigaTavola, testoOf } from './tavole.ts';

export type ModoAccesso = 'gratuito' | 'compartecipazione';

export interface Accesso {
  readonly modo: ModoAccesso;
  /** The line of the plan that says it. */
  readonly scritto: string;
}

/** A line of the lists of access, read once for all the services that are looked for in it. */
export interface VoceAccesso extends Accesso {
  readonly nomi: readonly Nome[];
}

interface Nome {
  /** The initials that it carries in brackets: `ADE` of `Assistenza domiciliare educativa (ADE)`. */
  readonly sigla: string | null;
  /** Beginnings of the words that tell it from the others. */
  readonly radici: readonly string[];
}

/** Words that every service has, and prove nothing. */
const GENERICHE = /^(servizi|interve|percorsi|rete|accesso|persone)/;
const LEGAMI = new Set(['del', 'della', 'dei', 'delle', 'per', 'con', 'nel', 'alla', 'the']);

function radiciOf(testo: string): string[] {
  const parole = normalizeTesto(testo).split(' ');
  return parole.filter((p) => p.length > 2 && !LEGAMI.has(p) && !GENERICHE.test(p)).map((p) => p.slice(0, 5));
}

/** A line may name several services: `Servizi di accesso (Servizio Sociale Professionale, Sportello Immigrati)`. */
function listNomi(scritto: string): string[] {
  const elenco = /\(([^)]*,[^)]*)\)/.exec(scritto)?.[1];
  return elenco === undefined ? [scritto] : elenco.split(',').map((nome) => nome.trim());
}

export function listVociAccesso(righe: readonly RigaTavola[]): VoceAccesso[] {
  return righe.flatMap((riga) => {
    const scritto = testoOf(riga, 'servizio');
    const modo = testoOf(riga, 'accesso');
    if (scritto === null || (modo !== 'gratuito' && modo !== 'compartecipazione')) return [];
    const nomi = listNomi(scritto).map((nome) => ({
      sigla: /\(([A-Z]{3,5})\)/.exec(nome)?.[1] ?? null,
      radici: radiciOf(nome),
    }));
    return [{ modo, scritto, nomi }];
  });
}

/**
 * The line of the lists of access that speaks of a service: by its initials, or because one name has all the words of the
 * other. Where no line surely does, the plan does not say it.
 */
export function findAccesso(servizio: string | null, voci: readonly VoceAccesso[]): Accesso | null {
  if (servizio === null) return null;
  const parole = new Set(servizio.split(/[^A-Za-zÀ-ÖØ-öø-ÿ]+/));
  const radici = radiciOf(servizio);
  const isSuo = (nome: Nome) => (nome.sigla !== null && parole.has(nome.sigla)) || isStesso(nome.radici, radici);
  const voce = voci.find(({ nomi }) => nomi.some(isSuo));
  return voce ? { modo: voce.modo, scritto: voce.scritto } : null;
}

function isStesso(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return a.every((radice) => b.includes(radice)) || (b.length > 1 && b.every((radice) => a.includes(radice)));
}
