/** What the checks found, by what it asks of a reader: to see a figure that does not add up, to look at something else, to know, or nothing. */
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';
import { capitalize, countOf } from './parole.ts';

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

/** How many figures do not add up, in a sentence of its own. */
export function tellNonTornano({ nonTornano }: GruppiSegnalazioni): string {
  if (nonTornano.length === 0) return 'Le cifre dichiarate tornano con gli stessi numeri pubblicati.';
  const quante = countOf(nonTornano.length, 'cifra dichiarata non torna', 'cifre dichiarate non tornano');
  return `${capitalize(quante)} con gli stessi numeri pubblicati.`;
}

/** What else was found, after the figures that do not add up; empty where there is nothing. */
export function tellAltre({ daGuardare, arrotondamenti, annotazioni }: GruppiSegnalazioni): string {
  const frasi = [
    daGuardare.length === 1
      ? 'Un’altra cosa è da guardare: una soglia, un intervento che manca in una tabella o un nome scritto in altro modo.'
      : `Altre ${countOf(daGuardare.length, 'cosa', 'cose')} sono da guardare: soglie, interventi che stanno in una tabella e non in un’altra, nomi scritti in altro modo.`,
    `${capitalize(countOf(arrotondamenti.length, 'differenza sta', 'differenze stanno'))} dentro l’arrotondamento.`,
    `${capitalize(countOf(annotazioni.length, 'nota dice', 'note dicono'))} quanto resta su un fondo, o che cosa non si può verificare.`,
  ];
  return frasi.filter((_, i) => [daGuardare, arrotondamenti, annotazioni][i]?.length !== 0).join(' ');
}
