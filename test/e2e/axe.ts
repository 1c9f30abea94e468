/** What axe finds wrong with a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** @returns one sentence for each rule that is broken, with the places that break it: [] as a rule */
export async function readAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // No page of ours holds a frame: looking for them, and telling all that is well, takes three times as long.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      // Of WCAG 2.2, and left out by axe unless it is asked for.
      rules: { 'target-size': { enabled: true } },
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
