import type { AmbitoDto, IndicatoreDto, OsservazioneDto, QualitaDto } from '../../../../functions/core/http/schemi.ts';
import { LetturaError } from '../../api/errore.ts';
import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readConEta } from '../../api/osservazioni-eta.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';

export interface DatiComune {
  readonly ambito: AmbitoDto;
  readonly comune: AmbitoDto['comuni'][number];
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  readonly qualita: QualitaDto;
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_COMUNE = [
  'popolazione',
  'popolazione-fascia',
  'quota-fascia',
  'variazione-popolazione-pct',
  'densita',
  'indice-vecchiaia',
  'dipendenza-strutturale',
  'tasso-migratorio',
  'famiglie',
  'componenti-medi',
  'spesa-storica-media',
  'spesa-storica-procapite',
  'cofinanziamento-minimo',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'cofinanziamento-programmato',
  'aumento-quota-denaro',
  'peso-quota',
];

export async function loadComune(
  api: Api,
  { ambito: id, codice }: { ambito: string; codice: string },
  segnale: AbortSignal,
): Promise<DatiComune> {
  const [ambito, catalogo, lette, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_COMUNE }, segnale),
    api.readQualita(id, segnale),
  ]);
  const comune = ambito.comuni.find(({ codiceIstat }) => codiceIstat === codice);
  if (!comune) throw new LetturaError('assente', { dettaglio: `Il comune «${codice}» non è di questo ambito.` });
  const osservazioni = await readConEta(api, { ambito: id, comune: codice, lette }, segnale);
  const tipi = osservazioni.flatMap((o) => o.origine.map(({ tipo }) => tipo));
  return {
    ambito,
    comune,
    catalogo,
    osservazioni,
    qualita,
    versioni: await readVersioni(api, { ambito, tipi }, segnale),
  };
}
