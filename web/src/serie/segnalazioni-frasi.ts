/** What the checks found, in sentences. Apart from their grouping, which pages that tell only a number need alone. */
import { capitalize, countOf } from './parole.ts';
import type { GruppiSegnalazioni } from './segnalazioni.ts';

/** How many figures do not add up, in a sentence of its own. */
export function tellNonTornano({ nonTornano }: GruppiSegnalazioni): string {
  if (nonTornano.length === 0) return 'Nelle tabelle pubblicate nessuna cifra contraddice le altre.';
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
