/**
 * Stands for `fast-check` while the code of the core is mutated: few cases of each property, the same ones for every mutant and at every run, and
 * no search for the smallest that fails. All their cases found not one mutant more of 2,385, and each that lives costs seconds with them.
 */
import fc from 'fast-check';

export * from 'fast-check';

const CASI = 20;

function assertPochi<Ts>(proprieta: fc.IProperty<Ts>, { numRuns = CASI, ...altro }: fc.Parameters<Ts> = {}): void {
  fc.assert(proprieta, { ...altro, numRuns: Math.min(numRuns, CASI), seed: 1, endOnFailure: true });
}

export default { ...fc, assert: assertPochi };
