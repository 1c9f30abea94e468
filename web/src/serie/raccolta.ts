/** Observations of an ambito as a page asks for them: by indicator, comune, period and dimensions, with their words. */
import type { IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { DATO_MANCANTE, tellValore, toNumero } from './valore.ts';

/** One figure, ready to be shown: a value as it is written, or the reason why it is not there. */
export interface Dato {
  readonly indicatore: IndicatoreDto;
  readonly osservazione: OsservazioneDto;
  /** Money in cents; null when missing. */
  readonly valore: number | null;
  readonly testo: string;
  readonly motivo: string | null;
}

export interface Presente extends Dato {
  readonly valore: number;
}

export interface Chiave {
  readonly id: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
}

export interface Raccolta {
  /** Null where no table speaks of it. */
  find(chiave: Chiave): Dato | null;
  /** The value, only where it is there. */
  findPresente(chiave: Chiave): Presente | null;
  /** The periods in which somebody has a value, the oldest first. */
  listPeriodi(id: string, dimensioni?: Dimensioni): string[];
}

export function createRaccolta(osservazioni: readonly OsservazioneDto[], catalogo: readonly IndicatoreDto[]): Raccolta {
  const definizioni = new Map(catalogo.map((i) => [i.id, i]));
  const has = (o: OsservazioneDto, dimensioni: Dimensioni = {}) =>
    Object.entries(dimensioni).every(([nome, valore]) => o.dimensioni[nome] === valore);
  const find = ({ id, comune, periodo, dimensioni }: Chiave): Dato | null => {
    const osservazione = listPerIndicatore(osservazioni, id).find(
      (o) => o.comune === comune && o.periodo === periodo && has(o, dimensioni),
    );
    const indicatore = definizioni.get(id);
    return osservazione && indicatore ? createDato(osservazione, indicatore) : null;
  };
  return {
    find,
    findPresente(chiave) {
      const dato = find(chiave);
      return isPresente(dato) ? dato : null;
    },
    listPeriodi(id, dimensioni) {
      const conValori = listPerIndicatore(osservazioni, id).filter((o) => o.valore !== null && has(o, dimensioni));
      return [...new Set(conValori.map((o) => o.periodo))].toSorted();
    },
  };
}

export function createDato(osservazione: OsservazioneDto, indicatore: IndicatoreDto): Dato {
  const valore = toNumero(osservazione.valore);
  return {
    indicatore,
    osservazione,
    valore,
    testo: valore === null ? DATO_MANCANTE : tellValore(valore, indicatore),
    motivo: osservazione.assenza ? MOTIVI_ASSENZA[osservazione.assenza] : null,
  };
}

export function isPresente(dato: Dato | null): dato is Presente {
  return dato !== null && dato.valore !== null;
}
