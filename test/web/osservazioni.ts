/** Observations as the API states them, of the comuni of Casarano, written short. */

import pacchetto from '../../data/casarano/datapackage.json';
import { toDecimale } from '../../functions/core/denaro.ts';
import type { IndicatoreDto, OsservazioneDto } from '../../functions/core/http/schemi.ts';
import { getIndicatore } from '../../functions/core/indicatori/index.ts';
import type { Dimensioni } from '../../functions/core/indicatori/indicatore.ts';
import type { MotivoAssenza } from '../../functions/core/misura.ts';
import { tellUnita } from '../../web/src/api/letture.ts';
import { isDenaro } from '../../web/src/serie/valore.ts';

export const CASARANO = pacchetto.osservatorio.ambito;
const AMBITO = 'ambito';

/** A number (money in cents), or why it is missing. */
export type Valore = number | MotivoAssenza;
/** By name of the comune, or `ambito`. */
export type PerComune = Readonly<Record<string, Valore>>;

interface Serie {
  readonly indicatore: string;
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
  readonly valori: PerComune;
  readonly segnalazioni?: OsservazioneDto['segnalazioni'];
  readonly gravita?: OsservazioneDto['gravita'];
  readonly note?: readonly string[];
}

/** As the pages have it from the API. */
export function describeIndicatore(id: string): IndicatoreDto {
  const indicatore = getIndicatore(id);
  if (!indicatore) throw new RangeError(id);
  const { compute: _, tabelle, avvertenze, ...resto } = indicatore;
  return tellUnita({ ...resto, tabelle: [...tabelle], avvertenze: [...avvertenze] });
}

export function buildOsservazioni({
  indicatore,
  periodo,
  dimensioni,
  valori,
  segnalazioni,
  gravita = segnalazioni?.length ? 'avviso' : undefined,
  note,
}: Serie): OsservazioneDto[] {
  const { unita } = describeIndicatore(indicatore);
  return Object.entries(valori).map(([nome, valore]) => ({
    indicatore,
    comune: nome === AMBITO ? null : codiceOf(nome),
    periodo,
    dimensioni: { ...dimensioni },
    unita,
    ...(typeof valore === 'number'
      ? { valore: isDenaro(unita) ? toDecimale(valore) : valore }
      : { valore: null, assenza: valore }),
    note: [...(note ?? [])],
    segnalazioni: [...(segnalazioni ?? [])],
    ...(gravita ? { gravita } : {}),
    origine: [],
  }));
}

export function codiceOf(nome: string): string {
  const comune = CASARANO.comuni.find((uno) => uno.nome === nome);
  if (!comune) throw new RangeError(nome);
  return comune.codiceIstat;
}
