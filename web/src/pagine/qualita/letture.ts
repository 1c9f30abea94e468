import type { AmbitoDto, IndicatoreDto, QualitaDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';

export interface DatiQualita {
  readonly ambito: AmbitoDto;
  readonly qualita: QualitaDto;
  readonly tipi: readonly TipoDto[];
  readonly catalogo: readonly IndicatoreDto[];
  readonly versioni: VersioniPerTipo;
}

export async function loadQualita(api: Api, id: string, segnale: AbortSignal): Promise<DatiQualita> {
  const [ambito, qualita, tipi, catalogo] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readQualita(id, segnale),
    api.readTipi(segnale),
    api.readIndicatori(segnale),
  ]);
  const versioni = await readVersioni(api, { ambito, tipi: Object.keys(ambito.versioni) }, segnale);
  return { ambito, qualita, tipi, catalogo, versioni };
}
