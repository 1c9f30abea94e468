/** What a person who looks after the service calls by hand, with their own permission to call it: no token, no address on the web. */
import * as z from 'zod/mini';
import { richiestaAmbito } from '../core/http/schemi.ts';
import { readDipendenze } from '../http/configurazione.ts';
import type { Dipendenze } from '../http/gestore.ts';
import { rebuildAmbiti } from '../ingest/aggiorna.ts';
import { registerAmbito } from '../ingest/registra.ts';

/** The first ambito, when nobody can have a token yet; or a change of one that is there. */
const registrazione = z.strictObject({ registra: z.extend(richiestaAmbito, { id: z.string() }) });
/** After a new version of the software: the files are read again, the figures computed again. */
const ricalcolo = z.strictObject({ ricalcola: z.literal(true) });

const ATTESO =
  '{"ricalcola": true} oppure {"registra": {"id", "nome", "capofila", "formaGiuridica", "comuni", "cicli"}}';

let pronte: Dipendenze | undefined;

/**
 * The pages follow by themselves where something changed.
 * @returns what there is to say: Italian sentences; [] where all of it was computed again
 * @throws Error where the request cannot be understood, RifiutoError where the ambito does not hold together
 */
export const handler = async (evento: object): Promise<string[]> => {
  if ('registra' in evento) {
    const { registra } = parse(registrazione, evento);
    const nuovo = await registerAmbito(openDipendenze().deposito, registra);
    return [`${registra.nome}: ${nuovo ? 'registrato' : 'aggiornato'}`];
  }
  parse(ricalcolo, evento);
  const { deposito, now } = openDipendenze();
  return rebuildAmbiti(deposito, now);
};

function openDipendenze(): Dipendenze {
  pronte ??= readDipendenze(process.env);
  return pronte;
}

function parse<T>(schema: z.ZodMiniType<T>, evento: object): T {
  const letto = schema.safeParse(evento);
  if (letto.success) return letto.data;
  const campi = new Set(letto.error.issues.map(({ path }) => path.slice(1).join('.')).filter((campo) => campo !== ''));
  const dove = campi.size > 0 ? ` (da rivedere: ${[...campi].slice(0, 10).join(', ')})` : '';
  throw new Error(`La richiesta non è come serve${dove}. Serve ${ATTESO}.`);
}
