/** An ambito with its files, and what must hold of it whatever happened. The figures are made up: only their relations matter. */
import { expect } from 'vitest';
import type { Ambito } from '../../functions/core/ambito.ts';
import { computeRisultati } from '../../functions/core/risultati.ts';
import type { TipoId } from '../../functions/core/tabelle/tipo.ts';
import { type Parametri, receiveFile } from '../../functions/ingest/carica.ts';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { toCanonico } from '../../functions/store/canonico.ts';
import type { Caricamento } from '../../functions/store/caricamenti.ts';
import type { Deposito, Edizione } from '../../functions/store/deposito.ts';
import { listEdizioni } from '../../functions/store/edizioni.ts';
import { readQuadro } from '../../functions/store/quadro.ts';
import { readRisultati } from '../../functions/store/risultati.ts';

export const COMUNI = [
  { codiceIstat: '074007', nome: 'Fasano' },
  { codiceIstat: '074005', nome: 'Cisternino' },
  { codiceIstat: '074012', nome: 'Ostuni' },
] as const;

export const ADESSO = new Date('2026-06-22T08:15:00Z');

export function createAmbito(id = 'fasano'): Ambito {
  return { id, nome: 'Fasano', capofila: '074007', formaGiuridica: 'consorzio', comuni: COMUNI, cicli: ['2022-2024'] };
}

/** A file of the Ufficio di Piano: what it says, and what is said with it. */
export interface Documento {
  readonly testo: string;
  readonly parametri: Parametri;
}

type Tre = readonly [number | string, number | string, number | string];

/** Households of the three comuni; the ambito's residents follow from them, at two persons each. */
export function famiglie(quante: Tre, { anno = 2021, parte = 'intera' } = {}): Documento {
  const righe = COMUNI.map(({ nome }, i) => `${nome};${anno};${quante[i]};${Number(quante[i]) * 2}`);
  return toDocumento('famiglie', ['comune;anno;famiglie;popolazione', ...righe], parte);
}

/** Arrivals, of which the departures are the half. */
export function migrazioni(arrivi: Tre, { anno = 2021, parte = 'intera' } = {}): Documento {
  const righe = COMUNI.map(({ nome }, i) => `${nome};${anno};${Math.floor(Number(arrivi[i]) / 2)};${arrivi[i]}`);
  return toDocumento('migrazioni', ['comune;anno;emigrazioni;immigrazioni', ...righe], parte);
}

/** Residents, the denominator that other tables' rates are computed with. */
export function popolazione(residenti: Tre): Documento {
  const righe = COMUNI.map(({ nome }, i) => `${nome};2021;anagrafe;totale;${residenti[i]}`);
  return toDocumento('popolazione', ['comune;anno;rilevazione;eta;residenti', ...righe], 'intera');
}

export function territorio(superficieKm2: Tre): Documento {
  const righe = COMUNI.map(({ nome }, i) => `${nome};${superficieKm2[i]}`);
  return toDocumento('territorio', ['comune;superficie_km2', ...righe], 'intera');
}

export function toDocumento(tipo: TipoId, righe: readonly string[], parte: string): Documento {
  const fonte = { documento: 'Documento di prova', atto: 'DGC 1/2022' };
  return { testo: `${righe.join('\n')}\n`, parametri: { tipo, contesto: { parte }, fonte } };
}

export async function receive(deposito: Deposito, documento: Documento, ambito = 'fasano'): Promise<Caricamento> {
  const { caricamento } = await receiveFile(deposito, {
    ambito,
    byte: new TextEncoder().encode(documento.testo),
    parametri: documento.parametri,
    ruolo: 'operatore',
    adesso: ADESSO,
  });
  return caricamento;
}

/** Receives and publishes, each document on top of the one before it. */
export async function publishInFila(
  deposito: Deposito,
  documenti: readonly Documento[],
  ambito = 'fasano',
): Promise<void> {
  for (const documento of documenti) {
    const { id, base } = await receive(deposito, documento, ambito);
    await publishCaricamenti(deposito, { ambito, ids: [id], base, ruolo: 'responsabile', adesso: ADESSO });
  }
}

export async function registerAmbito(deposito: Deposito, id = 'fasano'): Promise<void> {
  await putAmbito(deposito, createAmbito(id));
}

/**
 * Nothing torn, ever: the numbers of the log have no gap; each edizione's results are those that its own tables yield; each
 * tipo's versione grows by one when it changes and stays the same thing when it does not.
 * @returns the log
 */
export async function assertIntegro(deposito: Deposito, ambito = 'fasano'): Promise<Edizione[]> {
  const edizioni = await listEdizioni(deposito, ambito);
  expect(edizioni.map(({ numero }) => numero)).toEqual(edizioni.map((_, i) => i + 1));
  for (const [i, edizione] of edizioni.entries()) {
    await assertCoerente(deposito, edizione);
    for (const [tipo, versione] of Object.entries(edizione.versioni)) {
      const prima = edizioni[i - 1]?.versioni[tipo as TipoId];
      if (versione.edizione !== edizione.numero) expect(versione).toEqual(prima);
      else expect(versione.versione).toBe((prima?.versione ?? 0) + 1);
    }
  }
  return edizioni;
}

/** Tables and results that were found to agree. Both are named by what they hold, and read by their hash: they agree wherever they are found again. */
const concordi = new Set<string>();

/** The results of an edizione are those of its tables, to the last figure and finding. */
export async function assertCoerente(deposito: Deposito, edizione: Edizione): Promise<void> {
  const quadro = await readQuadro(deposito, createAmbito(edizione.ambito), edizione);
  const risultati = await readRisultati(deposito, edizione.risultati);
  // Surfaces alone yield no figure: whichever of many publishers comes first, the others' tables do.
  const conCifre = Object.keys(edizione.versioni).some((tipo) => tipo !== 'territorio');
  expect(risultati.osservazioni.length > 0).toBe(conCifre);
  const tabelle = Object.entries(edizione.versioni).map(([tipo, { versione, parti }]) => ({ tipo, versione, parti }));
  const coppia = toCanonico([edizione.ambito, tabelle, edizione.risultati]);
  if (concordi.has(coppia)) return;
  expect(toCanonico(risultati)).toBe(toCanonico(computeRisultati(quadro)));
  concordi.add(coppia);
}
