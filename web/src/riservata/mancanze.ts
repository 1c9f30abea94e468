/** Where each table of an ambito stands, and what a complete Relazione still waits for. */
import type {
  AmbitoDto,
  CaricamentoDto,
  IndicatoreDto,
  TipoDto,
  VersioniDto,
} from '../../../functions/core/http/schemi.ts';

export type Versione = VersioniDto['versioni'][number];

export interface StatoTabella {
  readonly tipo: TipoDto;
  /** The one that the public sees; null where nothing was ever published. */
  readonly corrente: Versione | null;
  /** Open drafts, newest first. */
  readonly bozze: readonly CaricamentoDto[];
  /** Titles of the indicators that read this table. */
  readonly serveA: readonly string[];
}

export function listStati({
  ambito,
  tipi,
  catalogo,
  versioni,
  bozze,
}: {
  readonly ambito: AmbitoDto;
  readonly tipi: readonly TipoDto[];
  readonly catalogo: readonly IndicatoreDto[];
  readonly versioni: Readonly<Record<string, readonly Versione[]>>;
  readonly bozze: readonly CaricamentoDto[];
}): StatoTabella[] {
  return tipi.map((tipo) => ({
    tipo,
    corrente: versioni[tipo.id]?.find(({ versione }) => versione === ambito.versioni[tipo.id]) ?? null,
    bozze: bozze.filter((una) => una.tipo === tipo.id),
    serveA: catalogo.filter(({ tabelle }) => tabelle.includes(tipo.id)).map(({ titolo }) => titolo),
  }));
}

/** Tables that no version has and without which some indicator cannot be told. */
export function listMancanti(stati: readonly StatoTabella[]): StatoTabella[] {
  return stati.filter(({ corrente, serveA }) => corrente === null && serveA.length > 0);
}
