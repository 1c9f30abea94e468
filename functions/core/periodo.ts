/** A year (`2021`) or a span of years (`2018-2020`), both ends included. */
export interface Periodo {
  readonly da: number;
  readonly a: number;
}

/**
 * @param valore `2021`, `2018-2020`, or the year as a number
 * @returns null where it is neither
 */
export function parsePeriodo(valore: string | number | null | undefined): Periodo | null {
  const parti = /^(\d{4})(?:-(\d{4}))?$/.exec(String(valore));
  if (!parti) return null;
  const da = Number(parti[1]);
  const a = Number(parti[2] ?? parti[1]);
  return da <= a ? { da, a } : null;
}

export function formatPeriodo({ da, a }: Periodo): string {
  return da === a ? `${da}` : `${da}-${a}`;
}

export function listAnni({ da, a }: Periodo): number[] {
  return Array.from({ length: a - da + 1 }, (_, indice) => da + indice);
}

export function containsPeriodo(largo: Periodo, stretto: Periodo): boolean {
  return largo.da <= stretto.da && stretto.a <= largo.a;
}

/** The year that a row speaks of, the last one of a span; null where it names none. */
export function readAnno({ anno, periodo, triennio }: Readonly<Record<string, string | number | null>>): number | null {
  return parsePeriodo(anno ?? periodo ?? triennio)?.a ?? null;
}
