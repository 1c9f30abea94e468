import type { AmbitoDto, VersioniDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { buildCartaServizi, type CartaServizi } from '../../serie/servizi.ts';

export interface DatiServizi {
  readonly ambito: AmbitoDto;
  readonly carta: CartaServizi;
  readonly versioni: VersioniDto['versioni'];
}

export async function loadServizi(api: Api, id: string, segnale: AbortSignal): Promise<DatiServizi> {
  const ambito = await api.readAmbito(id, segnale);
  const has = (tipo: string) => ambito.versioni[tipo] !== undefined;
  const readRighe = async (tipo: string) => (has(tipo) ? (await api.readTabella(id, tipo, segnale)).righe : []);
  const [servizi, programmazione, versioni] = await Promise.all([
    readRighe('servizi'),
    // Titles of interventi that the services' own table leaves out.
    readRighe('programmazione'),
    has('servizi') ? api.readVersioni(id, 'servizi', segnale).then((lette) => lette.versioni) : [],
  ]);
  return { ambito, carta: buildCartaServizi(servizi, programmazione), versioni };
}
