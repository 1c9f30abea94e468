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
