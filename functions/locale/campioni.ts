/** The sample ambiti: published through the same code, and the same checks, that a user's file goes through. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ambito } from '../core/ambito.ts';
import { receiveFile } from '../ingest/carica.ts';
import { publishCaricamenti } from '../ingest/pubblica.ts';
import { putAmbito, readAmbito } from '../store/ambiti.ts';
import type { Deposito, Edizione } from '../store/deposito.ts';
import { listEdizioni } from '../store/edizioni.ts';
import { listPacchetti, type Risorsa, readParametriRisorsa } from './pacchetti.ts';

const RUOLO = 'responsabile';

/**
 * Registers the sample ambiti that are not there yet and publishes the files that were never published, one edizione for each ambito.
 * What a person published since stays as they left it.
 * @param cartella holds one folder for each ambito, with its datapackage.json
 * @returns what could not be published and why: Italian sentences, [] as a rule
 */
export async function publishCampioni(deposito: Deposito, cartella: string, now: () => Date): Promise<string[]> {
  const avvisi: string[] = [];
  for (const { nome, radice, risorse, ambito: dichiarato } of await listPacchetti(cartella)) {
    const ambito = await registerAmbito(deposito, dichiarato);
    const edizioni = await listEdizioni(deposito, ambito.id);
    const note = new Set(edizioni.flatMap(listImpronte));
    const ids: string[] = [];
    for (const risorsa of risorse) {
      const esito = await receiveCampione({ deposito, ambito, radice, note, adesso: now() }, risorsa);
      if (esito?.id) ids.push(esito.id);
      if (esito?.avviso) avvisi.push(`${nome}/${risorsa.path}: ${esito.avviso}`);
    }
    if (ids.length === 0) continue;
    const base = edizioni.at(-1)?.numero ?? 0;
    await publishCaricamenti(deposito, { ambito: ambito.id, ids, base, ruolo: RUOLO, adesso: now() }).catch(
      (errore: unknown) => avvisi.push(`${nome}: ${errore instanceof Error ? errore.message : String(errore)}`),
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
  risorsa: Risorsa,
): Promise<{ readonly id?: string; readonly avviso?: string } | undefined> {
  const byte = await readFile(join(radice, risorsa.path));
  const { parametri, errori } = readParametriRisorsa(ambito, risorsa);
  if (!parametri) return { avviso: errori.join(' ') };
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
