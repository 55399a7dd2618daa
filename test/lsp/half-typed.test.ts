import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isKindId } from '../../src/lifecycle/kinds.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { offersInData } from '../../src/lsp/data-offers.ts';
import { OpenPlan } from '../../src/lsp/open-plan.ts';
import { sketchYaml } from '../../src/lsp/sketch.ts';
import { type Spot, spotsIn } from '../../src/lsp/spot.ts';
import { valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

const fixture = new URL('../fixtures/plans/everything.yaml', import.meta.url);
const text = readFileSync(fixture, 'utf8');
const root = parseYaml(text);
if (!root) throw new Error('The fixture is empty');

/** The keys of the format in a plan that uses all of it; ids and the team's own are free. */
const keys = [...spotsIn(root)].filter(({ path, part, text: key }) => {
  const isId = path[0] === 'environments' && path.length === 2;
  return part === 'key' && !key.startsWith('x-') && (!isId || isKindId(key));
});

function offered(written: string, offset: number): string[] {
  const plan = new OpenPlan({ uri: 'untitled:1', version: 1, text: written }, 'a.yaml');
  return offersInData(plan, offset, '')?.offers.map(({ label }) => label) ?? [];
}

/** The keys that are not offered where they stand, in what somebody has written of the plan. */
function missing(written: (spot: Spot) => string): string[] {
  return keys
    .filter((spot) => !offered(written(spot), spot.token.start + 1).includes(spot.text))
    .map(({ path }) => formatPath(path));
}

describe('every key of the format is offered where it may stand', () => {
  test('there are keys to look at', () => {
    expect(keys.length).toBeGreaterThan(150);
  });

  test('while it stands there', () => {
    expect(missing(() => text)).toEqual([]);
  });

  test('once its first letter is typed, and nothing follows', () => {
    expect(missing(({ token }) => text.slice(0, token.start + 1))).toEqual([]);
  });

  test('once its first letter is typed on a line, and all else follows', () => {
    const cut = ({ token }: Spot) => {
      const rest = text.slice(token.end).replace(/^:[^\n]*/, '');
      return text.slice(0, token.start + 1) + rest;
    };
    const inBlocks = ({ token }: Spot) => /(^|\n) *(- )?$/.test(text.slice(0, token.start));
    const blocks = new Set(keys.filter(inBlocks).map(({ path }) => formatPath(path)));
    expect(missing(cut).filter((path) => blocks.has(path))).toEqual([]);
  });
});

test('a sketch of what can be read is what is read', () => {
  const sketch = sketchYaml(text);
  expect(sketch && valuesOf(sketch)).toEqual(valuesOf(root));
});

test('wherever a plan breaks off, there is an answer', () => {
  for (let end = 0; end <= text.length; end += 23) {
    for (const more of ['', ' ', '\n', '\n  ', '{', '"']) {
      const written = text.slice(0, end) + more;
      expect(() => offered(written, written.length)).not.toThrow();
    }
  }
});
