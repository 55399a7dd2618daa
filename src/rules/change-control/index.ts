import type { Group } from '../rule.ts';
import iqLate from './iq-late.ts';

export const changeControl: Group = {
  id: 'change-control',
  title: 'Change control',
  rules: [iqLate],
};
