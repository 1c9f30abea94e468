import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';
import type { MateriaSpesa } from '../../serie/spesa.ts';

export interface DatiSpesa extends MateriaSpesa {
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_SPESA = [
  'programmato',
  'programmato-procapite',
  'avanzamento-impegni',
  'avanzamento-pagamenti',
  'residuo',
  'passo-lineare',
] as const;

export async function loadSpesa(api: Api, id: string, segnale: AbortSignal): Promise<DatiSpesa> {
  const [ambito, catalogo, osservazioni, programmazione, fondi, rendiconto] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_SPESA, comune: 'ambito' }, segnale),
    api.readTabella(id, 'programmazione', segnale),
    api.readTabella(id, 'fondi', segnale),
    api.readTabella(id, 'rendiconto', segnale),
  ]);
  const tipi = ['programmazione', 'fondi', 'rendiconto'].filter((tipo) => ambito.versioni[tipo] !== undefined);
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, osservazioni, programmazione, fondi, rendiconto, versioni };
}
