import type { AmbitoDto, CalendarioDto, VersioniDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';

export interface DatiPercorso {
  readonly ambito: AmbitoDto;
  readonly calendario: CalendarioDto;
  readonly versioni: VersioniDto['versioni'];
}

export async function loadPercorso(api: Api, id: string, segnale: AbortSignal): Promise<DatiPercorso> {
  const [ambito, calendario] = await Promise.all([api.readAmbito(id, segnale), api.readCalendario(id, segnale)]);
  const versioni =
    ambito.versioni.calendario === undefined ? [] : (await api.readVersioni(id, 'calendario', segnale)).versioni;
  return { ambito, calendario, versioni };
}
