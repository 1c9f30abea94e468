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

/** The same two figures of the same place, wherever the document writes them: read once, with every spot. */
export interface Riscontro {
  readonly chiave: string;
  readonly segnalazioni: readonly [SegnalazioneDto, ...SegnalazioneDto[]];
  /** What the figures are of, and of when: without repetitions, in the order in which they were found. */
  readonly misure: readonly string[];
  readonly periodi: readonly string[];
}

/** What one check found, under its name and its reason. */
export interface Famiglia {
  readonly codice: SegnalazioneDto['codice'];
  readonly titolo: string;
  readonly perche: string;
  readonly riscontri: readonly Riscontro[];
}

export function groupPerControllo(segnalazioni: readonly SegnalazioneDto[]): Famiglia[] {
  const codici = [...new Set(segnalazioni.map(({ codice }) => codice))];
  return codici.map((codice) => {
    const sue = segnalazioni.filter((una) => una.codice === codice);
    const { titolo = codice, perche = '' } = sue[0] ?? {};
    return { codice, titolo, perche, riscontri: mergeUguali(sue) };
  });
}

function mergeUguali(segnalazioni: readonly SegnalazioneDto[]): Riscontro[] {
  const uguali = new Map<string, [SegnalazioneDto, ...SegnalazioneDto[]]>();
  segnalazioni.forEach((una, i) => {
    const { comune, dichiarato, ricalcolato } = una;
    const confrontabile = dichiarato !== null && ricalcolato !== null;
    const chiave = confrontabile ? JSON.stringify([comune, dichiarato, ricalcolato]) : String(i);
    const gia = uguali.get(chiave);
    if (gia) gia.push(una);
    else uguali.set(chiave, [una]);
  });
  return [...uguali].map(([chiave, trovate]) => ({
    chiave,
    segnalazioni: trovate,
    misure: [...new Set(trovate.flatMap(({ misura }) => misura ?? []))],
    periodi: [...new Set(trovate.flatMap(({ periodo }) => periodo ?? []))],
  }));
}
