/** What the values of an indicator are divided by; comes only where the address asks for a proportion that the catalogue has not. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../../functions/core/http/schemi.ts';
import type { Api } from '../../api/letture.ts';
import type { Divisore } from '../../serie/confronto.ts';
import { divideUnita, listDenominatori } from '../../serie/divisore.ts';
import { chooseSerie } from '../../serie/scelta-anni.ts';

interface Richiesta {
  readonly ambito: AmbitoDto;
  readonly indicatore: IndicatoreDto;
  readonly forma: 'abitante' | 'km2';
  readonly osservazioni: readonly OsservazioneDto[];
  /** True where the periods are read one beside the other: all are divided by the same rilevazione. */
  readonly negliAnni: boolean;
}

/** @returns undefined where there is nothing to divide by: the values stay as they are */
export async function readDivisore(
  api: Api,
  { ambito, indicatore, forma, osservazioni, negliAnni }: Richiesta,
  segnale: AbortSignal,
): Promise<Divisore | undefined> {
  const read = (id: string) => api.readOsservazioni(ambito.id, { id }, segnale).then((letto) => letto.osservazioni);
  const periodi = [...new Set(osservazioni.map(({ periodo }) => periodo))];
  const unita = divideUnita(indicatore.unita, forma);
  if (forma === 'abitante') {
    const tutti = await read('popolazione');
    const residenti = negliAnni ? chooseSerie(tutti, { dimensioni: {} }).osservazioni : tutti;
    return { unita, perPeriodo: listDenominatori({ forma, residenti }, { ambito, periodi }) };
  }
  if (ambito.versioni.territorio === undefined) return undefined;
  const [territorio, densita] = await Promise.all([api.readTabella(ambito.id, 'territorio', segnale), read('densita')]);
  return { unita, perPeriodo: listDenominatori({ forma, territorio, densita }, { ambito, periodi }) };
}
