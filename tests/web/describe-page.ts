import { describe, it } from 'vitest';
import { CHROMIUM_PATH } from './browser.js';

/** Tests that need Chromium: without it they say so and are left out, unless CLAIMGRAPH_REQUIRE_TOOLS=1 stands. */
export function describePage(name: string, tests: () => void): void {
  if (CHROMIUM_PATH !== null || process.env.CLAIMGRAPH_REQUIRE_TOOLS === '1') describe(name, tests);
  else describe(name, () => it.skip('needs Chromium, which is not installed: apt-get install chromium'));
}
