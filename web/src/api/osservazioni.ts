import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from './letture.ts';

interface Richiesta {
  readonly ambito: string;
  readonly id: readonly string[];
  /** Of the whole ambito alone, without its comuni. */
  readonly comune?: 'ambito';
}

/** What some indicators say of an ambito: of those alone that the catalogue has, since the API refuses an unknown one. */
export async function readOsservazioni(
  api: Api,
  { ambito, id, comune }: Richiesta,
  segnale: AbortSignal,
): Promise<readonly OsservazioneDto[]> {
  const catalogo = await api.readIndicatori(segnale);
  const noti = id.filter((uno) => catalogo.some((c) => c.id === uno));
  return (await api.readOsservazioni(ambito, { id: noti, comune }, segnale)).osservazioni;
}
