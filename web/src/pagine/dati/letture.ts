import type { AmbitoDto, TipoDto, VersioniDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readVersioni } from '../../api/versioni.ts';

export interface DatiDati {
  readonly ambiti: readonly AmbitoDto[];
  /** Named by the address: the page is read as one of its own. */
  readonly ambito: AmbitoDto | null;
  readonly scelto: AmbitoDto | null;
  readonly tipi: readonly TipoDto[];
  readonly versioni: Readonly<Record<string, VersioniDto['versioni']>>;
}

export async function loadDati(api: Api, id: string | undefined, segnale: AbortSignal): Promise<DatiDati> {
  const [ambiti, tipi] = await Promise.all([api.readAmbiti(segnale), api.readTipi(segnale)]);
  const ambito = ambiti.find((a) => a.id === id) ?? null;
  const scelto = ambito ?? ambiti[0] ?? null;
  const versioni = scelto
    ? await readVersioni(api, { ambito: scelto, tipi: Object.keys(scelto.versioni) }, segnale)
    : {};
  return { ambiti, ambito, scelto, tipi, versioni };
}
