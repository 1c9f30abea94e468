/** What a Lambda function is told by its environment, read once, in its entry point. */
import * as z from 'zod/mini';
import pacchetto from '../../package.json' with { type: 'json' };
import { createDeposito } from '../store/crea.ts';
import type { Originali } from '../store/deposito.ts';
import type { Dipendenze } from './gestore.ts';
import { writeGuasto } from './giornale.ts';

/** Version of the software, as `salute` tells it. */
export const VERSIONE: string = pacchetto.version;

const ambiente = z.object({
  /** Name of the DynamoDB table. */
  TABELLA: z.string().check(z.minLength(1)),
  /** Name of the bucket of the original files. */
  ORIGINALI: z.string().check(z.minLength(1)),
});

/**
 * @param env of the process
 * @throws Error that names the missing variables
 */
export function readDipendenze(env: Readonly<Record<string, string | undefined>>): Dipendenze {
  const letto = ambiente.safeParse(env);
  if (!letto.success) {
    const quali = letto.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new Error(`environment variables missing or empty: ${quali}`);
  }
  const { TABELLA, ORIGINALI } = letto.data;
  return {
    deposito: createDeposito({ tabella: TABELLA, originali: openOriginali(ORIGINALI) }),
    versione: VERSIONE,
    now: () => new Date(),
    giornale: writeGuasto,
  };
}

/** @throws Error where the variable is missing or empty */
export function readVariabile(env: Readonly<Record<string, string | undefined>>, nome: string): string {
  const valore = env[nome];
  if (!valore) throw new Error(`environment variables missing or empty: ${nome}`);
  return valore;
}

/** The client of the bucket is loaded when the first original is asked for: most cold starts never need it. */
function openOriginali(bucket: string): Originali {
  let aperti: Promise<Originali> | undefined;
  const open = (): Promise<Originali> => {
    aperti ??= import('./originali-bucket.ts').then(({ openOriginaliBucket }) => openOriginaliBucket(bucket));
    return aperti;
  };
  return {
    put: async (sha256, byte) => (await open()).put(sha256, byte),
    get: async (sha256) => (await open()).get(sha256),
    open: async (sha256) => (await open()).open(sha256),
    sign: async (sha256, consegna) => (await open()).sign(sha256, consegna),
  };
}
