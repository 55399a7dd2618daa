import type { Group } from '../rule.ts';
import pairIncomplete from './pair-incomplete.ts';

export const environments: Group = {
  id: 'environments',
  title: 'Environments',
  rules: [pairIncomplete],
};
