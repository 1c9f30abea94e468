import type { AmbitoDto, QualitaDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';

export interface DatiQualita {
  readonly ambito: AmbitoDto;
  readonly qualita: QualitaDto;
  readonly tipi: readonly TipoDto[];
}

export async function loadQualita(api: Api, id: string, segnale: AbortSignal): Promise<DatiQualita> {
  const [ambito, qualita, tipi] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readQualita(id, segnale),
    api.readTipi(segnale),
  ]);
  return { ambito, qualita, tipi };
}
