/** All the files of a set of pages, from what is published: the same bytes whenever it is done again. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { toIndicatoreDto } from '../api/cataloghi.ts';
import type { Ambito } from '../core/ambito.ts';
import {
  type Istantanea,
  NOME_INDICE,
  SEGNAPOSTO_IMPRONTA,
  toCanonica,
  toNomePagina,
  toNomeSpiegazioni,
} from '../core/http/istantanee.ts';
import type { SpiegazioneDto } from '../core/http/schemi.ts';
import { getIndicatore } from '../core/indicatori/index.ts';
import type { Handler } from '../http/crea.ts';
import { composeDocumento } from './documento.ts';
import { listPagineDi } from './elenco.ts';
import type { Eta } from './eta.ts';
import type { Modello } from './impaginatore.ts';
import { createLettore, type Lettore } from './lettore.ts';

export interface Materia {
  readonly insieme: string;
  /** Of the publication: see `Puntatore`. */
  readonly numero: number;
  /** What the API is asked for; 0 where each ambito has its own. */
  readonly edizione: number;
  readonly ambiti: readonly Ambito[];
  readonly spiegazioni: readonly SpiegazioneDto[];
  readonly eta: Eta;
}

export interface Fascicolo {
  readonly impronta: string;
  /** Paths of the pages that are there. */
  readonly pagine: readonly string[];
  /** By path inside the folder, with its extension. */
  readonly file: ReadonlyMap<string, string>;
}

/** A page that cannot be prepared: the publication before stays. */
export class PaginaMancataError extends Error {
  override readonly name = 'PaginaMancataError';
}

/** @throws PaginaMancataError if a page does not have all that it needs */
export async function prepareFascicolo(
  { api, modello }: { readonly api: Handler; readonly modello: Modello },
  { insieme, numero, edizione, ambiti, spiegazioni, eta }: Materia,
): Promise<Fascicolo> {
  const lettore = createLettore(api, edizione);
  let chieste = new Set<string>();
  const { renderPagina, readPagina } = modello.createImpaginatore({
    fetch: lettore.fetch,
    onLettura: (lettura) => chieste.add(lettura),
  });
  const file = new Map<string, string>();
  const indice = new Map<string, { nome: string; byte: number }>();
  const pagine = listPagineDi(insieme, ambiti, eta);
  for (const { percorso, viste, visteAParte } of pagine) {
    chieste = new Set();
    const resa = await renderPagina(percorso);
    if (resa.stato !== 200) throw new PaginaMancataError(`${percorso}: ${resa.stato}`);
    for (const vista of viste) await readPagina(vista);
    const letture = collectLetture(chieste, lettore);
    const nome = toNomePagina(percorso);
    const istantanea = writeIstantanea(letture);
    file.set(`${nome}.html`, composeDocumento(modello.guscio, { percorso, insieme, numero, resa }));
    file.set(`${nome}.json`, istantanea);
    for (const lettura of letture.keys()) {
      const gia = indice.get(lettura);
      if (!gia || gia.byte > istantanea.length) indice.set(lettura, { nome, byte: istantanea.length });
    }
    const scritte = new Set(letture.keys());
    for (const aParte of visteAParte) {
      chieste = new Set();
      for (const vista of aParte.indirizzi) await readPagina(vista);
      const altre = new Map([...collectLetture(chieste, lettore)].filter(([lettura]) => !scritte.has(lettura)));
      if (altre.size > 0) file.set(`${aParte.nome}.json`, writeIstantanea(altre));
      for (const lettura of altre.keys()) {
        scritte.add(lettura);
        if (!indice.has(lettura)) indice.set(lettura, { nome: aParte.nome, byte: 0 });
      }
    }
    // Who asks something of this process meanwhile need not wait for all the pages.
    await setImmediate();
  }
  for (const [indicatore, testo] of writeSpiegazioni(insieme, spiegazioni)) {
    const nome = toNomeSpiegazioni(indicatore);
    file.set(`${nome}.json`, testo);
    indice.set(`/indicatori/${indicatore}`, { nome, byte: testo.length });
  }
  const voci = [...indice].map(([lettura, { nome }]) => [lettura, nome] as const);
  file.set(`${NOME_INDICE}.json`, JSON.stringify(Object.fromEntries(voci)));
  return seal(
    file,
    pagine.map(({ percorso }) => percorso),
  );
}

/** What a page asked for and got. */
function collectLetture(chieste: ReadonlySet<string>, lettore: Lettore): Map<string, string> {
  const voci = [...chieste].flatMap((lettura) => {
    const testo = lettore.get(lettura);
    return testo === undefined ? [] : [[toCanonica(lettura), testo] as const];
  });
  return new Map(voci);
}

/** Replies are texts already: put together as they are. */
function writeIstantanea(letture: ReadonlyMap<string, string>): string {
  const voci = [...letture].map(([percorso, testo]) => `${JSON.stringify(percorso)}:${testo}`);
  return `{"letture":{${voci.join(',')}}}`;
}

/** One file for each indicator, by its id: who walks back one figure often walks back the next. */
function writeSpiegazioni(insieme: string, spiegazioni: readonly SpiegazioneDto[]): Map<string, string> {
  const perIndicatore = new Map<string, Record<string, unknown>>();
  for (const spiegazione of spiegazioni) {
    const { indicatore, comune, periodo, dimensioni } = spiegazione.osservazione;
    const filtri = new URLSearchParams({ comune: comune ?? 'ambito', periodo, ...dimensioni });
    const lettura = toCanonica(`/ambiti/${insieme}/indicatori/${indicatore}/spiegazione?${filtri}`);
    const letture = perIndicatore.get(indicatore) ?? describeIndicatore(indicatore);
    letture[lettura] ??= spiegazione;
    perIndicatore.set(indicatore, letture);
  }
  return new Map(
    [...perIndicatore].map(([indicatore, letture]) => {
      const istantanea: Istantanea = { letture };
      return [indicatore, JSON.stringify(istantanea)];
    }),
  );
}

/** What the walk back says of the indicator itself. */
function describeIndicatore(id: string): Record<string, unknown> {
  const indicatore = getIndicatore(id);
  return indicatore ? { [`/indicatori/${id}`]: toIndicatoreDto(indicatore) } : {};
}

/** Names the folder by all that it holds, and tells the pages that name. */
function seal(file: ReadonlyMap<string, string>, pagine: readonly string[]): Fascicolo {
  const somma = createHash('sha256');
  // The length tells where a content ends and the next name begins.
  for (const [nome, testo] of file) somma.update(`${nome} ${testo.length}\n`).update(testo);
  const impronta = somma.digest('hex').slice(0, SEGNAPOSTO_IMPRONTA.length);
  const sigillati = [...file].map(
    ([nome, testo]) =>
      [nome, nome.endsWith('.html') ? testo.replaceAll(SEGNAPOSTO_IMPRONTA, impronta) : testo] as const,
  );
  return { impronta, pagine, file: new Map(sigillati) };
}
