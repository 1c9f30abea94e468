/** What a plan puts in, from which funds, year by year; what was committed of the past one, and what is left. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { parsePeriodo } from '../../../functions/core/periodo.ts';
import { buildCapienza, type Capienza, isWithin } from './capienza.ts';
import { type Figura, figuraOf } from './figura.ts';
import { buildFlusso, type Flusso } from './flusso.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createDato, type Dato, isPresente } from './raccolta.ts';
import { importoOf, listTitoli, type RigaTavola, testoOf } from './tavole.ts';

export type MisuraSpesa = 'euro' | 'abitante';

export interface MateriaSpesa {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  /** Of the ambito, all periods and dimensions. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly programmazione: TabellaDto;
  readonly fondi: TabellaDto;
  readonly rendiconto: TabellaDto;
}

/** What is asked for in the address; what the data can't meet gives way to the whole ciclo. */
export interface RichiestaSpesa {
  readonly periodo: string | undefined;
  readonly misura: MisuraSpesa;
}

export interface Spesa {
  /** The latest ciclo that programmes money; null where none does. */
  readonly ciclo: string | null;
  /** Its years, then the ciclo. */
  readonly periodi: readonly string[];
  /** The one that is shown. */
  readonly periodo: string | null;
  readonly flusso: Flusso | null;
  /** The same for the whole ciclo, for what is told of all of it. */
  readonly intero: Flusso | null;
  readonly anni: readonly AnnoProgrammato[];
  /** The latest first. */
  readonly cascate: readonly Cascata[];
  readonly capienza: Capienza | null;
}

export interface AnnoProgrammato {
  readonly anno: string;
  readonly totale: Dato | null;
  readonly ordinario: Dato | null;
  readonly altre: Dato | null;
}

/** What became of the money of a ciclo, as its rendiconto states it; cents, null where it does not. */
export interface Cascata {
  readonly periodo: string;
  /** Reference day, ISO. */
  readonly al: string | null;
  readonly programmato: number | null;
  readonly impegnato: number | null;
  readonly liquidato: number | null;
  readonly residuo: Dato | null;
  readonly avanzamento: Dato | null;
  readonly passo: Dato | null;
  /** Whether the ciclo was still under way on the reference day. */
  readonly aperto: boolean;
  /** What is left on each fund, where the rendiconto says it; cents. */
  readonly residui: readonly { readonly fonte: string; readonly valore: number }[];
  /** The rows that tell fonti or interventi apart. */
  readonly voci: readonly VoceRendiconto[];
  /** Whether the rendiconto tells interventi apart. */
  readonly perIntervento: boolean;
  /** The walk back of what it is made of. */
  readonly figure: readonly Figura[];
}

/** Cents; null where the row does not state them. */
export interface VoceRendiconto {
  readonly nome: string;
  readonly programmato: number | null;
  readonly impegnato: number | null;
  readonly liquidato: number | null;
  readonly residuo: number | null;
  readonly parte: string;
  readonly riga: number;
}

export function buildSpesa(materia: MateriaSpesa, richiesta: RichiestaSpesa): Spesa {
  const { osservazioni } = materia;
  const programmati = [
    ...new Set(listPerIndicatore(osservazioni, 'programmato').map(({ periodo }) => periodo)),
  ].toSorted();
  const ciclo = programmati.filter((periodo) => periodo.includes('-')).at(-1) ?? programmati.at(-1) ?? null;
  const periodi = ciclo === null ? [] : [...programmati.filter((anno) => isWithin(anno, ciclo)), ciclo];
  const periodo = periodi.find((uno) => uno === richiesta.periodo) ?? ciclo;
  const titoli = listTitoli(materia.programmazione.righe);
  const flussoDi = (quando: string | null) => (quando === null ? null : buildFlusso(osservazioni, quando, titoli));
  const intero = flussoDi(ciclo);
  return {
    ciclo,
    periodi: [...new Set(periodi)],
    periodo,
    flusso: periodo === ciclo ? intero : flussoDi(periodo),
    intero,
    anni: periodi.filter((uno) => uno !== ciclo).map((anno) => buildAnno(materia, anno, richiesta.misura)),
    cascate: buildCascate(materia),
    capienza: ciclo === null ? null : buildCapienza(materia, ciclo),
  };
}

interface ChiaveEsatta {
  readonly id: string;
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
}

/** The ambito's figure with exactly these dimensions: a total is not one of its parts. The rilevazione is left free. */
function findDato(
  { osservazioni, catalogo }: Pick<MateriaSpesa, 'osservazioni' | 'catalogo'>,
  { id, periodo, dimensioni = {} }: ChiaveEsatta,
): Dato | null {
  const voluta = Object.entries(dimensioni);
  const osservazione = listPerIndicatore(osservazioni, id).find((o) => {
    const { rilevazione: _, ...sue } = o.dimensioni;
    return (
      o.comune === null &&
      o.periodo === periodo &&
      Object.keys(sue).length === voluta.length &&
      voluta.every(([nome, valore]) => sue[nome] === valore)
    );
  });
  const indicatore = catalogo.find((uno) => uno.id === id);
  return osservazione && indicatore ? createDato(osservazione, indicatore) : null;
}

function buildAnno(materia: MateriaSpesa, anno: string, misura: MisuraSpesa): AnnoProgrammato {
  const id = misura === 'abitante' ? 'programmato-procapite' : 'programmato';
  const find = (fonte?: string) =>
    findDato(materia, { id, periodo: anno, ...(fonte ? { dimensioni: { fonte } } : {}) });
  return { anno, totale: find(), ordinario: find('budget-ordinario'), altre: find('altre') };
}

function buildCascate(materia: MateriaSpesa): Cascata[] {
  const { righe } = materia.rendiconto;
  const periodi = [...new Set(righe.map((riga) => testoOf(riga, 'periodo')))].filter((periodo) => periodo !== null);
  return periodi
    .toSorted()
    .toReversed()
    .map((periodo) =>
      buildCascata(
        materia,
        periodo,
        righe.filter((riga) => testoOf(riga, 'periodo') === periodo),
      ),
    );
}

function buildCascata(materia: MateriaSpesa, periodo: string, righe: readonly RigaTavola[]): Cascata {
  const has = (riga: RigaTavola, colonna: string) => testoOf(riga, colonna) !== null;
  const al =
    righe
      .flatMap((riga) => testoOf(riga, 'al') ?? [])
      .toSorted()
      .at(-1) ?? null;
  const intera = righe.find((riga) => !has(riga, 'fonte') && !has(riga, 'intervento') && testoOf(riga, 'al') === al);
  const amount = (colonna: string) => (intera ? importoOf(intera, colonna) : null);
  const find = (id: string) => findDato(materia, { id, periodo });
  const residuo = find('residuo');
  const fine = parsePeriodo(periodo)?.a;
  return {
    periodo,
    al,
    programmato: amount('programmato'),
    impegnato: amount('impegnato'),
    liquidato: amount('liquidato'),
    residuo,
    avanzamento: find('avanzamento-impegni'),
    passo: find('passo-lineare'),
    aperto: al !== null && fine !== undefined && al < `${fine}-12-31`,
    residui: righe.flatMap((riga) => {
      const fonte = testoOf(riga, 'fonte');
      const valore = importoOf(riga, 'residuo');
      return fonte !== null && valore !== null && valore !== 0 ? [{ fonte, valore }] : [];
    }),
    voci: righe
      .filter(
        (riga) => riga !== intera && (has(riga, 'fonte') || has(riga, 'intervento')) && testoOf(riga, 'al') === al,
      )
      .map((riga) => ({
        nome: ['intervento', 'fonte'].flatMap((colonna) => testoOf(riga, colonna) ?? []).join(', '),
        programmato: importoOf(riga, 'programmato'),
        impegnato: importoOf(riga, 'impegnato'),
        liquidato: importoOf(riga, 'liquidato'),
        residuo: importoOf(riga, 'residuo'),
        parte: riga.parte,
        riga: riga.riga,
      })),
    perIntervento: righe.some((riga) => has(riga, 'intervento')),
    figure: isPresente(residuo) ? [figuraOf(residuo.osservazione)] : [],
  };
}

export interface Annuo {
  readonly periodo: string;
  readonly anni: number;
  readonly importo: number;
  /** Cents a year. */
  readonly annuo: number;
}

/** The budgets of two cicli of different length, per year; null where one of them is not stated. */
export function compareCicli({
  cascate,
  capienza,
  ciclo,
}: Spesa): { readonly prima: Annuo; readonly dopo: Annuo } | null {
  const passata = cascate.find(({ periodo }) => periodo !== ciclo && ciclo !== null && periodo < ciclo);
  if (!passata || passata.programmato === null || capienza === null || ciclo === null) return null;
  const prima = toAnnuo(passata.periodo, passata.programmato);
  const dopo = toAnnuo(ciclo, capienza.budget);
  return prima && dopo ? { prima, dopo } : null;
}

function toAnnuo(periodo: string, importo: number): Annuo | null {
  const estremi = parsePeriodo(periodo);
  if (!estremi) return null;
  const anni = estremi.a - estremi.da + 1;
  return { periodo, anni, importo, annuo: Math.round(importo / anni) };
}
