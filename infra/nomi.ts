import { Aws, Fn } from 'aws-cdk-lib';

/**
 * A name that is free in a namespace shared with everyone (buckets, pages to sign in), and known before the resource that bears it: what
 * must name each other need not wait for each other.
 * @param inizio says what it is, to who reads it in the console
 */
export function nameUnico(inizio: string): string {
  return Fn.join('-', [inizio, Fn.select(2, Fn.split('/', Aws.STACK_ID))]);
}
