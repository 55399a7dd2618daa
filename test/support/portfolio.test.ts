import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { planFile } from './plans.ts';
import { portfolioOf } from './portfolio/index.ts';

test('a made-up portfolio is in order, and its plans are as long as real ones', async () => {
  const plans = portfolioOf(160);
  const files = plans.map(({ name, content }) => planFile(content, name));
  expect(await lint(files)).toEqual([]);
  for (const { name, content } of plans) {
    const [from, to] = name.endsWith('.mdx') ? [150, 300] : [100, 220];
    const lines = content.split('\n').length;
    expect(lines, name).toBeGreaterThan(from);
    expect(lines, name).toBeLessThan(to);
  }
  expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
});

test('the same seed makes the same plans, and a small portfolio is the beginning of a large one', () => {
  expect(portfolioOf(20)).toEqual(portfolioOf(30).slice(0, 20));
  expect(portfolioOf(20, 2)).not.toEqual(portfolioOf(20));
});
