import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { runs } from '../proof/runs.ts';
import { fuzz } from './fuzz.ts';
import { heavy } from './heavy.ts';
import { type Case, Linter } from './linter.ts';

const planOf = (customer: string): Case => ({
  name: 'plan.yaml',
  bytes: Buffer.from(`customer: ${customer}\n`),
});

describe('what may not be is noticed', () => {
  const harm = pathToFileURL(new URL('faults/harm.ts', import.meta.url).pathname).href;
  const linter = new Linter(undefined, harm);
  afterAll(() => linter.stop());

  test.each([
    ['throws', /^It ended with 2: The rule iq-late failed/],
    ['loops', /^It took more than 10 seconds/],
    ['aborts', /^It died of SIGABRT/],
    ['hoards', /^It took \d+ MB/],
    ['talks', /^It said on standard error: A word too many/],
    ['misplaces', /^A finding lies outside the file/],
  ])('it %s', async (customer, fault) => {
    expect(await linter.lint(planOf('harmless'))).toEqual({ status: 1, fault: undefined });
    expect((await linter.lint(planOf(customer))).fault).toMatch(fault);
  });

  test('the simplest file is found, and how to try it again', async () => {
    const files = fc.nat(99).map((n) => planOf(n < 20 ? 'harmless' : 'throws'));
    const effort = { cases: 100, seed: 1, seconds: 300 };
    const { failure } = await fuzz(effort, new Linter(undefined, harm), files);
    expect(failure?.fault).toMatch(/^It ended with 2/);
    const [, seed, path] = /--seed (\d+) --path ([\d:]+)/.exec(failure?.replay ?? '') ?? [];
    const again = await fuzz(
      { ...effort, seed: Number(seed), path },
      new Linter(undefined, harm),
      files,
    );
    expect(again.failure?.file).toEqual(failure?.file);
  });
});

describe('what has been too heavy once is so no more', () => {
  const linter = new Linter();
  afterEach(() => linter.stop());

  test.each(Object.keys(heavy))('%s', async (name) => {
    const { status, fault } = await linter.lint(heavy[name] ?? planOf('nothing'));
    expect({ status, fault }).toEqual({ status: 1, fault: undefined });
  });
});

test('no file brings the linter down', { timeout: 600_000 }, async () => {
  const { numRuns: cases, seed } = runs(2000, 100_000);
  const { tried, failure } = await fuzz({ cases, seed, seconds: 590 });
  expect(failure).toBeUndefined();
  expect(tried).toBe(cases);
});
