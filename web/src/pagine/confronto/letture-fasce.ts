/**
 * The bands of age that a comparison shows. With single ages there are a hundred for each year: read are those that are shown, in
 * every year and of every comune, and of the year that is shown the whole list, of the ambito alone, to choose another from.
 */
import type { OsservazioneDto } from '../../../../functions/core/http/schemi.ts';
import { FASCIA_PREFERITA } from '../../../../functions/core/indicatori/per-fascia.ts';
import type { Api } from '../../api/letture.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
import { readSeconda } from '../../serie/seconda.ts';
import type { StatoConfronto } from '../../serie/stato-confronto.ts';

type Osservazioni = readonly OsservazioneDto[];

interface Richiesta {
  readonly ambito: string;
  /** Of an indicator by bands. */
  readonly id: string;
  readonly stato: StatoConfronto;
}

/** What a view asks of the indicator: a chart of two asks twice, where it puts the indicator beside itself. */
function listVolute({ id, stato }: Richiesta): Pick<StatoConfronto, 'periodo' | 'dimensioni'>[] {
  const seconda = stato.con === undefined ? undefined : readSeconda(stato.con);
  return [stato, ...(stato.grafico === 'dispersione' && seconda?.indicatore === id ? [seconda] : [])];
}

/** What is chosen among these is what would be chosen among all of them. */
export async function readFasce(api: Api, richiesta: Richiesta, segnale: AbortSignal): Promise<Osservazioni> {
  const { ambito, id } = richiesta;
  const read = async (filtri: Readonly<Record<string, string>>): Promise<Osservazioni> =>
    (await api.readOsservazioni(ambito, { id, ...filtri }, segnale)).osservazioni;
  const volute = listVolute(richiesta);
  const chieste = [FASCIA_PREFERITA, ...volute.flatMap(({ dimensioni }) => dimensioni.fascia ?? [])];
  const lette = new Map<string, Osservazioni>();
  await Promise.all(
    [...new Set(chieste)].map(async (fascia) => {
      lette.set(fascia, await read({ fascia }));
    }),
  );
  const elenchi = new Map<string, Osservazioni>();
  for (const voluta of volute) {
    const { periodo } = chooseOsservazioni([...lette.values()].flat(), voluta);
    if (periodo === null) continue;
    const elenco = elenchi.get(periodo) ?? (await read({ comune: 'ambito', periodo }));
    elenchi.set(periodo, elenco);
    // Bands that do not add up to the preferred one: another is chosen.
    const { fascia } = chooseOsservazioni(merge(lette, [elenco]), voluta).dimensioni;
    if (fascia !== undefined && !lette.has(fascia)) lette.set(fascia, await read({ fascia }));
  }
  return merge(lette, elenchi.values());
}

function merge(lette: ReadonlyMap<string, Osservazioni>, elenchi: Iterable<Osservazioni>): Osservazioni {
  const altre = [...elenchi].flat().filter(({ dimensioni }) => !lette.has(dimensioni.fascia ?? ''));
  return [...[...lette.values()].flat(), ...altre];
}
