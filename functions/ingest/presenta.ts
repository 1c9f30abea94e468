/** What was found out of a file, in the shapes of the API. */
import type { CaricamentoDto } from '../core/http/schemi.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import { toValoreIndicatore } from '../http/presenta.ts';
import { toSegnalazioneDto } from '../http/presenta-segnalazioni.ts';
import { cutCambiamenti } from './differenze.ts';
import type { Esame } from './esamina.ts';
import { toSegnalazioni } from './segnala-problemi.ts';

export type EsameDto = Pick<CaricamentoDto, keyof Esame>;

export function toEsameDto(esame: Esame & { readonly tipo: TipoId; readonly parte: string }): EsameDto {
  return {
    problemi: [...esame.problemi],
    problemiTotali: esame.problemiTotali,
    segnalazioni: [...toSegnalazioni(esame.problemi, esame), ...esame.segnalazioni].map((trovata) =>
      toSegnalazioneDto(trovata, null),
    ),
    differenze: { ...esame.differenze, esempi: [...esame.differenze.esempi] },
    indicatori: esame.indicatori.map(({ prima, dopo, dimensioni, ...cambiato }) => ({
      ...cambiato,
      dimensioni: { ...dimensioni },
      prima: toValoreIndicatore(cambiato.indicatore, prima),
      dopo: toValoreIndicatore(cambiato.indicatore, dopo),
    })),
    indicatoriTotali: { ...(esame.indicatoriTotali ?? cutCambiamenti(esame.indicatori).indicatoriTotali) },
    pubblicabile: esame.pubblicabile,
  };
}
