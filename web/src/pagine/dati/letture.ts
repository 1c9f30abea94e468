import type { AmbitoDto, TipoDto, VersioniDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { Atto } from '../../serie/edizioni.ts';

export interface DatiDati {
  readonly ambiti: readonly AmbitoDto[];
  /** Named by the address: the page is read as one of its own. */
  readonly ambito: AmbitoDto | null;
  readonly scelto: AmbitoDto | null;
  readonly tipi: readonly TipoDto[];
  readonly versioni: Readonly<Record<string, VersioniDto['versioni']>>;
  /** The edizioni of the ambito that is chosen, the latest first. */
  readonly atti: readonly Atto[];
}

export async function loadDati(api: Api, id: string | undefined, segnale: AbortSignal): Promise<DatiDati> {
  const [ambiti, tipi] = await Promise.all([api.readAmbiti(segnale), api.readTipi(segnale)]);
  const ambito = ambiti.find((a) => a.id === id) ?? null;
  const scelto = ambito ?? ambiti[0] ?? null;
  if (!scelto) return { ambiti, ambito, scelto, tipi, versioni: {}, atti: [] };
  const [versioni, atti] = await Promise.all([
    readVersioni(api, { ambito: scelto, tipi: Object.keys(scelto.versioni) }, segnale),
    api.readRegistro(scelto.id, segnale),
  ]);
  return { ambiti, ambito, scelto, tipi, versioni, atti };
}
