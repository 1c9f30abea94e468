import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { createPila } from './pila.ts';

test.each([
  ['produzione', {}],
  ['prova', { conservaDati: false, dominioProprio: false }],
])('%s breaks no rule of AWS Solutions without a written reason', (_, props) => {
  const { success, violations } = new AwsSolutionsChecks().validateScope(createPila(props));
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
  expect(success).toBe(true);
});
