/** One indicator over the years: a line for each comune, never across two rilevazioni. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { buildConfronto, type Confronto, type Divisore, uniqueOrigine, type Voce } from './confronto.ts';
import type { Figura } from './figura.ts';
import { joinNote } from './note-anni.ts';
import { countOf, describePeriodo, joinNomi, nameNumero } from './parole.ts';
import { type Alternative, chooseOsservazioni, type Scelta } from './scelta.ts';
import { chooseSerie } from './scelta-anni.ts';
import { formatScarto, formatValore, type Misurato } from './valore.ts';

export interface Punto {
  readonly periodo: string;
  /** Where it stands along the years: the last one of its period. */
  readonly anno: number;
  readonly voce: Voce;
}

export interface Linea {
  /** ISTAT code, or null for the ambito. */
  readonly codice: string | null;
  readonly nome: string;
  readonly punti: readonly Punto[];
}

export type ScalaAnni = 'valore' | 'variazione';

export interface NegliAnni {
  readonly indicatore: IndicatoreDto;
  readonly misurato: Misurato;
  readonly scala: ScalaAnni;
  /** Whether changes in per cent have a meaning here: positive values, from the first year on. */
  readonly conVariazione: boolean;
  readonly zeroSignificativo: boolean;
  readonly periodi: readonly string[];
  readonly dimensioni: Scelta['dimensioni'];
  readonly alternative: readonly Alternative[];
  /** The comuni; or the ambito alone, where the comuni have not two periods. */
  readonly linee: readonly Linea[];
  /** Drawn beside them where it is a term of comparison. */
  readonly ambito: Linea | null;
  readonly confronti: readonly Confronto[];
  readonly note: readonly string[];
  readonly origine: OsservazioneDto['origine'];
}

interface Ingredienti {
  readonly ambito: Pick<AmbitoDto, 'nome' | 'comuni'>;
  readonly indicatore: IndicatoreDto;
  /** Of the indicator, in every period and dimension. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly richiesta: { readonly dimensioni: Scelta['dimensioni'] };
  /** Of one rilevazione in every period. */
  readonly divisore?: Divisore | undefined;
  readonly scala: ScalaAnni;
}

const IN_PROPORZIONE = new Set(['%', '‰']);
const PERCENTO: Misurato = { unita: '%', decimali: 1 };

export function buildNegliAnni({
  ambito,
  indicatore,
  osservazioni,
  richiesta,
  divisore,
  scala: chiesta,
}: Ingredienti): NegliAnni {
  const serie = chooseSerie(osservazioni, { dimensioni: richiesta.dimensioni });
  const confronti = serie.periodi.map((periodo) =>
    buildConfronto({
      ambito,
      indicatore,
      scelta: chooseOsservazioni(serie.osservazioni, { periodo, dimensioni: serie.dimensioni }),
      divisore,
    }),
  );
  const lineOf = (codice: string | null, nome: string): Linea => ({
    codice,
    nome,
    punti: confronti.flatMap((confronto) => {
      const voce = codice === null ? confronto.ambito : confronto.voci.find((una) => una.codice === codice);
      const { periodo } = confronto;
      return voce && periodo ? [{ periodo, anno: Number(periodo.slice(-4)), voce }] : [];
    }),
  });
  const comuni = ambito.comuni.map(({ codiceIstat, nome }) => lineOf(codiceIstat, nome)).filter(hasValori);
  const intero = lineOf(null, 'Intero ambito');
  const daSolo = comuni.length === 0;
  const comparabile = !daSolo && (confronti[0]?.ambitoComparabile ?? false) && hasValori(intero);
  const tutte = [...comuni, intero];
  const conVariazione =
    serie.periodi.length > 1 && !IN_PROPORZIONE.has(indicatore.unita) && tutte.flatMap(valuesOf).every((v) => v > 0);
  const scala = conVariazione ? chiesta : 'valore';
  const [primo] = confronti;
  const misurato = primo ?? indicatore;
  const toScala = (linea: Linea) => (scala === 'variazione' ? toVariazione(linea) : linea);
  const linee = (daSolo ? [intero].filter(hasValori) : comuni).map(toScala);
  return {
    indicatore,
    misurato: scala === 'variazione' ? PERCENTO : { unita: misurato.unita, decimali: misurato.decimali },
    scala,
    conVariazione,
    zeroSignificativo: scala === 'variazione' || (primo?.zeroSignificativo ?? true),
    periodi: serie.periodi,
    dimensioni: serie.dimensioni,
    alternative: serie.alternative,
    linee: linee.toSorted(compareUltimi),
    // How much it changed is a term of comparison for sums too.
    ambito: comparabile || (scala === 'variazione' && !daSolo) ? toScala(intero) : null,
    confronti,
    note: joinNote(confronti.flatMap(({ note }) => note)),
    origine: uniqueOrigine(confronti.flatMap(({ origine }) => origine)),
  };
}

const valuesOf = ({ punti }: Linea) => punti.flatMap(({ voce }) => (voce.valore === null ? [] : [voce.valore]));
const hasValori = (linea: Linea) => valuesOf(linea).length > 0;

/** Each value as its change since the first period, in per cent. */
function toVariazione(linea: Linea): Linea {
  const base = linea.punti[0]?.voce;
  return {
    ...linea,
    punti: linea.punti.map((punto) => {
      const { voce } = punto;
      if (voce.valore === null) return punto;
      if (!base || base.valore === null) {
        return {
          ...punto,
          voce: {
            ...voce,
            valore: null,
            testo: 'dato mancante',
            motivo: 'Manca il primo periodo, da cui si misura il cambiamento.',
          },
        };
      }
      const valore = (voce.valore / base.valore - 1) * 100;
      return {
        ...punto,
        voce: {
          ...voce,
          valore,
          testo: tellPercento(valore),
          figure: voce === base ? voce.figure : [...base.figure, ...voce.figure],
        },
      };
    }),
  };
}

const tellPercento = (valore: number) => {
  const testo = formatValore(valore, PERCENTO);
  return valore > 0 ? `+${testo}` : testo;
};

const ultimoOf = ({ punti }: Linea) => punti.findLast(({ voce }) => voce.valore !== null)?.voce.valore ?? null;

function compareUltimi(a: Linea, b: Linea): number {
  return (ultimoOf(b) ?? Number.NEGATIVE_INFINITY) - (ultimoOf(a) ?? Number.NEGATIVE_INFINITY);
}

interface Cambio {
  readonly nome: string;
  readonly da: Voce & { readonly valore: number };
  readonly a: Voce & { readonly valore: number };
}

const isValorata = (voce: Voce | undefined): voce is Voce & { readonly valore: number } =>
  voce !== undefined && voce.valore !== null;

/** From the first period to the last, where both are there. Always of the values, whatever the scale. */
function listCambi(dati: NegliAnni): Cambio[] {
  const [primo] = dati.confronti;
  const ultimo = dati.confronti.at(-1);
  if (!primo || !ultimo) return [];
  const coppie = dati.linee.map(({ codice, nome }) => ({
    nome,
    da: codice === null ? (primo.ambito ?? undefined) : primo.voci.find((v) => v.codice === codice),
    a: codice === null ? (ultimo.ambito ?? undefined) : ultimo.voci.find((v) => v.codice === codice),
  }));
  return coppie.flatMap(({ nome, da, a }) => (isValorata(da) && isValorata(a) ? [{ nome, da, a }] : []));
}

function tellTempo({ periodi, indicatore }: NegliAnni): string {
  const [primo = ''] = periodi;
  const ultimo = periodi.at(-1) ?? primo;
  return primo.includes('-')
    ? `tra ${describePeriodo(primo, indicatore.id).replace(/^nel |^dal /, 'il ')} e ${describePeriodo(ultimo, indicatore.id).replace(/^nel |^dal /, 'il ')}`
    : `dal ${primo} al ${ultimo}`;
}

function tellVersi(cambi: readonly Cambio[], quanti: number): string {
  const cresce = cambi.filter(({ da, a }) => a.testo !== da.testo && a.valore > da.valore).length;
  const cala = cambi.filter(({ da, a }) => a.testo !== da.testo && a.valore < da.valore).length;
  const pari = cambi.length - cresce - cala;
  const versi = [
    { verbo: 'cresce', n: cresce },
    { verbo: 'cala', n: cala },
    { verbo: 'resta uguale', n: pari },
  ].filter(({ n }) => n > 0);
  const [unico] = versi;
  if (unico && versi.length === 1 && unico.n > 1) {
    return `${unico.verbo} in tutti i comuni${unico.n === quanti ? '' : ' con il dato'}`;
  }
  const parti = versi.map(({ verbo, n }, i) =>
    i === 0 ? `${verbo} in ${countOf(n, 'comune', 'comuni')}` : `${verbo} in ${nameNumero(n)}`,
  );
  return joinNomi(parti);
}

/** Short, for the head of the chart: `Popolazione residente: dal 2018 al 2021 cala in sei comuni e cresce in uno`. */
export function titleNegliAnni(dati: NegliAnni, quanti: number): string {
  const { titolo } = dati.indicatore;
  if (dati.periodi.length < 2) return `${titolo}: un solo periodo, nessun andamento`;
  const cambi = listCambi(dati);
  const [unico] = cambi;
  if (!unico) return `${titolo}: gli anni con il dato non si possono ancora mettere in fila`;
  if (dati.linee.length === 1) {
    return `${titolo}, ${unico.nome}: da ${unico.da.testo} a ${unico.a.testo}, ${tellTempo(dati)}`;
  }
  return `${titolo}: ${tellTempo(dati)} ${tellVersi(cambi, quanti)}`;
}

/** The answer, in full sentences: how many grow, which changes most, the ambito. */
export function tellNegliAnni(dati: NegliAnni, quanti: number): string {
  const [solo] = dati.periodi;
  if (solo === undefined) return 'Per questo ambito il dato non c’è ancora.';
  if (dati.periodi.length < 2) {
    return `Il dato c’è in un solo periodo (${solo}): per un andamento ne servono almeno due.`;
  }
  const cambi = listCambi(dati);
  const tempo = tellTempo(dati);
  const [primo] = dati.confronti;
  const ultimo = dati.confronti.at(-1);
  const intero =
    isValorata(primo?.ambito ?? undefined) && isValorata(ultimo?.ambito ?? undefined) && dati.linee[0]?.codice !== null
      ? `Intero ambito: da ${primo?.ambito?.testo} a ${ultimo?.ambito?.testo}.`
      : null;
  const massimo = findMassimo(cambi, dati);
  const [unico] = cambi;
  const frasi =
    dati.linee.length === 1
      ? [
          unico
            ? `${unico.nome}: da ${unico.da.testo} a ${unico.a.testo}, ${tempo} (${tellCambio(unico, dati)}).`
            : null,
        ]
      : [
          cambi.length > 0
            ? `${tempo.charAt(0).toUpperCase()}${tempo.slice(1)} il valore ${tellVersi(cambi, quanti)}.`
            : null,
          massimo
            ? `Cambia di più ${massimo.nome}: da ${massimo.da.testo} a ${massimo.a.testo} (${tellCambio(massimo, dati)}).`
            : null,
          intero,
        ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

function widthOf({ da, a }: Cambio, { conVariazione }: NegliAnni): number {
  return Math.abs(conVariazione ? a.valore / da.valore - 1 : a.valore - da.valore);
}

function tellCambio({ da, a }: Cambio, { conVariazione, confronti, indicatore }: NegliAnni): string {
  return conVariazione
    ? tellPercento((a.valore / da.valore - 1) * 100)
    : formatScarto(a.valore - da.valore, confronti[0] ?? indicatore);
}

/** What changes most, if anything does. */
function findMassimo(cambi: readonly Cambio[], dati: NegliAnni): Cambio | null {
  const massimo = cambi.reduce<Cambio | null>((a, b) => (a && widthOf(a, dati) >= widthOf(b, dati) ? a : b), null);
  return massimo && massimo.da.testo !== massimo.a.testo ? massimo : null;
}

/** Those that the answer names, in its order. */
export function listFigureNegliAnni(dati: NegliAnni): Figura[] {
  if (dati.periodi.length < 2) return [];
  const cambi = listCambi(dati);
  const nominato = dati.linee.length === 1 ? (cambi[0] ?? null) : findMassimo(cambi, dati);
  const [primo, ultimo] = [dati.confronti[0]?.ambito, dati.confronti.at(-1)?.ambito];
  const intero = dati.linee[0]?.codice === null ? [] : [primo, ultimo];
  const voci = [nominato?.da, nominato?.a, ...(intero.every((voce) => isValorata(voce ?? undefined)) ? intero : [])];
  return voci.flatMap((voce) => voce?.figure ?? []);
}
