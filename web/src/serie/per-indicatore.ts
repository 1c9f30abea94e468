import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';

type Osservazioni = readonly OsservazioneDto[];

const partite = new WeakMap<Osservazioni, ReadonlyMap<string, Osservazioni>>();

/** What a reading says of one indicator. Each reading is parted once: a page asks it of dozens, among thousands. */
export function listPerIndicatore(osservazioni: Osservazioni, id: string): Osservazioni {
  const nota = partite.get(osservazioni);
  const perId = nota ?? partIndicatori(osservazioni);
  if (!nota) partite.set(osservazioni, perId);
  return perId.get(id) ?? [];
}

function partIndicatori(osservazioni: Osservazioni): ReadonlyMap<string, Osservazioni> {
  const perId = new Map<string, OsservazioneDto[]>();
  for (const o of osservazioni) {
    const sue = perId.get(o.indicatore);
    if (sue) sue.push(o);
    else perId.set(o.indicatore, [o]);
  }
  return perId;
}
