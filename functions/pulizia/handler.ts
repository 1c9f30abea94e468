/** Every night: what nobody names any more is cleared. The one function that may delete, and nothing but contents. */
import type { ScheduledEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { createDeposito } from '../store/crea.ts';
import type { Deposito, Originali } from '../store/deposito.ts';
import { clearOrfani } from '../store/orfani.ts';

const ambiente = z.object({
  /** Name of the DynamoDB table. */
  TABELLA: z.string().check(z.minLength(1)),
});

/** The original files are for ever: this function does not even know where they are. */
const INTOCCABILI: Originali = {
  put: () => Promise.reject(new TypeError('la pulizia non scrive file')),
  get: () => Promise.reject(new TypeError('la pulizia non legge file')),
  open: () => Promise.reject(new TypeError('la pulizia non legge file')),
  sign: () => Promise.reject(new TypeError('la pulizia non firma file')),
};

let pronto: Deposito | undefined;

export const handler = async (_evento: ScheduledEvent): Promise<void> => {
  pronto ??= createDeposito({ tabella: ambiente.parse(process.env).TABELLA, originali: INTOCCABILI });
  console.info(JSON.stringify({ livello: 'info', rotta: 'pulizia', ...(await clearOrfani(pronto)) }));
};
