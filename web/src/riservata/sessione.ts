/** Who is in: a token and what it says, kept while this tab is open and nowhere else. */
import { findRuolo, type Ruolo, readGruppi } from '../../../functions/core/http/ruoli.ts';

export interface Sessione {
  readonly accessToken: string;
  /** Absent where the issuer gives none. */
  readonly refreshToken?: string;
}

export interface Registro {
  read(): Sessione | null;
  write(sessione: Sessione | null): void;
  subscribe(onCambio: () => void): () => void;
}

const CHIAVE = 'osservatorio.sessione';

/** @param archivio sessionStorage: a reload finds it again, another tab does not */
export function createRegistro(archivio: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Registro {
  let corrente = parseSessione(archivio.getItem(CHIAVE));
  const ascoltatori = new Set<() => void>();
  return {
    read: () => corrente,
    write: (sessione) => {
      corrente = sessione;
      if (sessione) archivio.setItem(CHIAVE, JSON.stringify(sessione));
      else archivio.removeItem(CHIAVE);
      for (const onCambio of ascoltatori) onCambio();
    },
    subscribe: (onCambio) => {
      ascoltatori.add(onCambio);
      return () => ascoltatori.delete(onCambio);
    },
  };
}

function parseSessione(testo: string | null): Sessione | null {
  const dati = testo === null ? null : parseOggetto(testo);
  if (typeof dati?.accessToken !== 'string') return null;
  const { accessToken, refreshToken } = dati;
  return { accessToken, ...(typeof refreshToken === 'string' && { refreshToken }) };
}

/**
 * The groups that a token names. Nothing is verified here: it only decides what is offered, the API decides what is allowed.
 * @returns [] for what is not a token
 */
export function listGruppi({ accessToken }: Sessione): string[] {
  const corpo = accessToken.split('.')[1];
  if (corpo === undefined) return [];
  return readGruppi(parseOggetto(decodeBase64Url(corpo))?.['cognito:groups']);
}

const DI_AMBITO = ['organi', 'operatore', 'responsabile'] as const satisfies readonly Ruolo[];

/** @returns undefined where the groups open nothing in that ambito */
export function ruoloIn(gruppi: readonly string[], ambito: string): Ruolo | undefined {
  return findRuolo(DI_AMBITO, gruppi, ambito);
}

/** Ids of the ambiti that the groups name. */
export function listAmbiti(gruppi: readonly string[]): string[] {
  const nominati = new Set(gruppi.flatMap((gruppo) => gruppo.split('/').slice(0, -1)));
  return [...nominati].filter((ambito) => ruoloIn(gruppi, ambito) !== undefined);
}

export const mayWrite = (ruolo: Ruolo): boolean => ruolo === 'operatore' || ruolo === 'responsabile';
export const mayPublish = (ruolo: Ruolo): boolean => ruolo === 'responsabile';

export const NOMI_RUOLO: Readonly<Record<Ruolo, string>> = {
  organi: 'organi di governo',
  operatore: 'operatore dell’Ufficio di Piano',
  responsabile: 'responsabile dell’Ufficio di Piano',
  amministratore: 'amministratore',
};

function decodeBase64Url(testo: string): string {
  try {
    const latino = atob(testo.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(latino, (lettera) => lettera.charCodeAt(0)));
  } catch {
    return '';
  }
}

function parseOggetto(testo: string): Record<string, unknown> | null {
  try {
    const dati: unknown = JSON.parse(testo);
    return typeof dati === 'object' && dati !== null ? { ...dati } : null;
  } catch {
    return null;
  }
}
