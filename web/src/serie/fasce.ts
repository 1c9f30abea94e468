/** Residents by age band: bands of unequal width, told as shares and as persons for each year of age. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { type Figura, figuraOf } from './figura.ts';
import { describeFascia } from './parole.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import type { TavolaGrafico } from './tavola-grafico.ts';
import { formatValore } from './valore.ts';

export interface Fascia {
  /** As the source has it: `0-3`, `65+`. */
  readonly id: string;
  readonly da: number;
  /** Last year of age; null where the band is open (65 and more). */
  readonly a: number | null;
  readonly residenti: number;
  /** 0-100 of the residents of all bands. */
  readonly quota: number;
  /** Years of age that it spans; null where open. */
  readonly ampiezza: number | null;
  /** Residents for each year of age; null where open. */
  readonly perAnno: number | null;
  readonly segnalazioni: readonly Segnale[];
  readonly figura: Figura;
}

function readEta(id: string): { da: number; a: number | null } | null {
  const chiusa = /^(\d+)-(\d+)$/.exec(id);
  if (chiusa) return { da: Number(chiusa[1]), a: Number(chiusa[2]) };
  const aperta = /^(\d+)\+$/.exec(id);
  return aperta ? { da: Number(aperta[1]), a: null } : null;
}

/**
 * The finest bands that cover every age once: 0-3 beside 4-14, not 0-3 beside 0-14.
 * @param osservazioni `popolazione-fascia` of one comune or ambito, one period, one rilevazione
 * @returns youngest first; [] where the bands leave a gap, miss a value, or have no open end
 */
export function buildFasce(osservazioni: readonly OsservazioneDto[]): Fascia[] {
  const bande = osservazioni.flatMap((o) => {
    const eta = readEta(o.dimensioni.fascia ?? '');
    return eta && typeof o.valore === 'number' ? [{ ...eta, residenti: o.valore, o }] : [];
  });
  const scelte = coverEta(bande, 0) ?? [];
  const totale = scelte.reduce((somma, b) => somma + b.residenti, 0);
  if (totale === 0) return [];
  return scelte.map(({ da, a, residenti, o }) => {
    const ampiezza = a === null ? null : a - da + 1;
    return {
      id: o.dimensioni.fascia ?? '',
      da,
      a,
      residenti,
      quota: (residenti / totale) * 100,
      ampiezza,
      perAnno: ampiezza === null ? null : residenti / ampiezza,
      segnalazioni: segnaliDi(o),
      figura: figuraOf(o),
    };
  });
}

interface Banda {
  readonly da: number;
  readonly a: number | null;
}

/** The narrowest band that starts at this age, then the rest; a wider one where the narrow ones lead nowhere. */
function coverEta<T extends Banda>(bande: readonly T[], da: number): T[] | null {
  for (const banda of bande.filter((b) => b.da === da).toSorted((x, y) => endOf(x) - endOf(y))) {
    if (banda.a === null) return [banda];
    const resto = coverEta(bande, banda.a + 1);
    if (resto) return [banda, ...resto];
  }
  return null;
}

function endOf({ a }: Banda): number {
  return a ?? Number.POSITIVE_INFINITY;
}

/** The finding of the age chart: how many of a hundred are old, how many young; true at any data. */
export function tellFasce(fasce: readonly Fascia[]): string {
  const anziani = fasce.filter((fascia) => fascia.da >= 65);
  const minori = fasce.filter((fascia) => fascia.a !== null && fascia.a <= 17);
  const quotaOf = (gruppo: readonly Fascia[]) => gruppo.reduce((somma, fascia) => somma + fascia.quota, 0);
  const [prima] = anziani;
  if (prima?.da !== 65) {
    const maggiore = fasce.reduce((a, b) => (b.quota > a.quota ? b : a));
    return `La fascia più numerosa è ${describeFascia(maggiore.id)}: ${formatNumero(maggiore.quota, 1)} residenti su cento`;
  }
  const vecchi = `${formatNumero(Math.round(quotaOf(anziani)))} residenti su cento hanno 65 anni o più`;
  return minori.at(-1)?.a === 17 ? `${vecchi}, ${formatNumero(Math.round(quotaOf(minori)))} meno di 18` : vecchi;
}

/** The share of a band is a figure of its own. */
export function toQuota(figura: Figura): Figura {
  return { ...figura, indicatore: 'quota-fascia' };
}

export function tavolaOfFasce(fasce: readonly Fascia[]): TavolaGrafico {
  return {
    testa: 'Fascia d’età',
    colonne: [
      { chiave: 'quota', titolo: 'Quota dei residenti', unita: '%' },
      { chiave: 'residenti', titolo: 'Residenti', unita: 'persone' },
      { chiave: 'anno', titolo: 'In media per anno di età', unita: 'persone' },
    ],
    righe: fasce.map(({ id, quota, residenti, perAnno, segnalazioni, figura }) => ({
      chiave: id,
      nome: describeFascia(id),
      comune: null,
      celle: [
        { testo: formatValore(quota, { unita: '%', decimali: 1 }), valore: quota, figure: [toQuota(figura)] },
        { testo: formatNumero(residenti), valore: residenti, figure: [figura], segnalazioni },
        perAnno === null
          ? { testo: 'fascia senza limite', valore: null }
          : { testo: formatNumero(Math.round(perAnno)), valore: perAnno, figure: [figura] },
      ],
    })),
  };
}
