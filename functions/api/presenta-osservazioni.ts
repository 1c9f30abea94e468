/** A figure in the shape of the API: its value as it is written, the findings that it carries, the parti that it comes from. */
import type { OsservazioneDto } from '../core/http/schemi.ts';
import { getIndicatore } from '../core/indicatori/index.ts';
import type { Ingresso, Osservazione } from '../core/indicatori/indicatore.ts';
import { indexSegnalazioni } from '../core/segni.ts';
import { toValoreIndicatore } from '../http/presenta.ts';
import type { Risultati } from '../store/deposito.ts';

export type Present = (osservazione: Osservazione) => OsservazioneDto;

/** How the figures of a content are put in the API's shape, each once: results never change under their key. */
const PRESENTATI = new WeakMap<Risultati, Present>();

export function presentDi(risultati: Risultati): Present {
  const nota = PRESENTATI.get(risultati);
  if (nota) return nota;
  const segni = indexSegnalazioni(risultati.segnalazioni);
  const pronte = new WeakMap<Osservazione, OsservazioneDto>();
  const present: Present = (osservazione) => {
    const dto = pronte.get(osservazione) ?? toOsservazioneDto(osservazione, segni);
    pronte.set(osservazione, dto);
    return dto;
  };
  PRESENTATI.set(risultati, present);
  return present;
}

function toOsservazioneDto(
  { ingressi, valore, assenza, note, ...resto }: Osservazione,
  segni: ReturnType<typeof indexSegnalazioni>,
): OsservazioneDto {
  const { codici, gravita } = segni({ ...resto, ingressi });
  return {
    indicatore: resto.indicatore,
    comune: resto.comune,
    periodo: resto.periodo,
    dimensioni: { ...resto.dimensioni },
    valore: toValoreIndicatore(resto.indicatore, valore),
    unita: getIndicatore(resto.indicatore)?.unita ?? '',
    ...(assenza ? { assenza } : {}),
    note: [...note],
    segnalazioni: codici,
    ...(gravita ? { gravita } : {}),
    origine: listOrigini(ingressi),
  };
}

/** The parti that a figure comes from, in the order in which it meets them. */
function listOrigini(ingressi: readonly Ingresso[]): OsservazioneDto['origine'] {
  const origini = new Map<string, OsservazioneDto['origine'][number]>();
  let ultima: Ingresso | undefined;
  for (const ingresso of ingressi) {
    const { tipo, versione, parte } = ingresso;
    // A figure has hundreds of cells, one beside the other in a file or two.
    if (ultima?.parte === parte && ultima.tipo === tipo && ultima.versione === versione) continue;
    ultima = ingresso;
    origini.set(`${tipo} ${versione} ${parte}`, { tipo, versione, parte });
  }
  return [...origini.values()];
}
