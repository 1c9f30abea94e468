/** Table by table: what is there and how far it reaches, what has never come and since when it is missed. */
import type {
  AmbitoDto,
  IndicatoreDto,
  SegnalazioneDto,
  TipoDto,
  VersioniDto,
} from '../../../functions/core/http/schemi.ts';
import type { VersioniPerTipo } from './fonti.ts';
import { buildCopertura, type TabellaMancante } from './mancanze.ts';
import { compareTesti } from './ordine.ts';

type VersioneDto = VersioniDto['versioni'][number];

export interface TabellaPresente {
  readonly tipo: TipoDto;
  readonly versione: number;
  readonly pubblicataIl: string;
  readonly righe: number;
  readonly file: number;
  /** The last period that its files state: `2021`, `2022-2024`; null where none states one. */
  readonly finoA: string | null;
  /** Findings about it that ask for a look: notes don't count. */
  readonly segnalazioni: number;
}

export interface Presenza {
  readonly presenti: readonly TabellaPresente[];
  readonly mancanti: readonly TabellaMancante[];
  /** ISO instant of the ambito's first publication; null where nothing was ever published. */
  readonly dal: string | null;
}

interface MateriaPresenza {
  readonly ambito: Pick<AmbitoDto, 'versioni'>;
  readonly tipi: readonly TipoDto[];
  readonly catalogo: readonly Pick<IndicatoreDto, 'titolo' | 'tabelle'>[];
  readonly versioni: VersioniPerTipo;
  readonly segnalazioni: readonly SegnalazioneDto[];
}

export function buildPresenza({ ambito, tipi, catalogo, versioni, segnalazioni }: MateriaPresenza): Presenza {
  const { presenti, mancanti } = buildCopertura(ambito, tipi, catalogo);
  return {
    presenti: presenti.flatMap((tipo) => {
      const corrente = versioni[tipo.id]?.find(({ versione }) => versione === ambito.versioni[tipo.id]);
      return corrente ? [toPresente(tipo, corrente, segnalazioni)] : [];
    }),
    mancanti,
    dal:
      Object.values(versioni)
        .flat()
        .map(({ pubblicataIl }) => pubblicataIl)
        .toSorted()[0] ?? null,
  };
}

function toPresente(tipo: TipoDto, corrente: VersioneDto, segnalazioni: readonly SegnalazioneDto[]): TabellaPresente {
  return {
    tipo,
    versione: corrente.versione,
    pubblicataIl: corrente.pubblicataIl,
    righe: corrente.righe,
    file: corrente.parti.length,
    finoA: findUltimoPeriodo(corrente.parti),
    segnalazioni: segnalazioni.filter((s) => s.tipo === tipo.id && s.gravita !== 'nota').length,
  };
}

/** The period that closes last; of two that close together, the shorter. */
function findUltimoPeriodo(parti: VersioneDto['parti']): string | null {
  const periodi = parti.flatMap(({ contesto }) => {
    const periodo = contesto?.anno ?? contesto?.periodo ?? contesto?.ciclo;
    return periodo === undefined ? [] : [String(periodo)];
  });
  const chiusura = (periodo: string) => periodo.slice(-4);
  return periodi.toSorted((a, b) => compareTesti(chiusura(b), chiusura(a)) || a.length - b.length)[0] ?? null;
}
