import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideOf, isKindId, kindIds } from '../../src/lifecycle/kinds.ts';

const content = new URL('../../content/', import.meta.url);

test.each(kindIds)('there is a guide to %s', (kind) => {
  const page = guideOf(kind).replace(/^\/(.*)\/$/, '$1.mdx');
  expect(readFileSync(new URL(page, content), 'utf8')).toContain('title:');
});

test.each(['staging', 'PROD', 'main', '', 'constructor'])('%j is no kind', (id) => {
  expect(isKindId(id)).toBe(false);
});
