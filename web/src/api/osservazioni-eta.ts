/** All the bands of age of one year, where a page draws them: of the other years it has those that it names. */
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from './letture.ts';

type Osservazioni = readonly OsservazioneDto[];

interface Richiesta {
  readonly ambito: string;
  /** ISTAT code; absent: of the whole ambito alone. */
  readonly comune?: string;
  /** As `readOsservazioni` read them. */
  readonly lette: Osservazioni;
}

const INDICATORE = 'popolazione-fascia';

/** What was read, and with it the bands of the latest year that states some. */
export async function readConEta(
  api: Api,
  { ambito, comune, lette }: Richiesta,
  segnale: AbortSignal,
): Promise<Osservazioni> {
  const anni = lette.flatMap(({ indicatore, periodo }) => (indicatore === INDICATORE ? [periodo] : []));
  for (const periodo of [...new Set(anni)].toSorted().reverse()) {
    const comuni = comune ? [comune, 'ambito'] : ['ambito'];
    const { osservazioni } = await api.readOsservazioni(ambito, { id: INDICATORE, comune: comuni, periodo }, segnale);
    if (!osservazioni.some((o) => o.comune === (comune ?? null) && o.valore !== null)) continue;
    const altre = lette.filter(
      (o) => o.indicatore !== INDICATORE || o.periodo !== periodo || !comuni.includes(o.comune ?? 'ambito'),
    );
    return [...altre, ...osservazioni];
  }
  return lette;
}
