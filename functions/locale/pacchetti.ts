/** The data packages of the sample ambiti: which files there are, and what is given with each. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import type { Ambito } from '../core/ambito.ts';
import { CONTESTO_CARICAMENTO, readParametri } from '../core/http/parametri.ts';
import { richiestaAmbito } from '../core/http/schemi.ts';
import type { Parametri } from '../ingest/carica.ts';
import { toParametri } from '../ingest/parametri.ts';

const risorsa = z.looseObject({ path: z.string(), osservatorio: z.looseObject({ pubblica: z.optional(z.boolean()) }) });
const pacchetto = z.looseObject({
  resources: z.array(risorsa),
  osservatorio: z.looseObject({ ambito: z.extend(richiestaAmbito, { id: z.string() }) }),
});
export type Risorsa = z.infer<typeof risorsa>;

export interface Pacchetto {
  /** Of its folder. */
  readonly nome: string;
  readonly radice: string;
  readonly ambito: Ambito;
  /** Those that are to be published. */
  readonly risorse: readonly Risorsa[];
}

/** @param cartella holds one folder for each ambito, with its datapackage.json */
export async function listPacchetti(cartella: string): Promise<Pacchetto[]> {
  const voci = (await readdir(cartella)).toSorted();
  const trovati = voci.filter((nome) => existsSync(join(cartella, nome, 'datapackage.json')));
  return Promise.all(
    trovati.map(async (nome) => {
      const radice = join(cartella, nome);
      const { resources, osservatorio } = pacchetto.parse(
        JSON.parse(await readFile(join(radice, 'datapackage.json'), 'utf8')),
      );
      const risorse = resources.filter(({ osservatorio: { pubblica } }) => pubblica !== false);
      return { nome, radice, ambito: osservatorio.ambito, risorse };
    }),
  );
}

/** @returns what is given with the file, as an upload gives it; else why it is not well given */
export function readParametriRisorsa(
  ambito: Ambito,
  { path, osservatorio }: Risorsa,
): { readonly parametri: Parametri | null; readonly errori: readonly string[] } {
  const dichiarati = Object.entries(osservatorio).filter(([nome]) => nome in CONTESTO_CARICAMENTO);
  const query = new URLSearchParams(dichiarati.map(([nome, valore]) => [nome, String(valore)]));
  const { valori, errori } = readParametri(CONTESTO_CARICAMENTO, query);
  return { parametri: errori.length > 0 ? null : { ...toParametri(ambito, valori), nomeFile: basename(path) }, errori };
}
