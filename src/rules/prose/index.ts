import type { Group } from '../rule.ts';
import proseBrokenLink from './prose-broken-link.ts';
import proseCode from './prose-code.ts';
import proseDate from './prose-date.ts';
import proseTerm from './prose-term.ts';
import proseUnknownComponent from './prose-unknown-component.ts';
import remarkLint from './remark-lint.ts';

export const prose: Group = {
  id: 'prose',
  title: 'Prose',
  rules: [proseCode, proseUnknownComponent, proseBrokenLink, proseTerm, proseDate, remarkLint],
};
