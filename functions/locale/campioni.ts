/** The sample ambiti: published through the same code, and the same checks, that a user's file goes through. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import type { Ambito } from '../core/ambito.ts';
import { CONTESTO_CARICAMENTO, readParametri } from '../core/http/parametri.ts';
import { richiestaAmbito } from '../core/http/schemi.ts';
import { receiveFile } from '../ingest/carica.ts';
import { toParametri } from '../ingest/parametri.ts';
import { publishCaricamenti } from '../ingest/pubblica.ts';
import { putAmbito, readAmbito } from '../store/ambiti.ts';
import type { Deposito, Edizione } from '../store/deposito.ts';
import { listEdizioni } from '../store/edizioni.ts';

const RUOLO = 'responsabile';

const risorsa = z.looseObject({ path: z.string(), osservatorio: z.looseObject({ pubblica: z.optional(z.boolean()) }) });
const pacchetto = z.looseObject({
  resources: z.array(risorsa),
  osservatorio: z.looseObject({ ambito: z.extend(richiestaAmbito, { id: z.string() }) }),
});
type Risorsa = z.infer<typeof risorsa>;

/**
 * Registers the sample ambiti that are not there yet and publishes the files that were never published, one edizione for each ambito.
 * What a person published since stays as they left it.
 * @param cartella holds one folder for each ambito, with its datapackage.json
 * @returns what could not be published and why: Italian sentences, [] as a rule
 */
export async function publishCampioni(deposito: Deposito, cartella: string, now: () => Date): Promise<string[]> {
  const avvisi: string[] = [];
  for (const voce of (await readdir(cartella, { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const radice = join(cartella, voce.name);
    if (!existsSync(join(radice, 'datapackage.json'))) continue;
    const { resources, osservatorio } = pacchetto.parse(
      JSON.parse(await readFile(join(radice, 'datapackage.json'), 'utf8')),
    );
    const ambito = await registerAmbito(deposito, osservatorio.ambito);
    const edizioni = await listEdizioni(deposito, ambito.id);
    const note = new Set(edizioni.flatMap(listImpronte));
    const ids: string[] = [];
    for (const risorsa of resources.filter(({ osservatorio: { pubblica } }) => pubblica !== false)) {
      const esito = await receiveCampione({ deposito, ambito, radice, note, adesso: now() }, risorsa);
      if (esito?.id) ids.push(esito.id);
      if (esito?.avviso) avvisi.push(`${voce.name}/${risorsa.path}: ${esito.avviso}`);
    }
    if (ids.length === 0) continue;
    const base = edizioni.at(-1)?.numero ?? 0;
    await publishCaricamenti(deposito, { ambito: ambito.id, ids, base, ruolo: RUOLO, adesso: now() }).catch(
      (errore: unknown) => avvisi.push(`${voce.name}: ${errore instanceof Error ? errore.message : String(errore)}`),
    );
  }
  return avvisi;
}

async function registerAmbito(deposito: Deposito, ambito: Ambito): Promise<Ambito> {
  const gia = await readAmbito(deposito, ambito.id);
  if (gia) return gia;
  await putAmbito(deposito, ambito);
  return ambito;
}

function listImpronte({ versioni }: Edizione): string[] {
  return Object.entries(versioni).flatMap(([tipo, { parti }]) =>
    parti.map(({ parte, sha256 }) => `${tipo} ${parte} ${sha256}`),
  );
}

interface Ricezione {
  readonly deposito: Deposito;
  readonly ambito: Ambito;
  readonly radice: string;
  readonly note: ReadonlySet<string>;
  readonly adesso: Date;
}

/** @returns undefined for a file that was published before; the id of one that can be; else why it cannot */
async function receiveCampione(
  { deposito, ambito, radice, note, adesso }: Ricezione,
  { path, osservatorio }: Risorsa,
): Promise<{ readonly id?: string; readonly avviso?: string } | undefined> {
  const byte = await readFile(join(radice, path));
  const dichiarati = Object.entries(osservatorio).filter(([nome]) => nome in CONTESTO_CARICAMENTO);
  const query = new URLSearchParams(dichiarati.map(([nome, valore]) => [nome, String(valore)]));
  const { valori, errori } = readParametri(CONTESTO_CARICAMENTO, query);
  if (errori.length > 0) return { avviso: errori.join(' ') };
  const parametri = { ...toParametri(ambito, valori), nomeFile: basename(path) };
  const sha256 = createHash('sha256').update(byte).digest('hex');
  if (note.has(`${parametri.tipo} ${parametri.contesto.parte} ${sha256}`)) return undefined;
  const { caricamento } = await receiveFile(deposito, { ambito: ambito.id, byte, parametri, ruolo: RUOLO, adesso });
  if (caricamento.pubblicabile) return { id: caricamento.id };
  const motivi = [
    ...caricamento.problemi.map(({ riga, messaggio }) => `${riga === null ? '' : `riga ${riga}, `}${messaggio}`),
    ...caricamento.segnalazioni.filter(({ gravita }) => gravita === 'errore').map(({ messaggio }) => messaggio),
  ];
  const quanti = Math.max(caricamento.problemiTotali, motivi.length);
  return { avviso: `non si può pubblicare (${quanti} ${quanti === 1 ? 'motivo' : 'motivi'}). ${motivi[0] ?? ''}` };
}
