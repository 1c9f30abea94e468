/** The ambito's latest figures, as a sentence asks for them; and which it asked for. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, QualitaDto } from '../../../functions/core/http/schemi.ts';
import type { DimensioniLette } from './fasce-lette.ts';
import { type Figura, figuraOf, uniqueFigure } from './figura.ts';
import type { VersioniPerTipo } from './fonti.ts';
import type { IndicatorePanoramica } from './indicatori-panoramica.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { chooseOsservazioni } from './scelta.ts';
import { type InDueParti, tellInBreve, tellValore, toNumero } from './valore.ts';

export interface Materia {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  readonly qualita: QualitaDto;
  readonly versioni: VersioniPerTipo;
}

/** A value of the ambito that is there, ready to be told. */
export interface Dato {
  readonly valore: number;
  readonly breve: InDueParti;
  readonly esatto: string;
  readonly periodo: string;
  readonly osservazione: OsservazioneDto;
}

export interface Lettore {
  /** The ambito's value, the latest with those dimensions; null when missing. */
  find(id: IndicatorePanoramica, dimensioni?: DimensioniLette, periodo?: string): Dato | null;
}

export function createLettore({ catalogo, osservazioni }: Materia): Lettore {
  return {
    find(id, dimensioni = {}, periodo) {
      const indicatore = catalogo.find((i) => i.id === id);
      if (!indicatore) return null;
      const adatte = listPerIndicatore(osservazioni, id).filter(
        (o) =>
          o.comune === null &&
          o.valore !== null &&
          (periodo === undefined || o.periodo === periodo) &&
          Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
      );
      const [osservazione] = chooseOsservazioni(adatte, { dimensioni, periodo }).osservazioni;
      const valore = osservazione ? toNumero(osservazione.valore) : null;
      if (!osservazione || valore === null) return null;
      return {
        valore,
        breve: tellInBreve(valore, indicatore),
        esatto: tellValore(valore, indicatore),
        periodo: osservazione.periodo,
        osservazione,
      };
    },
  };
}

/** A reader that remembers what it found: the figures that a sentence told with it is made of. */
export function traceLettore(lettore: Lettore): { readonly lettore: Lettore; readonly listFigure: () => Figura[] } {
  const trovate: Figura[] = [];
  return {
    lettore: {
      find(...chiave) {
        const dato = lettore.find(...chiave);
        if (dato) trovate.push(figuraOf(dato.osservazione));
        return dato;
      },
    },
    listFigure: () => uniqueFigure(trovate),
  };
}
