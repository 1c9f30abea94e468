/** What the checks found, by what it asks of a reader: to see a figure that does not add up, to look at something else, to know, or nothing. */
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';

export interface GruppiSegnalazioni {
  /** A declared figure that the published numbers contradict. */
  readonly nonTornano: readonly SegnalazioneDto[];
  /** Thresholds, interventi that one table has and another has not, names written otherwise. */
  readonly daGuardare: readonly SegnalazioneDto[];
  /** Differences within the rounding of what is written. */
  readonly arrotondamenti: readonly SegnalazioneDto[];
  /** What is left on a fund, what no table lets one verify. */
  readonly annotazioni: readonly SegnalazioneDto[];
}

export function groupSegnalazioni(segnalazioni: readonly SegnalazioneDto[]): GruppiSegnalazioni {
  const note = segnalazioni.filter(({ gravita }) => gravita === 'nota');
  const altre = segnalazioni.filter(({ gravita }) => gravita !== 'nota');
  const isCifra = ({ codice, dichiarato, ricalcolato }: SegnalazioneDto) =>
    codice !== 'vincolo' && dichiarato !== null && ricalcolato !== null;
  return {
    nonTornano: altre.filter(isCifra),
    daGuardare: altre.filter((s) => !isCifra(s)),
    arrotondamenti: note.filter(({ codice }) => codice !== 'capienza'),
    annotazioni: note.filter(({ codice }) => codice === 'capienza'),
  };
}
