import { afterEach, expect, test, vi } from 'vitest';
import { Claims } from '../../../src/cli/ahead/claims.ts';
import { type Found, Threads } from '../../../src/cli/ahead/threads.ts';
import { readPlanAt } from '../../../src/source/discover.ts';
import { keyOf, writtenFacts } from '../../../src/source/facts-file.ts';
import type { FactsStore } from '../../../src/source/facts-store.ts';
import { manyPlans } from './many-plans.ts';

let threads: Threads | undefined;
afterEach(() => {
  threads?.end();
  threads = undefined;
});

/** What one thread keeps of the prose that it reads by itself. */
async function keptOf(files: readonly string[]): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const store: FactsStore = {
    find: () => undefined,
    keep(kind, text, facts) {
      if (kind !== 'data') kept.set(keyOf(kind, text), writtenFacts(facts) ?? '');
    },
  };
  for (const file of files) {
    const prose = await readPlanAt(file, file, store).prose();
    if (prose && !('problem' in prose)) await prose.style();
  }
  return kept;
}

test('threads tell of prose what is read without them', async () => {
  const plans = (await manyPlans(80)).filter((file) => file.endsWith('.mdx'));
  const files = [...plans, '/nowhere/at-all.mdx'];
  const claims = new Claims(files.length);
  threads = new Threads(2);
  threads.begin({ files, shared: claims.shared });
  const done = 3;
  const states = new Int32Array(claims.shared);
  await vi.waitFor(() => expect(states.every((state) => state === done)).toBe(true), 60_000);
  const found: Found[] = [...threads.found()];
  const expected = await keptOf(plans);
  expect(expected.size).toBeGreaterThan(20);
  expect(new Map(found)).toEqual(expected);
}, 90_000);
