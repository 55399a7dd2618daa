import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../support/places.ts';
import { syntaxBreakers } from './breakers/syntax.ts';
import { counted, lintWritten } from './linting.ts';
import { plainly } from './notations/notation.ts';
import { Rendered, render, type Value } from './notations/render.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

describe.each(Object.keys(syntaxBreakers))('%s', (rule) => {
  test.each(syntaxBreakers[rule] ?? [])('$title', async ({ breaks }) => {
    const formats = fc.constantFrom('yaml' as const, 'mdx' as const);
    await fc.assert(
      fc.asyncProperty(validPlans(), formats, async (plan, format) => {
        const written = render(plan as Value, { ...plainly, format });
        const broken = breaks(written);
        fc.pre(broken !== undefined);
        if (!broken) return;
        const { text, at } = broken;
        const found = await lintWritten(new Rendered(written.file, text, new Map(), false));
        const said = counted(found).map((finding) => ({
          rule: finding.rule,
          path: finding.path,
          at: rangeOf(finding, text),
        }));
        expect(said, text).toEqual([{ rule, path: null, at: at ?? expect.anything() }]);
      }),
      runs(4, 200),
    );
  });
});
