/** Age bands: `0-3`, `65+`, one year `7`, or `totale`. */
export interface Fascia {
  readonly da: number;
  /** Infinity for an open band (`65+`). */
  readonly a: number;
}

/** How a cell of the column `eta` names all ages together. */
export const ETA_TOTALE = 'totale';

/** The band that stands for all ages. */
export const TUTTE_LE_ETA: Fascia = { da: 0, a: Number.POSITIVE_INFINITY };

/** @returns null where the text is not a band */
export function parseFascia(eta: string): Fascia | null {
  if (eta === ETA_TOTALE) return TUTTE_LE_ETA;
  const parti = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/.exec(eta);
  if (!parti) return null;
  const da = Number(parti[1]);
  const a = parti[3] ? Number.POSITIVE_INFINITY : Number(parti[2] ?? parti[1]);
  return da <= a ? { da, a } : null;
}

export function formatFascia({ da, a }: Fascia): string {
  if (a === Number.POSITIVE_INFINITY) return da === 0 ? ETA_TOTALE : `${da}+`;
  return da === a ? `${da}` : `${da}-${a}`;
}

/**
 * Picks among the bands at hand those that cover a wanted one exactly, without gaps or overlaps.
 * @param bande anything that has a band
 * @param voluta the wanted band
 * @returns in order of age, the fewest first where there is a choice; null where the bands cannot yield it
 */
export function tileFascia<T extends { readonly fascia: Fascia }>(bande: readonly T[], voluta: Fascia): T[] | null {
  const candidate = bande
    .filter(({ fascia }) => fascia.da === voluta.da && fascia.a <= voluta.a)
    .toSorted((a, b) => (a.fascia.a === b.fascia.a ? 0 : b.fascia.a > a.fascia.a ? 1 : -1));
  for (const banda of candidate) {
    if (banda.fascia.a === voluta.a) return [banda];
    const resto = tileFascia(bande, { da: banda.fascia.a + 1, a: voluta.a });
    if (resto) return [banda, ...resto];
  }
  return null;
}
