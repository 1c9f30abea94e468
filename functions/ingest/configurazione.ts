/** What the functions that write are told by their environment, beside what all are. */
import { readDipendenze, readVariabile } from '../http/configurazione.ts';
import { writeNota } from '../http/giornale.ts';
import type { Arrivi } from '../store/arrivi.ts';
import type { DipendenzeIngest } from './ricevi.ts';

/** @throws Error that names the missing variables */
export function readDipendenzeIngest(env: Readonly<Record<string, string | undefined>>): DipendenzeIngest {
  return {
    ...readDipendenze(env),
    arrivi: openArrivi({ arrivi: readVariabile(env, 'ARRIVI'), originali: readVariabile(env, 'ORIGINALI') }),
    annota: writeNota,
  };
}

/** The client of the buckets is loaded with the first file too large for a request: most cold starts never need it. */
function openArrivi(bucket: { readonly arrivi: string; readonly originali: string }): Arrivi {
  let aperti: Promise<Arrivi> | undefined;
  const open = (): Promise<Arrivi> => {
    aperti ??= import('./arrivi-bucket.ts').then(({ openArriviBucket }) => openArriviBucket(bucket));
    return aperti;
  };
  return {
    sign: async (promessa) => (await open()).sign(promessa),
    open: async (chiave) => (await open()).open(chiave),
    keep: async (chiave, sha256) => (await open()).keep(chiave, sha256),
    announce: async (chiave) => (await open()).announce(chiave),
    remove: async (chiave) => (await open()).remove(chiave),
  };
}
