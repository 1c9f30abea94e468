import type { AmbitoDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readConEta } from '../../api/osservazioni-eta.ts';
import { readVersioni } from '../../api/versioni.ts';
import { INDICATORI_PANORAMICA } from '../../serie/indicatori-panoramica.ts';
import type { Materia } from '../../serie/lettore.ts';

export interface DatiPanoramica {
  readonly materia: Materia;
  readonly tipi: readonly TipoDto[];
  readonly ambiti: readonly AmbitoDto[];
}

export async function loadPanoramica(api: Api, id: string, segnale: AbortSignal): Promise<DatiPanoramica> {
  const [ambito, ambiti, catalogo, tipi, lette, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readAmbiti(segnale),
    api.readIndicatori(segnale),
    api.readTipi(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_PANORAMICA }, segnale),
    api.readQualita(id, segnale),
  ]);
  const [osservazioni, versioni] = await Promise.all([
    readConEta(api, { ambito: id, lette }, segnale),
    readVersioni(api, { ambito, tipi: Object.keys(ambito.versioni) }, segnale),
  ]);
  return { materia: { ambito, catalogo, osservazioni, qualita, versioni }, tipi, ambiti };
}
