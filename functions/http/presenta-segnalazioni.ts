/** Findings with the words of their checks. Apart from the rest, because with the words come the checks: reads load it only when asked for findings. */
import type { Segnalazione } from '../core/controlli/controllo.ts';
import { CONTROLLI } from '../core/controlli/index.ts';
import type { SegnalazioneDto } from '../core/http/schemi.ts';
import type { Edizione } from '../store/deposito.ts';

/** @param edizione that the finding is about; null for a draft, whose versione is not born yet */
export function toSegnalazioneDto(
  { celle: _, lati: __, riguarda: ___, ...trovata }: Segnalazione,
  edizione: Edizione | null,
): SegnalazioneDto {
  const controllo = CONTROLLI.find(({ codice }) => codice === trovata.codice);
  return {
    ...trovata,
    misura: trovata.misura ?? null,
    versione: edizione?.versioni[trovata.tipo]?.versione ?? null,
    titolo: controllo?.titolo ?? trovata.codice,
    perche: controllo?.perche ?? '',
  };
}
