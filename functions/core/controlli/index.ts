import type { Controllo } from './controllo.ts';

/** Every integrity check, in the order of the contract. */
export const CONTROLLI: readonly Controllo[] = [];
