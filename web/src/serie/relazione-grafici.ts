/** The chart of each chapter of the report: comuni ranked, or a few things side by side. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { buildConfronto, type Confronto } from './confronto.ts';
import { buildFasce, tellFasce } from './fasce.ts';
import { type Figura, figuraOf } from './figura.ts';
import type { Materia } from './lettore.ts';
import { capitalize, describeDimensione, describeFascia, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { chooseOsservazioni } from './scelta.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import type { ColonnaGrafico, TavolaGrafico } from './tavola-grafico.ts';
import { buildTitolo } from './titolo.ts';
import { describeUnita, formatValore } from './valore.ts';

export interface VoceGrafico {
  readonly chiave: string;
  readonly nome: string;
  readonly valore: number;
  readonly testo: string;
  readonly dettaglio?: string;
  readonly segnalazioni: readonly Segnale[];
  readonly figure: readonly Figura[];
}

export type Grafico =
  | { readonly genere: 'comuni'; readonly titolo: string; readonly misura: string; readonly confronto: Confronto }
  | {
      readonly genere: 'voci';
      readonly titolo: string;
      readonly misura: string;
      /** What a line is, and what its value. */
      readonly testa: string;
      readonly colonna: ColonnaGrafico;
      readonly voci: readonly VoceGrafico[];
      readonly origine: OsservazioneDto['origine'];
    };

export function compareComuni({ ambito, catalogo, osservazioni }: Materia, id: string): Grafico | null {
  const indicatore = catalogo.find((uno) => uno.id === id);
  const scelta = chooseOsservazioni(listPerIndicatore(osservazioni, id), { dimensioni: {} });
  if (!indicatore || !scelta.osservazioni.some((o) => o.comune !== null && o.valore !== null)) return null;
  const confronto = buildConfronto({ ambito, indicatore, scelta });
  const { rilevazione } = scelta.dimensioni;
  const misura = [
    capitalize(describeUnita(confronto.unita)),
    confronto.periodo && describePeriodo(confronto.periodo, id),
    rilevazione && describeDimensione('rilevazione', rilevazione),
  ];
  return { genere: 'comuni', titolo: buildTitolo(confronto), misura: misura.filter(Boolean).join(', '), confronto };
}

export function drawEta({ osservazioni }: Materia): Grafico | null {
  const bande = listPerIndicatore(osservazioni, 'popolazione-fascia').filter(
    (o) => o.comune === null && o.valore !== null,
  );
  const { periodo, dimensioni } = chooseOsservazioni(bande, { dimensioni: {} });
  const { rilevazione } = dimensioni;
  const stesse = bande.filter((o) => o.periodo === periodo && o.dimensioni.rilevazione === rilevazione);
  const fasce = buildFasce(stesse);
  if (fasce.length === 0 || periodo === null) return null;
  const usate = new Set(fasce.map(({ id }) => id));
  const quando = describePeriodo(periodo, 'popolazione');
  return {
    genere: 'voci',
    titolo: tellFasce(fasce),
    misura: `Quota dei residenti per fascia d’età, ${quando}${rilevazione ? `, ${describeDimensione('rilevazione', rilevazione)}` : ''}`,
    testa: 'Fascia d’età',
    colonna: { chiave: 'quota', titolo: 'Quota dei residenti', unita: '%' },
    voci: fasce.map(({ id, quota, residenti, segnalazioni, figura }) => ({
      chiave: id,
      nome: describeFascia(id),
      valore: quota,
      testo: formatValore(quota, { unita: '%', decimali: 1 }),
      dettaglio: `${formatNumero(residenti)} persone`,
      segnalazioni,
      figure: [figura],
    })),
    origine: stesse.filter((o) => usate.has(o.dimensioni.fascia ?? '')).flatMap((o) => o.origine),
  };
}

const NOMI_LIVELLO: Readonly<Record<string, string>> = {
  LEPS: 'Livelli essenziali (LEPS)',
  ODS: 'Obiettivi di servizio',
  Potenziamento: 'Potenziamento',
  Specificità: 'Specificità del territorio',
};

export function drawLivelli({ osservazioni }: Materia): Grafico | null {
  const previsti = listPerIndicatore(osservazioni, 'interventi-previsti').filter(
    (o) => o.comune === null && o.dimensioni.livello !== undefined,
  );
  const periodo = previsti
    .map((o) => o.periodo)
    .toSorted()
    .at(-1);
  const suoi = previsti.filter((o) => o.periodo === periodo && typeof o.valore === 'number');
  if (periodo === undefined || suoi.length === 0) return null;
  const voci = suoi
    .map((o) => ({
      chiave: o.dimensioni.livello ?? '',
      nome: NOMI_LIVELLO[o.dimensioni.livello ?? ''] ?? o.dimensioni.livello ?? '',
      valore: Number(o.valore),
      testo: formatNumero(Number(o.valore)),
      segnalazioni: segnaliDi(o),
      figure: [figuraOf(o)],
    }))
    .toSorted((a, b) => b.valore - a.valore);
  const leps = voci.find(({ chiave }) => chiave === 'LEPS');
  return {
    genere: 'voci',
    titolo: leps
      ? `Il Piano ${periodo} prevede ${leps.testo} interventi tra i livelli essenziali`
      : `Gli interventi previsti nel Piano ${periodo}`,
    misura: `Interventi previsti nel Piano ${periodo}, per livello; uno stesso intervento può stare in più livelli`,
    testa: 'Livello',
    colonna: { chiave: 'interventi', titolo: 'Interventi previsti', unita: '' },
    voci,
    origine: suoi.flatMap((o) => o.origine),
  };
}

export function tavolaOfVoci({ testa, colonna, voci }: Extract<Grafico, { genere: 'voci' }>): TavolaGrafico {
  return {
    testa,
    colonne: [colonna],
    righe: voci.map(({ chiave, nome, valore, testo, segnalazioni, figure }) => ({
      chiave,
      nome,
      comune: null,
      celle: [{ testo, valore, figure, segnalazioni }],
    })),
  };
}
