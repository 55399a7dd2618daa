import type { Group } from '../rule.ts';

export const reading: Group = {
  id: 'reading',
  title: 'Reading',
  rules: [],
};
