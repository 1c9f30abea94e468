/** One indicator over the years: a line for each comune, never across two rilevazioni. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { buildConfronto, type Confronto, type Divisore, uniqueOrigine } from './confronto.ts';
import { compareUltimi, hasValori, type Linea, valuesOf } from './linea-anni.ts';
import { joinNote } from './note-anni.ts';
import { type Alternative, chooseOsservazioni, type Scelta } from './scelta.ts';
import { chooseSerie } from './scelta-anni.ts';
import type { Misurato } from './valore.ts';
import { PERCENTO, toVariazione } from './variazione-anni.ts';

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
