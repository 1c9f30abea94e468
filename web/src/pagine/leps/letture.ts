import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readVersioni } from '../../api/versioni.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';
import type { MateriaLeps } from '../../serie/leps.ts';

export interface DatiLeps extends MateriaLeps {
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_LEPS = [
  'interventi-previsti',
  'interventi-finanziati',
  'interventi-attivi',
  'programmato',
  'assistenti-sociali-rapporto',
  'assistenti-sociali-necessari',
  'assistenti-sociali-mancanti',
  'copertura-nido',
  'popolazione',
];

export async function loadLeps(api: Api, id: string, segnale: AbortSignal): Promise<DatiLeps> {
  const [ambito, catalogo, osservazioni, servizi, programmazione, raccordo] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_LEPS, comune: 'ambito' }, segnale),
    api.readTabella(id, 'servizi', segnale),
    api.readTabella(id, 'programmazione', segnale),
    api.readTabella(id, 'raccordo', segnale),
  ]);
  const tavole = ['servizi', 'programmazione', 'raccordo'].filter((tipo) => ambito.versioni[tipo] !== undefined);
  const tipi = [...tavole, ...osservazioni.flatMap((o) => o.origine.map(({ tipo }) => tipo))];
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, osservazioni, servizi, programmazione, raccordo, versioni };
}
