/** Of the bands of age, those that the pages name: they are asked for, and the others where a reader chooses them. */
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';

export const FASCE_LETTE = ['0-14', '0-17', '65+'] as const;
type FasciaLetta = (typeof FASCE_LETTE)[number];

/** Dimensions of a figure that a page has read. */
export type DimensioniLette = Omit<Dimensioni, 'fascia'> & { readonly fascia?: FasciaLetta };
