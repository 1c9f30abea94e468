/** A window opened at an address that names an edizione: what it reads, and what it says of it over every page. */
import type { ReactNode } from 'react';
import { INSIEME_COMUNE, insiemeOf } from '../../../functions/core/http/istantanee.ts';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { LetturaError } from '../api/errore.ts';
import type { Istantanee } from '../api/istantanee.ts';
import { type Api, createApi, type Trasporto } from '../api/letture.ts';
import { fixEdizione, readRicerca } from '../indirizzi.ts';
import type { Atto } from '../serie/edizioni.ts';
import { EdizioneAssente, EdizioneNonLetta } from './assente.tsx';
import { Avviso } from './avviso.tsx';
import { createLettoreDiAllora, isPreparata } from './lettore.ts';

interface ConIstantanee extends Trasporto {
  readonly istantanee: Istantanee;
}

export interface Aperta {
  readonly api: Api;
  readonly racchiudi?: (pagina: ReactNode) => ReactNode;
}

/**
 * @param luogo the address that the window was opened at
 * @returns how that window reads; where its page is of no ambito, what is current
 */
export async function openEdizione(
  trasporto: ConIstantanee,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): Promise<Aperta> {
  const { istantanee } = trasporto;
  const api = createApi(trasporto);
  const ricerca = readRicerca(search);
  const insieme = insiemeOf(pathname);
  const id = insieme === INSIEME_COMUNE && /^\/dati\/?$/.test(pathname) ? ricerca.ambito : insieme;
  const chiesta = ricerca.edizione;
  if (!id || id === INSIEME_COMUNE || chiesta === undefined) return { api };
  await istantanee.prepare(pathname);
  const numero = /^[1-9]\d{0,8}$/.test(chiesta) ? Number(chiesta) : null;
  const isCorrente = numero !== null && isPreparata(istantanee, id, numero);
  let ambito: AmbitoDto;
  let atti: readonly Atto[];
  try {
    [ambito, atti] = await Promise.all([
      api.readAmbito(id),
      // What is current is read also where the service is not there to say what came before it.
      api.readRegistro(id).catch((errore: unknown) => {
        if (isCorrente) return [];
        throw errore;
      }),
    ]);
  } catch (errore) {
    // An ambito that is not there has no edizioni: its page says so.
    if (errore instanceof LetturaError && errore.genere === 'assente') return { api };
    return { api, racchiudi: () => <EdizioneNonLetta chiesta={chiesta} errore={errore} /> };
  }
  const atto = atti.find(({ edizione }) => edizione === numero);
  if (numero === null || (!atto && !isCorrente)) {
    return {
      api,
      racchiudi: () => <EdizioneAssente chiesta={chiesta} ambito={ambito} ultima={atti[0]?.edizione ?? 0} />,
    };
  }
  const diAllora: AmbitoDto = atto
    ? { ...ambito, edizione: numero, pubblicataIl: atto.quando, versioni: atto.versioni }
    : ambito;
  fixEdizione({ ambito: id, edizione: chiesta });
  return {
    api: createApi({ ...trasporto, istantanee: createLettoreDiAllora({ ambito: diAllora, api, istantanee }) }),
    racchiudi: (pagina) => (
      <>
        <Avviso ambito={diAllora} atti={atti} />
        {pagina}
      </>
    ),
  };
}
