/** Many indicators over the same comuni: the columns of a heat table, the rows of a profile, the small charts of a page. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import { buildConfronto, type Confronto, type Voce } from './confronto.ts';
import { compareNomi } from './ordine.ts';
import { describeDimensione, describePeriodo } from './parole.ts';
import { type Alternative, chooseOsservazioni, type Richiesta, type Scelta } from './scelta.ts';
import type { Quali } from './stato-confronto.ts';
import { isAdditiva } from './valore.ts';

export interface Colonna {
  readonly indicatore: IndicatoreDto;
  readonly scelta: Scelta;
  readonly confronto: Confronto;
  /** `65 anni e più, al 31 dicembre 2021, anagrafe dei comuni`: of when and of what its values are. */
  readonly quando: string;
}

export interface Insieme {
  /** Indicators that at least one comune has, in the order of the catalogue. */
  readonly colonne: readonly Colonna[];
  /** Those of which no comune has a value, with the reason. */
  readonly senzaComuni: readonly { readonly indicatore: IndicatoreDto; readonly motivo: string }[];
  /** Dimensions in which some column has a choice. */
  readonly alternative: readonly Alternative[];
}

interface Ingredienti {
  readonly ambito: Pick<AmbitoDto, 'nome' | 'comuni'>;
  readonly catalogo: readonly IndicatoreDto[];
  /** Of every indicator. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly richiesta: Richiesta;
  readonly quali: Quali;
}

const CONTEGGI = new Set(['interventi', 'ETP']);
const SOLO_AMBITO = 'I documenti lo danno soltanto per l’intero ambito.';

/** In proportion: what a large comune and a small one can be compared by. */
export function isRapporto({ unita }: Pick<IndicatoreDto, 'unita'>): boolean {
  return !isAdditiva(unita) && !CONTEGGI.has(unita);
}

export function buildInsieme({ ambito, catalogo, osservazioni, richiesta, quali }: Ingredienti): Insieme {
  const perId = groupPerIndicatore(osservazioni);
  const voluti = catalogo.filter((i) => quali === 'tutti' || isRapporto(i) === (quali === 'rapporti'));
  const colonne: Colonna[] = [];
  const senzaComuni: { indicatore: IndicatoreDto; motivo: string }[] = [];
  for (const indicatore of voluti) {
    const sue = perId.get(indicatore.id) ?? [];
    if (sue.length === 0) continue;
    if (sue.some((o) => o.comune !== null && o.valore !== null)) {
      colonne.push(buildColonna({ ambito, indicatore, osservazioni: sue, richiesta }));
    } else senzaComuni.push({ indicatore, motivo: tellAssenza(sue) });
  }
  return { colonne, senzaComuni, alternative: mergeAlternative(colonne) };
}

function groupPerIndicatore(osservazioni: readonly OsservazioneDto[]): Map<string, OsservazioneDto[]> {
  const perId = new Map<string, OsservazioneDto[]>();
  for (const o of osservazioni) {
    const sue = perId.get(o.indicatore);
    if (sue) sue.push(o);
    else perId.set(o.indicatore, [o]);
  }
  return perId;
}

export function buildColonna({
  ambito,
  indicatore,
  osservazioni,
  richiesta,
}: Omit<Ingredienti, 'catalogo' | 'quali'> & { readonly indicatore: IndicatoreDto }): Colonna {
  const scelta = chooseOsservazioni(osservazioni, richiesta);
  const confronto = buildConfronto({ ambito, indicatore, scelta });
  return { indicatore, scelta, confronto, quando: describeQuando(indicatore, scelta) };
}

function describeQuando({ id }: IndicatoreDto, { periodo, alternative }: Scelta): string {
  // What it is of comes first (a fascia, a forma), who counted it last.
  const dimensioni = alternative.filter(({ dimensione }) => dimensione !== 'rilevazione');
  const rilevazione = alternative.filter(({ dimensione }) => dimensione === 'rilevazione');
  const tell = ({ dimensione, scelto }: Alternative) => describeDimensione(dimensione, scelto);
  return [...dimensioni.map(tell), periodo && describePeriodo(periodo, id), ...rilevazione.map(tell)]
    .filter(Boolean)
    .join(', ');
}

/** Why no comune has it: as the tables say of the comuni, or that they tell it of the ambito alone. */
function tellAssenza(osservazioni: readonly OsservazioneDto[]): string {
  const motivi = osservazioni.flatMap((o) => (o.comune !== null && o.assenza ? [MOTIVI_ASSENZA[o.assenza]] : []));
  const conta = (motivo: string) => motivi.filter((uno) => uno === motivo).length;
  const [primo] = [...new Set(motivi)].toSorted((a, b) => conta(b) - conta(a));
  return primo ?? SOLO_AMBITO;
}

function mergeAlternative(colonne: readonly Colonna[]): Alternative[] {
  const unite = new Map<Alternative['dimensione'], Alternative>();
  for (const una of colonne.flatMap(({ scelta }) => scelta.alternative)) {
    const prima = unite.get(una.dimensione);
    const valori = [...new Set([...(prima?.valori ?? []), ...una.valori])];
    unite.set(una.dimensione, {
      dimensione: una.dimensione,
      valori: valori.toSorted(compareNomi),
      // Where columns differ, what more than one can choose is what the reader may change.
      scelto: prima && prima.valori.length > una.valori.length ? prima.scelto : una.scelto,
    });
  }
  return [...unite.values()].filter(({ valori }) => valori.length > 1);
}

export type VocePresente = Voce & { readonly valore: number };

export function listPresenti({ voci }: Confronto): VocePresente[] {
  return voci.filter((voce): voce is VocePresente => voce.valore !== null);
}
