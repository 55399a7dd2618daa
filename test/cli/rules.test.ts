import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { folderWith, waypost } from '../support/waypost.ts';

test('lists every rule with its severity', async () => {
  const { status, stdout } = await waypost(['rules'], await folderWith({}));
  expect(status).toBe(0);
  for (const { id, severity, title } of rules) {
    expect(stdout).toMatch(
      new RegExp(`^  ${id} +${severity} +${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'),
    );
  }
});

test('explains one rule: why, what to do, its options and its examples', async () => {
  const { status, stdout } = await waypost(['rules', 'iq-late'], await folderWith({}));
  expect(status).toBe(0);
  expect(stdout).toContain('What to do');
  expect(stdout).toContain('days (default 10)');
  expect(stdout).toContain('is 15 days after its creation on 2026-03-23');
  expect(stdout).not.toMatch(/[«»]/);
});

test('an unknown rule is a failure, with the nearest one', async () => {
  const { status, stderr } = await waypost(['rules', 'iq-lat'], await folderWith({}));
  expect(status).toBe(2);
  expect(stderr).toBe('There is no rule iq-lat. Did you mean iq-late?\n');
});
