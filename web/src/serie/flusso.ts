/** Where the programmed money comes from and goes to: fonte -> area -> intervento, in one year or in the whole ciclo. */
import { PDZ, placeFonte, type SpecieFonte } from '../../../functions/core/fonti.ts';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { compareInterventi, getMacroAttivita } from '../../../functions/core/interventi.ts';
import { nameArea } from './aree.ts';
import { type Figura, figuraOf } from './figura.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import { toNumero } from './valore.ts';

/** Money that stands under one name; related fonti (the Regione's six) are one. */
export interface NodoFonte {
  readonly id: string;
  readonly nome: string;
  readonly specie: SpecieFonte;
  /** Cents. */
  readonly valore: number;
  /** The figures that it is the sum of. */
  readonly figure: readonly Figura[];
}

export interface NodoArea {
  readonly id: string;
  readonly nome: string;
  readonly valore: number;
  /** Of it, cents from the budget ordinario. */
  readonly ordinario: number;
  readonly figura: Figura;
}

export type FonteIntervento = Pick<NodoFonte, 'nome' | 'specie' | 'valore' | 'figure'>;

export interface NodoIntervento {
  readonly id: string;
  readonly area: string;
  readonly nome: string;
  /** Cents; null where the plan leaves the amount blank. */
  readonly valore: number | null;
  readonly ordinario: number;
  /** From the largest; names of the groups. */
  readonly fonti: readonly FonteIntervento[];
  readonly segnalazioni: readonly Segnale[];
  readonly note: readonly string[];
  readonly figura: Figura;
}

export interface Filo {
  readonly fonte: string;
  readonly area: string;
  readonly specie: SpecieFonte;
  readonly valore: number;
}

export interface Flusso {
  readonly periodo: string;
  /** Cents: all that is stated. */
  readonly totale: number;
  readonly figura: Figura;
  /** Budget ordinario first, each kind from the largest. */
  readonly fonti: readonly NodoFonte[];
  readonly aree: readonly NodoArea[];
  /** In the order of the plan, those without money too. */
  readonly interventi: readonly NodoIntervento[];
  readonly fili: readonly Filo[];
}

const SPECIE = new Set<string>(['budget-ordinario', 'altre']);
/** Under what name money is shown whose scheda names no fonte. */
const NON_INDICATA = 'non-indicata';

interface Voce {
  readonly o: OsservazioneDto;
  readonly valore: number | null;
  readonly fonte: string | undefined;
  readonly area: string | undefined;
  readonly intervento: string | undefined;
}

/**
 * @param osservazioni `programmato` of the ambito, all its dimensions
 * @returns null where nothing is programmed in the period
 */
export function buildFlusso(
  osservazioni: readonly OsservazioneDto[],
  periodo: string,
  titoli: ReadonlyMap<string, string>,
): Flusso | null {
  const voci = listPerIndicatore(osservazioni, 'programmato')
    .filter((o) => o.comune === null && o.periodo === periodo)
    .map((o): Voce => {
      const { fonte, macroAttivita: area, intervento } = o.dimensioni;
      return { o, valore: toNumero(o.valore), fonte, area, intervento };
    });
  const intero = voci.find(({ fonte, area, intervento }) => !fonte && !area && !intervento);
  if (!intero || intero.valore === null) return null;
  const perFonte = voci.filter(({ fonte }) => fonte !== undefined && !SPECIE.has(fonte));
  return {
    periodo,
    totale: intero.valore,
    figura: figuraOf(intero.o),
    fonti: listFonti(perFonte.filter(({ area, intervento }) => !area && !intervento)),
    aree: listAree(voci),
    interventi: listInterventi(voci, perFonte, titoli),
    fili: listFili(perFonte.filter(({ area }) => area !== undefined)),
  };
}

function groupOf(fonte: string): { readonly id: string; readonly nome: string; readonly specie: SpecieFonte } {
  if (fonte === NON_INDICATA) return { id: fonte, nome: 'Fonte non indicata', specie: 'altre' };
  const { gruppo, specie } = placeFonte(fonte);
  return { id: gruppo, nome: nameGruppo(gruppo), specie };
}

const NOMI_GRUPPO: Readonly<Record<string, string>> = {
  [PDZ]: 'Piano di Zona',
  QFP: 'Fondo povertà',
  PAIS: 'Avviso PaIS',
  PON: 'PON e REACT-EU',
  PAC: 'PAC, servizi di cura',
  'Fondo autonomia alunni con disabilità': 'Fondo alunni con disabilità',
};

export function nameGruppo(gruppo: string): string {
  return NOMI_GRUPPO[gruppo] ?? gruppo;
}

function listFonti(voci: readonly Voce[]): NodoFonte[] {
  const gruppi = new Map<string, NodoFonte>();
  for (const { o, valore, fonte } of voci) {
    if (!fonte || !valore) continue;
    const gruppo = groupOf(fonte);
    const prima = gruppi.get(gruppo.id);
    gruppi.set(gruppo.id, {
      ...gruppo,
      valore: (prima?.valore ?? 0) + valore,
      figure: [...(prima?.figure ?? []), figuraOf(o)],
    });
  }
  return [...gruppi.values()].toSorted(compareFonti);
}

function compareFonti(a: Pick<NodoFonte, 'specie' | 'valore'>, b: Pick<NodoFonte, 'specie' | 'valore'>): number {
  return Number(a.specie === 'altre') - Number(b.specie === 'altre') || b.valore - a.valore;
}

function listAree(voci: readonly Voce[]): NodoArea[] {
  return voci
    .flatMap(({ o, valore, fonte, area }): NodoArea[] => {
      if (!area || fonte || !valore) return [];
      const ordinario = voci.find((una) => una.area === area && una.fonte === 'budget-ordinario')?.valore;
      return [{ id: area, nome: nameArea(area), valore, ordinario: ordinario ?? 0, figura: figuraOf(o) }];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function listInterventi(
  voci: readonly Voce[],
  perFonte: readonly Voce[],
  titoli: ReadonlyMap<string, string>,
): NodoIntervento[] {
  return voci
    .flatMap(({ o, valore, fonte, intervento }): NodoIntervento[] => {
      if (!intervento || fonte) return [];
      const sue = listFonti(perFonte.filter((una) => una.intervento === intervento));
      return [
        {
          id: intervento,
          area: getMacroAttivita(intervento),
          nome: titoli.get(intervento) ?? intervento,
          valore,
          ordinario: sumValori(sue.filter(({ specie }) => specie === 'budget-ordinario')),
          fonti: sue.map(({ nome, specie, valore: suo, figure }) => ({ nome, specie, valore: suo, figure })),
          segnalazioni: segnaliDi(o),
          note: o.note,
          figura: figuraOf(o),
        },
      ];
    })
    .toSorted((a, b) => compareInterventi(a.id, b.id));
}

function sumValori(nodi: readonly { readonly valore: number }[]): number {
  return nodi.reduce((somma, { valore }) => somma + valore, 0);
}

function listFili(voci: readonly Voce[]): Filo[] {
  const fili = new Map<string, Filo>();
  for (const { valore, fonte, area } of voci) {
    if (!fonte || !area || !valore) continue;
    const { id, specie } = groupOf(fonte);
    const chiave = `${id} ${area}`;
    fili.set(chiave, { fonte: id, area, specie, valore: (fili.get(chiave)?.valore ?? 0) + valore });
  }
  return [...fili.values()];
}
