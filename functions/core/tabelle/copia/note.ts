/** What is not in the copy, or is wrong with the whole file: told below the table, where the reader takes it for the notes that it is. */
import type { Interpretazione } from '../lettura/interprete.ts';
import type { Problema } from '../lettura/problema.ts';
import { joinElenco } from '../lettura/testo.ts';
import type { Dichiarato } from '../tabella.ts';
import { isAltrove, writeMessaggio } from './messaggi.ts';

const NOMI_RUOLO: Readonly<Record<Dichiarato['ruolo'], readonly [uno: string, tanti: string]>> = {
  'somma-colonna': ['totale', 'totali'],
  'somma-riga': ['totale di riga', 'totali di riga'],
  'quota-percentuale': ['percentuale', 'percentuali'],
  variazione: ['variazione', 'variazioni'],
  valore: ['valore già detto altrove', 'valori già detti altrove'],
};

interface Fuori {
  readonly problemi: readonly Problema[];
  /** Declared figures that the layout has no place for. */
  readonly esclusi: readonly Dichiarato[];
  readonly interpretazione: Interpretazione;
}

export function describeFuori({ problemi, esclusi, interpretazione }: Fuori): string[] {
  const ignote = interpretazione.colonne.filter(({ significato }) => significato === null);
  const perRuolo = Object.entries(NOMI_RUOLO).flatMap(([ruolo, [uno, tanti]]) => {
    const quanti = esclusi.filter((dichiarato) => dichiarato.ruolo === ruolo).length;
    return quanti === 0 ? [] : [`${quanti} ${quanti === 1 ? uno : tanti}`];
  });
  return [
    ...new Set(problemi.filter(isAltrove).map(writeMessaggio)),
    ...(ignote.length > 0
      ? [
          `non sono nella copia le colonne non riconosciute: ${joinElenco(ignote.map(({ intestazione }) => `«${intestazione}»`))}.`,
        ]
      : []),
    ...(perRuolo.length > 0
      ? [
          `non sono nella copia, perché in questa forma non hanno posto, le cifre che la fonte dichiara sulle altre: ${joinElenco(perRuolo)}.`,
        ]
      : []),
  ];
}
