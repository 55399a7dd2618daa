import { rules } from '../../../src/rules/index.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { Lines } from '../../../src/source/text.ts';

/** Loaded before the linter: each customer brings about what no plan ever may. */

const kept: Buffer[] = [];

const harm: Readonly<Record<string, () => void>> = {
  throws: () => {
    throw new Error('This rule is made to fail');
  },
  loops: () => {
    for (;;);
  },
  aborts: () => process.abort(),
  hoards: () => {
    kept.push(Buffer.alloc(600 * 1024 * 1024, 1));
  },
  talks: () => {
    process.stderr.write('A word too many\n');
  },
  misplaces: () => {
    Lines.prototype.position = () => ({ line: 9999, column: 1 });
  },
};

const check: Rule['check'] = ({ facts: { customer = '' } }) => harm[customer]?.();

for (const rule of rules.filter(({ id }) => id === 'iq-late')) Object.assign(rule, { check });
