/** What a person who looks after the service calls by hand, with their own permission to call it: no token, no address on the web. */
import * as z from 'zod/mini';
import { richiestaAmbito } from '../core/http/schemi.ts';
import { readDipendenze } from '../http/configurazione.ts';
import type { Dipendenze } from '../http/gestore.ts';
import { rebuildAmbiti } from '../ingest/aggiorna.ts';
import { registerAmbito } from '../ingest/registra.ts';

const richiesta = z.union([
  /** After a new version of the software: the files are read again, the figures computed again. */
  z.strictObject({ ricalcola: z.literal(true) }),
  /** The first ambito, when nobody can have a token yet; or a change of one that is there. */
  z.strictObject({ registra: z.extend(richiestaAmbito, { id: z.string() }) }),
]);

const ATTESO =
  '{"ricalcola": true} oppure {"registra": {"id", "nome", "capofila", "formaGiuridica", "comuni", "cicli"}}';

let pronte: Dipendenze | undefined;

/**
 * The pages follow by themselves where something changed.
 * @returns what there is to say: Italian sentences; [] where all of it was computed again
 * @throws Error where the request cannot be understood, RifiutoError where the ambito does not hold together
 */
export const handler = async (evento: unknown): Promise<string[]> => {
  const letta = richiesta.safeParse(evento);
  if (!letta.success) throw new Error(`Richiesta non riconosciuta. Serve ${ATTESO}.`);
  pronte ??= readDipendenze(process.env);
  const { deposito, now } = pronte;
  if ('ricalcola' in letta.data) return rebuildAmbiti(deposito, now);
  const { registra } = letta.data;
  const nuovo = await registerAmbito(deposito, registra);
  return [`${registra.nome}: ${nuovo ? 'registrato' : 'aggiornato'}`];
};
