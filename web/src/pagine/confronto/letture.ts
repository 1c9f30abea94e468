import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../../functions/core/http/schemi.ts';
import { LetturaError } from '../../api/errore.ts';
import type { Api } from '../../api/letture.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';
import { isDivisibile } from '../../serie/forme.ts';

/** Shown where the address names no indicator: what the comuni spend is what most come to compare. */
const PREDEFINITI = ['spesa-storica-procapite', 'popolazione'];

export interface DatiConfronto {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly indicatore: IndicatoreDto;
  /** Ids that have at least one value in this ambito: the others are listed apart. */
  readonly conDati: readonly string[];
  readonly osservazioni: readonly OsservazioneDto[];
  /** `popolazione`, where values are to be divided by residents. */
  readonly residenti: readonly OsservazioneDto[] | undefined;
  readonly versioni: VersioniPerTipo;
}

interface RichiestaConfronto {
  readonly ambito: string;
  readonly indicatore: string | undefined;
  readonly misura: string | undefined;
}

export async function loadConfronto(
  api: Api,
  richiesta: RichiestaConfronto,
  segnale: AbortSignal,
): Promise<DatiConfronto> {
  const [ambito, catalogo] = await Promise.all([
    api.readAmbito(richiesta.ambito, segnale),
    api.readIndicatori(segnale),
  ]);
  const conDati = catalogo.filter((i) => i.tabelle.every((t) => ambito.versioni[t] !== undefined)).map((i) => i.id);
  const indicatore = chooseIndicatore(catalogo, conDati, richiesta.indicatore);
  const perAbitante = richiesta.misura === 'abitante' && isDivisibile(indicatore);
  const [{ osservazioni }, residenti] = await Promise.all([
    api.readOsservazioni(ambito.id, { id: indicatore.id }, segnale),
    perAbitante ? api.readOsservazioni(ambito.id, { id: 'popolazione' }, segnale) : undefined,
  ]);
  const tipi = [...osservazioni, ...(residenti?.osservazioni ?? [])].flatMap((o) => o.origine.map((una) => una.tipo));
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, indicatore, conDati, osservazioni, residenti: residenti?.osservazioni, versioni };
}

function chooseIndicatore(
  catalogo: readonly IndicatoreDto[],
  conDati: readonly string[],
  chiesto: string | undefined,
): IndicatoreDto {
  const find = (id: string | undefined) => catalogo.find((i) => i.id === id);
  if (chiesto !== undefined && !find(chiesto)) {
    throw new LetturaError('richiesta', { dettaglio: `L’indicatore «${chiesto}» non è nel catalogo.` });
  }
  const scelto = find(chiesto) ?? find(PREDEFINITI.find((p) => conDati.includes(p))) ?? find(conDati[0]) ?? catalogo[0];
  if (!scelto) throw new LetturaError('assente', { dettaglio: 'Il catalogo degli indicatori è vuoto.' });
  return scelto;
}
