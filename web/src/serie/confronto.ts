/** One indicator over the comuni of an ambito, in one period: what the ranking, its table, its title and its export show. */
import { roundCent } from '../../../functions/core/denaro.ts';
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { MOTIVI_ASSENZA, type MotivoAssenza } from '../../../functions/core/misura.ts';
import { type Figura, figuraOf } from './figura.ts';
import { compareNomi } from './ordine.ts';
import type { Scelta } from './scelta.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import { DATO_MANCANTE, isAdditiva, isDenaro, type MisuratoDa, tellValore, toNumero } from './valore.ts';

/** One comune (or the ambito) with its value, or why it has none. */
export interface Voce {
  /** ISTAT code, or null for the ambito. */
  readonly codice: string | null;
  readonly nome: string;
  /** In the unit of the view; money in cents. */
  readonly valore: number | null;
  /** As shown: `41,22 €`, or `dato mancante`. */
  readonly testo: string;
  /** Why it is missing; null where it is there. */
  readonly motivo: string | null;
  readonly segnalazioni: readonly Segnale[];
  readonly note: readonly string[];
  /** What the walk back opens; [] where the API states nothing at all. */
  readonly figure: readonly Figura[];
}

export interface Confronto {
  readonly indicatore: IndicatoreDto;
  /** Of the values shown: `€/ab` where they were divided by residents here. */
  readonly unita: string;
  readonly decimali: number;
  readonly periodo: string | null;
  /** Highest first, ties by name; the missing last, by name. */
  readonly voci: readonly Voce[];
  readonly ambito: Voce | null;
  /** False for quantities that are summed: the ambito's total is no term of comparison for a comune. */
  readonly ambitoComparabile: boolean;
  /** Bars start at zero; where zero says nothing (persons per family) dots on a cut scale say more. */
  readonly zeroSignificativo: boolean;
  readonly soglia: IndicatoreDto['soglia'];
  /** What holds for every value shown: sentences. */
  readonly note: readonly string[];
  readonly origine: OsservazioneDto['origine'];
}

const NON_RIPORTATO = 'Nessuna tabella pubblicata riporta questo dato.';
const UNITA_SENZA_ZERO = new Set(['persone per famiglia']);

/** What a value is divided by. */
export interface Denominatore {
  /** Null where it is missing. */
  readonly valore: number | null;
  readonly nota: string;
  /** Whose walk back leads to it. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly segnalazioni: readonly Segnale[];
  readonly origine: OsservazioneDto['origine'];
}

/** By what the values become proportions. */
export interface Divisore {
  /** Of the quotients: `€/ab`. */
  readonly unita: string;
  /** periodo -> ISTAT code, or `ambito` -> denominator; what is not there has none. */
  readonly perPeriodo: Readonly<Record<string, Readonly<Record<string, Denominatore>>>>;
}

interface Ingredienti {
  readonly ambito: Pick<AmbitoDto, 'nome' | 'comuni'>;
  readonly indicatore: IndicatoreDto;
  readonly scelta: Scelta;
  /** By which the values are divided; absent: values as they are. */
  readonly divisore?: Divisore | undefined;
}

export function buildConfronto({ ambito, indicatore, scelta, divisore }: Ingredienti): Confronto {
  const denominatori = divisore?.perPeriodo[scelta.periodo ?? ''] ?? {};
  const unita = divisore?.unita ?? indicatore.unita;
  const misurato = { id: indicatore.id, unita, decimali: divisore ? 2 : indicatore.decimali };
  const usati: Denominatore[] = [];
  const toVoce = (codice: string | null, nome: string): Voce => {
    const osservazione = scelta.osservazioni.find((o) => o.comune === codice);
    if (!osservazione) return missingVoce(codice, nome, NON_RIPORTATO);
    const voce = voceOf(osservazione, nome, misurato);
    if (!divisore) return voce;
    const denominatore = denominatori[codice ?? 'ambito'] ?? null;
    if (denominatore) usati.push(denominatore);
    return divideVoce(voce, denominatore, misurato);
  };
  const voci = ambito.comuni.map(({ codiceIstat, nome }) => toVoce(codiceIstat, nome)).toSorted(compareVoci);
  const intero = toVoce(null, 'Intero ambito');
  const comuni = [...voci, intero].map((v) => v.note);
  const [prime = []] = comuni.filter((n) => n.length > 0);
  const origine = [...scelta.osservazioni, ...usati].flatMap((o) => o.origine);
  const soglia = divisore ? undefined : indicatore.soglia;
  return {
    indicatore,
    unita,
    decimali: misurato.decimali,
    periodo: scelta.periodo,
    voci,
    ambito: intero.figure.length > 0 ? intero : null,
    ambitoComparabile: !isAdditiva(unita),
    zeroSignificativo: !UNITA_SENZA_ZERO.has(unita),
    soglia,
    note: [
      ...(soglia ? [`${nameSoglia(soglia)}: ${soglia.legge}.`] : []),
      ...prime.filter((nota) => comuni.every((altre) => altre.length === 0 || altre.includes(nota))),
    ],
    origine: uniqueOrigine(origine),
  };
}

/** As the line of a threshold is labelled; the note beside the chart says by which law. */
export function nameSoglia({ verso }: NonNullable<IndicatoreDto['soglia']>): string {
  return verso === 'almeno' ? 'Minimo di legge' : 'Massimo di legge';
}

function voceOf(osservazione: OsservazioneDto, nome: string, misurato: MisuratoDa): Voce {
  const valore = toNumero(osservazione.valore);
  return {
    codice: osservazione.comune,
    nome,
    valore,
    testo: valore === null ? DATO_MANCANTE : tellValore(valore, misurato),
    motivo: valore === null ? motivoOf(osservazione.assenza) : null,
    segnalazioni: segnaliDi(osservazione),
    note: osservazione.note,
    figure: [figuraOf(osservazione)],
  };
}

function missingVoce(codice: string | null, nome: string, motivo: string): Voce {
  return { codice, nome, valore: null, testo: DATO_MANCANTE, motivo, segnalazioni: [], note: [], figure: [] };
}

function motivoOf(assenza: MotivoAssenza | undefined): string {
  return assenza ? MOTIVI_ASSENZA[assenza] : NON_RIPORTATO;
}

/** Money in cents, rounded once, at the end; counts as they are. */
function divideVoce(voce: Voce, denominatore: Denominatore | null, misurato: MisuratoDa): Voce {
  if (voce.valore === null) return voce;
  if (!denominatore || denominatore.valore === null)
    return { ...missingVoce(voce.codice, voce.nome, MOTIVI_ASSENZA['non-derivabile']), figure: voce.figure };
  const figure = [...voce.figure, ...denominatore.osservazioni.map(figuraOf)];
  if (denominatore.valore === 0)
    return { ...missingVoce(voce.codice, voce.nome, MOTIVI_ASSENZA['denominatore-zero']), figure };
  const quoziente = voce.valore / denominatore.valore;
  const valore = isDenaro(misurato.unita) ? roundCent(quoziente) : quoziente;
  return {
    ...voce,
    valore,
    testo: tellValore(valore, misurato),
    segnalazioni: [...voce.segnalazioni, ...denominatore.segnalazioni],
    note: [...voce.note, denominatore.nota],
    figure,
  };
}

function compareVoci(a: Voce, b: Voce): number {
  if (a.valore === null || b.valore === null) {
    return Number(a.valore === null) - Number(b.valore === null) || compareNomi(a.nome, b.nome);
  }
  return b.valore - a.valore || compareNomi(a.nome, b.nome);
}

export function uniqueOrigine(origine: OsservazioneDto['origine']): OsservazioneDto['origine'] {
  return [...new Map(origine.map((o) => [`${o.tipo} ${o.versione} ${o.parte}`, o])).values()];
}
