import type { AmbitoDto, VersioniDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from './letture.ts';

/** The versions of some tables of an ambito, asked for together: `tipi` may name one more than once. */
export async function readVersioni(
  api: Api,
  { ambito, tipi }: { readonly ambito: AmbitoDto; readonly tipi: readonly string[] },
  segnale: AbortSignal,
): Promise<Readonly<Record<string, VersioniDto['versioni']>>> {
  const voci = await Promise.all(
    [...new Set(tipi)].map(
      async (tipo) => [tipo, (await api.readVersioni(ambito.id, tipo, segnale)).versioni] as const,
    ),
  );
  return Object.fromEntries(voci);
}
