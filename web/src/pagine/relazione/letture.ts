import type { TabellaDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import { readOsservazioni } from '../../api/osservazioni.ts';
import { readConEta } from '../../api/osservazioni-eta.ts';
import { readVersioni } from '../../api/versioni.ts';
import { INDICATORI_PANORAMICA } from '../../serie/indicatori-panoramica.ts';
import type { Materia } from '../../serie/lettore.ts';

export interface DatiRelazione {
  readonly materia: Materia & { readonly servizi: TabellaDto['righe'] };
  readonly tipi: readonly TipoDto[];
}

const INDICATORI_RELAZIONE = [
  ...INDICATORI_PANORAMICA,
  'dipendenza-strutturale',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'aumento-quota-denaro',
  'peso-quota',
  'copertura-trasferimenti',
  'interventi-previsti',
];

export async function loadRelazione(api: Api, id: string, segnale: AbortSignal): Promise<DatiRelazione> {
  const [ambito, catalogo, tipi, lette, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    api.readTipi(segnale),
    readOsservazioni(api, { ambito: id, id: INDICATORI_RELAZIONE }, segnale),
    api.readQualita(id, segnale),
  ]);
  const [osservazioni, versioni, servizi] = await Promise.all([
    readConEta(api, { ambito: id, lette }, segnale),
    readVersioni(api, { ambito, tipi: Object.keys(ambito.versioni) }, segnale),
    ambito.versioni.servizi === undefined ? [] : api.readTabella(id, 'servizi', segnale).then(({ righe }) => righe),
  ]);
  return { materia: { ambito, catalogo, osservazioni, qualita, versioni, servizi }, tipi };
}
