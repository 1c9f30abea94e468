/** The ages of one comune beside those of its ambito. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { buildFasce, type Fascia, toQuota } from './fasce.ts';
import type { Figura } from './figura.ts';
import { capitalize, describeDimensione, describeFascia, describePeriodo, inComune } from './parole.ts';
import { chooseOsservazioni } from './scelta.ts';
import type { TavolaGrafico } from './tavola-grafico.ts';
import { formatValore } from './valore.ts';

/** One band of age, of the comune and of the ambito. */
export interface FasciaConfronto extends Fascia {
  /** 0-100, of the ambito; null where its bands are others. */
  readonly quotaAmbito: number | null;
}

export interface FasceComune {
  readonly fasce: readonly FasciaConfronto[];
  readonly quando: string;
  readonly osservazioni: readonly OsservazioneDto[];
}

/** The bands of one comune beside those of the ambito, of one count and one day; null where the bands aren't stated. */
export function buildFasceComune(osservazioni: readonly OsservazioneDto[], codice: string): FasceComune | null {
  const bande = osservazioni.filter((o) => o.indicatore === 'popolazione-fascia' && o.valore !== null);
  const scelta = chooseOsservazioni(
    bande.filter((o) => o.comune === codice),
    { dimensioni: {} },
  );
  const { rilevazione } = scelta.dimensioni;
  if (scelta.periodo === null) return null;
  const of = (comune: string | null) =>
    bande.filter(
      (o) => o.comune === comune && o.periodo === scelta.periodo && o.dimensioni.rilevazione === rilevazione,
    );
  const fasce = buildFasce(of(codice));
  if (fasce.length === 0) return null;
  const ambito = new Map(buildFasce(of(null)).map(({ id, quota }) => [id, quota]));
  const quando = describePeriodo(scelta.periodo, 'popolazione');
  return {
    fasce: fasce.map((fascia) => ({ ...fascia, quotaAmbito: ambito.get(fascia.id) ?? null })),
    quando: rilevazione ? `${quando}, ${describeDimensione('rilevazione', rilevazione)}` : quando,
    osservazioni: [...of(codice), ...of(null)],
  };
}

/** The finding of the bands: where the comune differs most from the ambito. */
export function tellFasceComune(fasce: readonly FasciaConfronto[], nome: string): string {
  const distanti = fasce
    .flatMap(({ id, quota, quotaAmbito }) => (quotaAmbito === null ? [] : [{ id, punti: quota - quotaAmbito }]))
    .toSorted((a, b) => Math.abs(b.punti) - Math.abs(a.punti));
  const [prima] = distanti;
  if (!prima) return `Le età ${inComune(nome)}`;
  const scritti = formatNumero(Math.abs(prima.punti), 1);
  if (scritti === '0,0') return `${capitalize(inComune(nome))} le età sono quelle dell’ambito`;
  const fascia = describeDimensione('fascia', prima.id).replace(/^(\d+)-(\d+) anni$/, 'da $1 a $2 anni');
  return `${capitalize(inComune(nome))} chi ha ${fascia} pesa ${scritti} punti ${prima.punti > 0 ? 'più' : 'meno'} che nell’ambito`;
}

/** The comune is named in the heads: a spreadsheet of it lies in a folder beside those of the others. */
export function tavolaOfFasceComune(
  fasce: readonly FasciaConfronto[],
  { codiceIstat, nome }: { readonly codiceIstat: string; readonly nome: string },
): TavolaGrafico {
  const percento = (quota: number | null, figura: Figura) =>
    quota === null
      ? { testo: 'fasce diverse', valore: null }
      : { testo: formatValore(quota, { unita: '%', decimali: 1 }), valore: quota, figure: [toQuota(figura)] };
  return {
    testa: 'Fascia d’età',
    colonne: [
      { chiave: 'quota', titolo: `Quota dei residenti ${inComune(nome)}`, unita: '%' },
      { chiave: 'ambito', titolo: 'Intero ambito', unita: '%' },
      { chiave: 'residenti', titolo: `Residenti ${inComune(nome)}`, unita: 'persone' },
    ],
    righe: fasce.map(({ id, quota, quotaAmbito, residenti, figura, segnalazioni }) => ({
      chiave: id,
      nome: describeFascia(id),
      comune: codiceIstat,
      celle: [
        percento(quota, figura),
        percento(quotaAmbito, { ...figura, comune: null }),
        { testo: formatNumero(residenti), valore: residenti, figure: [figura], segnalazioni },
      ],
    })),
  };
}
