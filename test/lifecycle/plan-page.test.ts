import { expect, test } from 'vitest';
import {
  environmentAnchor,
  planPartIds,
  planSectionIds,
  proseAnchor,
} from '../../src/lifecycle/plan-page.ts';

test('nothing that a plan calls so takes the place of another part of its page', () => {
  const parts: readonly string[] = [...planPartIds, ...planSectionIds];
  const anchors = [...parts.map(environmentAnchor), ...parts.map(proseAnchor)];
  expect(new Set([...parts, ...anchors]).size).toBe(3 * parts.length);
});
