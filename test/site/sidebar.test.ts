import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sidebar } from '../../src/site/sidebar.ts';

test('every guide is in the navigation', () => {
  const root = new URL('../../content/guides/', import.meta.url).pathname;
  const guides = globSync('*.mdx', { cwd: root }).map((file) => `guides/${file.slice(0, -4)}`);
  const group = sidebar?.find((item) => typeof item === 'object' && item.label === 'Guides');
  const items = typeof group === 'object' && 'items' in group ? group.items : [];
  expect(items.toSorted()).toEqual(guides.toSorted());
});
