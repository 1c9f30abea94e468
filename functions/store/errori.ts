import type { Segnalazione } from '../core/controlli/controllo.ts';
import { formatIstante } from '../core/formato.ts';
import type { Problema } from '../core/tabelle/lettura/problema.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';

/** Something asked for that is not there: 404. */
export class NonTrovatoError extends Error {
  override readonly name = 'NonTrovatoError';
}

/** What another person published on a tipo since the edizione that a request was made on. */
export interface CambiamentoConcorrente {
  readonly tipo: TipoId;
  /** The versione that is current now; null where the tipo is no longer there. */
  readonly versione: number | null;
  /** ISO instant. */
  readonly pubblicataIl: string | null;
  readonly ruolo: string | null;
}

/** The tipo changed since `base`: 409. Says what changed, so that the person can look at it and decide anew. */
export class ConflittoError extends Error {
  override readonly name = 'ConflittoError';
  readonly base: number;
  readonly corrente: number;
  readonly cambiamenti: readonly CambiamentoConcorrente[];

  constructor(dati: { base: number; corrente: number; cambiamenti: readonly CambiamentoConcorrente[] }) {
    const cosa = dati.cambiamenti.map(describeCambiamento).join('; ');
    super(
      `Dopo l’edizione ${dati.base}, su cui è stato fatto il confronto, qualcuno ha pubblicato ${cosa}. ` +
        'Ricarica lo stesso file per confrontarlo con i dati di oggi, poi pubblicalo.',
    );
    this.base = dati.base;
    this.corrente = dati.corrente;
    this.cambiamenti = dati.cambiamenti;
  }
}

function describeCambiamento({ tipo, versione, pubblicataIl, ruolo }: CambiamentoConcorrente): string {
  if (versione === null) return `un’edizione senza la tabella «${tipo}»`;
  const quando = pubblicataIl === null ? '' : ` il ${formatIstante(pubblicataIl)}`;
  return `la versione ${versione} della tabella «${tipo}»${quando}${ruolo === null ? '' : ` (ruolo: ${ruolo})`}`;
}

/** What may not be published: 422, with the reasons. */
export class NonPubblicabileError extends Error {
  override readonly name = 'NonPubblicabileError';
  readonly problemi: readonly Problema[];
  readonly segnalazioni: readonly Segnalazione[];

  constructor(
    messaggio: string,
    motivi: { problemi?: readonly Problema[]; segnalazioni?: readonly Segnalazione[] } = {},
  ) {
    super(messaggio);
    this.problemi = motivi.problemi ?? [];
    this.segnalazioni = motivi.segnalazioni ?? [];
  }
}

/** The store keeps refusing work (throttling, unprocessed items) after every attempt: 503, the person may try again. */
export class ArchivioOccupatoError extends Error {
  override readonly name = 'ArchivioOccupatoError';
}

/** What was stored cannot be what was written: a fault, never shown as data. */
export class ContenutoGuastoError extends Error {
  override readonly name = 'ContenutoGuastoError';
}
