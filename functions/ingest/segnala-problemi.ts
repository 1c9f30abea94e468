/** What the reading refused, as the checks name it: a file that no edizione has taken fails a check all the same. */
import type { CodiceControllo, Segnalazione } from '../core/controlli/controllo.ts';
import type { Problema } from '../core/tabelle/lettura/problema.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';

/** By rule of the reading: those that a check asks of a table too. */
const CONTROLLO_DI_REGOLA: Readonly<Record<string, CodiceControllo>> = {
  'comune-mancante': 'copertura',
  'comune-estraneo': 'copertura',
  'fuori-portata': 'copertura',
  'chiave-ripetuta': 'copertura',
  'chiave-in-due-parti': 'copertura',
  'conteggio-negativo': 'scala',
  'numero-negativo': 'scala',
  'numero-non-intero': 'scala',
  'valore-non-previsto': 'dizionario',
};

/** @returns one finding for each problem that is also the failure of a check, in the words of the problem */
export function toSegnalazioni(
  problemi: readonly Problema[],
  { tipo, parte }: { readonly tipo: TipoId; readonly parte: string },
): Segnalazione[] {
  return problemi.flatMap(({ regola, riga, colonna, comune = null, valore, messaggio }) => {
    const codice = CONTROLLO_DI_REGOLA[regola];
    if (codice === undefined) return [];
    return [
      {
        codice,
        gravita: 'errore' as const,
        tipo,
        parte,
        riga,
        colonna,
        comune,
        periodo: null,
        dichiarato: codice === 'copertura' ? null : valore,
        ricalcolato: null,
        differenza: null,
        messaggio,
        celle: riga === null ? [] : [{ tipo, parte, riga, colonna }],
      },
    ];
  });
}
