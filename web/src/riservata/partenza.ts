/** Where the form of an upload starts from: the draft whose file comes again, or what the parte was last brought with. */
import type { AmbitoDto, CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { CAMPI_FONTE, toValori, type Valori } from './campi.ts';
import type { Versione } from './mancanze.ts';
import type { Scrivania } from './scrivania.tsx';

export interface DatiCarica {
  readonly ambito: AmbitoDto;
  readonly tipi: readonly TipoDto[];
  /** By tipo: the versione that the public sees. */
  readonly correnti: Readonly<Record<string, Versione>>;
  /** Open ones, newest first. */
  readonly bozze: readonly CaricamentoDto[];
  /** The draft whose file comes again, mended. */
  readonly da: CaricamentoDto | null;
}

/** @param da id of the draft whose file comes again */
export async function readCarica(
  { pubblica, riservata }: Scrivania,
  id: string,
  da: string | undefined,
): Promise<DatiCarica> {
  const [ambito, tipi, bozze, bozza] = await Promise.all([
    pubblica.readAmbito(id),
    pubblica.readTipi(),
    riservata.readBozze(id),
    da === undefined ? null : riservata.readBozza(id, da),
  ]);
  const correnti = await Promise.all(
    Object.entries(ambito.versioni).map(async ([tipo, numero]) => {
      const { versioni } = await pubblica.readVersioni(id, tipo);
      const corrente = versioni.find(({ versione }) => versione === numero);
      return corrente ? [[tipo, corrente] as const] : [];
    }),
  );
  return { ambito, tipi, bozze, correnti: Object.fromEntries(correnti.flat()), da: bozza };
}

export interface Partenza {
  readonly tipo: string;
  readonly parte: string;
  readonly valori: Valori;
}

/** Of a table made of several files, none takes the place of one that nobody named. */
export const DA_SCEGLIERE = '';

export function startFrom(
  { da, correnti }: Pick<DatiCarica, 'da' | 'correnti'>,
  tipo: string,
  parte?: string,
): Partenza {
  if (da) return { tipo: da.tipo, parte: da.parte, valori: toValori(da) };
  const parti = correnti[tipo]?.parti ?? [];
  const sola = parte === undefined && parti.length === 1 ? parti[0] : undefined;
  const scelta = parti.find((una) => una.parte === parte) ?? sola;
  const nome = parte ?? scelta?.parte ?? (parti.length > 1 ? DA_SCEGLIERE : 'intera');
  return { tipo, parte: nome, valori: scelta ? toValori(scelta) : {} };
}

/**
 * Another table, or another file of it: it starts from what that was last brought with, save what a person has written by now,
 * which is of the file in their hands. What came with any file of the table is not of their writing.
 */
export function startAltra(
  { da, correnti }: Pick<DatiCarica, 'da' | 'correnti'>,
  prima: Pick<Partenza, 'tipo' | 'valori'>,
  { tipo, parte }: { readonly tipo: string; readonly parte?: string },
): Partenza {
  const portati = [...(correnti[prima.tipo]?.parti ?? []), ...(da ? [da] : [])].map(toValori);
  const scritti = Object.entries(prima.valori).filter(
    ([nome, valore]) => valore !== '' && portati.every((una) => una[nome] !== valore),
  );
  const nuova = startFrom({ da: null, correnti }, tipo, parte);
  return { ...nuova, valori: { ...nuova.valori, ...Object.fromEntries(scritti) } };
}

const FONTE: ReadonlySet<string> = new Set(CAMPI_FONTE.map(({ nome }) => nome));

/**
 * A file more than those that are there: its source may be theirs, its year is not. What came with the file chosen before is left out,
 * what a person wrote stays.
 */
export function startNuova({ correnti }: Pick<DatiCarica, 'correnti'>, { tipo, parte, valori }: Partenza): Partenza {
  const portati = startFrom({ da: null, correnti }, tipo, parte).valori;
  const restano = Object.entries(valori).filter(([nome, valore]) => FONTE.has(nome) || valore !== portati[nome]);
  return { tipo, parte: '', valori: Object.fromEntries(restano) };
}
