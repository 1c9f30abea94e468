import type {
  AmbitoDto,
  IndicatoreDto,
  OsservazioneDto,
  SpiegazioneDto,
} from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';
import { compareTesti } from '../../serie/ordine.ts';

export interface DatiCofinanziamento {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  /** Walk back of one computed quota: the transfers and everybody's residents. Null where the tables don't allow it. */
  readonly riparto: SpiegazioneDto | null;
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_COFINANZIAMENTO = [
  'popolazione',
  'spesa-storica-media',
  'cofinanziamento-minimo',
  'cofinanziamento-minimo-calcolato',
  'cofinanziamento-programmato',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'scarto-minimo',
  'scarto-spesa-storica',
  'aumento-quota-denaro',
  'peso-quota',
  'copertura-trasferimenti',
];

export async function loadCofinanziamento(api: Api, id: string, segnale: AbortSignal): Promise<DatiCofinanziamento> {
  const [ambito, catalogo, osservazioni] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_COFINANZIAMENTO }, segnale),
  ]);
  const tipi = osservazioni.flatMap((o) => o.origine.map(({ tipo }) => tipo));
  const [riparto, versioni] = await Promise.all([
    readRiparto(api, { ambito, osservazioni }, segnale),
    readVersioni(api, { ambito, tipi }, segnale),
  ]);
  return { ambito, catalogo, osservazioni, riparto, versioni };
}

/** The split of the first year of the ciclo. */
async function readRiparto(
  api: Api,
  { ambito, osservazioni }: { ambito: AmbitoDto; osservazioni: readonly OsservazioneDto[] },
  segnale: AbortSignal,
): Promise<SpiegazioneDto | null> {
  const [prima] = osservazioni
    .filter((o) => o.indicatore === 'cofinanziamento-minimo-calcolato' && o.comune !== null && o.valore !== null)
    .toSorted((a, b) => compareTesti(a.periodo, b.periodo));
  if (!prima?.comune) return null;
  const { indicatore, comune, periodo } = prima;
  return api.readSpiegazione(ambito.id, { id: indicatore, filtri: { comune, periodo } }, segnale);
}
