import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { isPerFascia } from '../../../functions/core/indicatori/per-fascia.ts';
import { FASCE_LETTE } from '../serie/fasce-lette.ts';
import type { Api } from './letture.ts';

type Osservazioni = readonly OsservazioneDto[];

interface Richiesta {
  readonly ambito: string;
  readonly id: readonly string[];
  /** Of the whole ambito alone, without its comuni. */
  readonly comune?: 'ambito';
}

/**
 * What some indicators say of an ambito: of those alone that the catalogue has, since the API refuses an unknown one; of the bands
 * of age, those that pages name.
 */
export async function readOsservazioni(
  api: Api,
  { ambito, id, comune }: Richiesta,
  segnale: AbortSignal,
): Promise<Osservazioni> {
  const catalogo = await api.readIndicatori(segnale);
  const noti = id.filter((uno) => catalogo.some((c) => c.id === uno));
  const perFascia = noti.filter(isPerFascia);
  const read = async (quali: readonly string[], fascia?: readonly string[]) =>
    quali.length === 0 ? [] : (await api.readOsservazioni(ambito, { id: quali, comune, fascia }, segnale)).osservazioni;
  const [intere, fasce] = await Promise.all([
    read(noti.filter((uno) => !isPerFascia(uno))),
    read(perFascia, FASCE_LETTE),
  ]);
  return [...intere, ...fasce];
}

interface RichiestaEta {
  readonly ambito: string;
  /** ISTAT code; absent: of the whole ambito alone. */
  readonly comune?: string;
  /** As `readOsservazioni` read them. */
  readonly lette: Osservazioni;
}

/** What was read, and with it all the bands of age of the latest year that states some: a chart draws those that fit together. */
export async function readConEta(
  api: Api,
  { ambito, comune, lette }: RichiestaEta,
  segnale: AbortSignal,
): Promise<Osservazioni> {
  const anni = [...new Set(lette.filter(isDiEta).map(({ periodo }) => periodo))].toSorted().reverse();
  for (const periodo of anni) {
    const filtri = { id: 'popolazione-fascia', comune: [...(comune ? [comune] : []), 'ambito'], periodo };
    const { osservazioni } = await api.readOsservazioni(ambito, filtri, segnale);
    if (osservazioni.some((o) => o.comune === (comune ?? null) && o.valore !== null)) {
      return [
        ...lette.filter((o) => !isDiEta(o) || !osservazioni.some((altra) => isStessa(o, altra))),
        ...osservazioni,
      ];
    }
  }
  return lette;
}

const isDiEta = ({ indicatore }: OsservazioneDto): boolean => indicatore === 'popolazione-fascia';

function isStessa(una: OsservazioneDto, altra: OsservazioneDto): boolean {
  return (
    una.comune === altra.comune &&
    una.periodo === altra.periodo &&
    una.dimensioni.rilevazione === altra.dimensioni.rilevazione &&
    una.dimensioni.fascia === altra.dimensioni.fascia
  );
}
