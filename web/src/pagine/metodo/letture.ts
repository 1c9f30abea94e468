import type { AmbitoDto, IndicatoreDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';

export interface DatiIndicatore {
  readonly indicatore: IndicatoreDto;
  readonly ambiti: readonly AmbitoDto[];
  readonly tipi: readonly TipoDto[];
}

export async function loadIndicatore(api: Api, id: string, segnale: AbortSignal): Promise<DatiIndicatore> {
  const [indicatore, ambiti, tipi] = await Promise.all([
    api.readIndicatore(id, segnale),
    api.readAmbiti(segnale),
    api.readTipi(segnale),
  ]);
  return { indicatore, ambiti, tipi };
}
