/** The edizioni of an ambito, told to who reads: when each was published, and what came with it. */
import type { RegistroDto } from '../../../functions/core/http/schemi.ts';

export type Atto = RegistroDto['atti'][number];

/** More tables than these are counted, not named. */
const NOMINATE = 3;

const IN_TANTE: Readonly<Record<Atto['azione'], string>> = {
  pubblicazione: 'Pubblicate',
  ripristino: 'Ripristinate',
  ricalcolo: 'Lette di nuovo',
};

/** The tipi of which an edizione has another versione than the one before it. */
export function listCambiate(atto: Atto, precedente: Atto | undefined): string[] {
  return Object.keys(atto.versioni).filter((tipo) => atto.versioni[tipo] !== precedente?.versioni[tipo]);
}

/** `Pubblicata la tabella «Servizi» (versione 2)`, `Pubblicate 11 tabelle`: without a full stop. */
export function tellAtto(atto: Atto, precedente: Atto | undefined): string {
  const { length: quante } = listCambiate(atto, precedente);
  return quante > NOMINATE ? `${IN_TANTE[atto.azione]} ${quante} tabelle` : atto.cosa;
}
