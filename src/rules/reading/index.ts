import type { Group } from '../rule.ts';
import invalidDate from './invalid-date.ts';
import invalidValue from './invalid-value.ts';
import mdxSyntax from './mdx-syntax.ts';
import missingKey from './missing-key.ts';
import unknownKey from './unknown-key.ts';
import unknownReference from './unknown-reference.ts';
import yamlSyntax from './yaml-syntax.ts';

export const reading: Group = {
  id: 'reading',
  title: 'Reading',
  rules: [
    yamlSyntax,
    mdxSyntax,
    missingKey,
    unknownKey,
    invalidValue,
    invalidDate,
    unknownReference,
  ],
};
