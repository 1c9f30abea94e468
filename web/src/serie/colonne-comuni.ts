/** The table of the comuni of an ambito, side by side: the columns that have values. */
import type { IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { DimensioniLette } from './fasce-lette.ts';
import type { IndicatorePanoramica } from './indicatori-panoramica.ts';
import type { Materia } from './lettore.ts';
import { describeDimensione, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { chooseOsservazioni } from './scelta.ts';

/** A column of the table of comuni: an indicator that has values for them. */
export interface ColonnaComuni {
  readonly indicatore: IndicatoreDto;
  readonly titolo: string;
  readonly quando: string;
  /** ISTAT code (or null: the ambito) -> cell. */
  readonly celle: ReadonlyMap<string | null, OsservazioneDto>;
}

const COLONNE: readonly {
  readonly id: IndicatorePanoramica;
  readonly titolo: string;
  readonly dimensioni?: DimensioniLette;
}[] = [
  { id: 'popolazione', titolo: 'Residenti' },
  { id: 'variazione-popolazione-pct', titolo: 'Variazione' },
  { id: 'densita', titolo: 'Abitanti per km²' },
  { id: 'quota-fascia', titolo: '65 anni e più', dimensioni: { fascia: '65+' } },
  { id: 'spesa-storica-procapite', titolo: 'Spesa storica per abitante' },
  { id: 'cofinanziamento-minimo', titolo: 'Cofinanziamento minimo', dimensioni: { forma: 'totale' } },
];

export function buildColonneComuni({ catalogo, osservazioni }: Materia): ColonnaComuni[] {
  return COLONNE.flatMap(({ id, titolo, dimensioni = {} }) => {
    const indicatore = catalogo.find((i) => i.id === id);
    const scelta = chooseOsservazioni(listPerIndicatore(osservazioni, id), { dimensioni });
    if (
      !indicatore ||
      scelta.periodo === null ||
      !scelta.osservazioni.some((o) => o.comune !== null && o.valore !== null)
    )
      return [];
    const { rilevazione } = scelta.dimensioni;
    const periodo = describePeriodo(scelta.periodo, id);
    const quando = rilevazione ? `${periodo}, ${describeDimensione('rilevazione', rilevazione)}` : periodo;
    return [{ indicatore, titolo, quando, celle: new Map(scelta.osservazioni.map((o) => [o.comune, o])) }];
  });
}
