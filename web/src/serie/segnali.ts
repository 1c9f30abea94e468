/** What the checks found on the figures that make a value, as its mark tells it. */
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';

export interface Segnale {
  /** Of the check. */
  readonly codice: string;
  /** Of the gravest finding on the figure: `nota` where all of them stay within rounding. */
  readonly gravita: OsservazioneDto['gravita'];
}

export function segnaliDi({ segnalazioni, gravita }: Pick<OsservazioneDto, 'segnalazioni' | 'gravita'>): Segnale[] {
  return segnalazioni.map((codice) => ({ codice, gravita }));
}

/** The checks, each once. */
export function codiciDi(segnali: readonly Segnale[]): string {
  return [...new Set(segnali.map(({ codice }) => codice))].join(',');
}

/** `nota` only where all that was found stays within rounding. */
export function gravitaDi(segnali: readonly Segnale[]): Segnale['gravita'] {
  return (segnali.find(({ gravita }) => gravita !== 'nota') ?? segnali[0])?.gravita;
}
