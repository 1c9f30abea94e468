import { join, resolve } from 'node:path';

/** Where the project stands. */
export const RADICE = resolve(import.meta.dirname, '..', '..');

export interface Configurazione {
  /** 0 for any free one. */
  readonly porta: number;
  readonly cartellaDati: string;
}

/** Something that the person at the terminal can put right: the message says how. */
export class AvvioError extends Error {
  override readonly name = 'AvvioError';
}

/**
 * @param env `PORT` (default 3000), `DATI_DIR` (default `.dati` in the project)
 * @throws AvvioError where they make no sense
 */
export function readConfigurazione(env: Readonly<Record<string, string | undefined>>): Configurazione {
  const scritta = env.PORT?.trim() || '3000';
  const porta = /^\d{1,5}$/.test(scritta) ? Number(scritta) : Number.NaN;
  if (!(porta <= 65_535)) {
    throw new AvvioError(
      `PORT=${scritta} non è una porta: serve un numero da 1 a 65535, per esempio PORT=3001 npm start`,
    );
  }
  return { porta, cartellaDati: env.DATI_DIR?.trim() ? resolve(env.DATI_DIR.trim()) : join(RADICE, '.dati') };
}
