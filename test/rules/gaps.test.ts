import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatPath, type Path } from '../../src/lifecycle/paths.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { around } from '../../src/rules/around.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { type Value, valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { rangeOf } from '../support/places.ts';
import { expectSentences } from '../support/sentences.ts';

/** Whatever a plan lacks, the rules judge the rest: a plan is written bit by bit. */

const everything = new URL('../fixtures/plans/everything.yaml', import.meta.url);

const plans = {
  planned: around.planned,
  everything: readFileSync(everything, 'utf8'),
};

/** Every file that a plan names is there. */
const attachments = { inspect: () => 'pdf' as const };

async function findingsIn(values: Value) {
  // JSON is YAML.
  const text = JSON.stringify(values, null, 1);
  const bytes = new TextEncoder().encode(text);
  const findings = await lint([readPlan('plan.yaml', bytes, bytes.length, attachments)]);
  for (const finding of findings) {
    expectSentences(finding);
    for (const place of [finding, ...finding.related]) rangeOf(place, text);
  }
  return findings;
}

describe.each(Object.entries(plans))('the plan %s', (_, text) => {
  const root = parseYaml(text);
  const values = root ? valuesOf(root) : {};
  const paths = pathsIn(values);

  test('is in order', async () => {
    const findings = await findingsIn(values);
    expect(findings.filter(({ waived }) => !waived)).toEqual([]);
  });

  test('is judged without any of its parts', async () => {
    for (const path of paths) {
      const plan = structuredClone(values);
      change(plan, path, () => undefined);
      await judged(plan, path);
    }
  });

  test('is judged with nothing in any of its parts', async () => {
    for (const path of paths) {
      const plan = structuredClone(values);
      const value = change(plan, path, (held) => (Array.isArray(held) ? [] : {}));
      if (!isScalar(value)) await judged(plan, path);
    }
  });

  test('is judged on nothing that rests on what cannot be read', async () => {
    // What a waiver covers counts where the waiver cannot be read.
    for (const path of paths.filter(([first]) => first !== 'waivers')) {
      const plan = structuredClone(values);
      change(plan, path, (held) => (isScalar(held) ? ['unreadable'] : 'unreadable'));
      const findings = await judged(plan, path);
      const said = findings.filter(({ waived, rule }) => !waived && rule !== 'waiver-unused');
      const place = formatPath(path);
      expect(
        said.filter((finding) => !finding.path?.startsWith(place)),
        place,
      ).toEqual([]);
      expect(said.length, place).toBeGreaterThan(0);
    }
  });
});

async function judged(plan: Value, path: Path): Promise<Finding[]> {
  try {
    return await findingsIn(plan);
  } catch (error) {
    throw new Error(`${formatPath(path)}: ${error}`, { cause: error });
  }
}

function isScalar(value: Value): boolean {
  return typeof value !== 'object' || value === null;
}

function pathsIn(value: Value, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...steps].flatMap((step) => {
    const inner = [...path, step];
    return [inner, ...pathsIn(Reflect.get(value, step), inner)];
  });
}

/** Changes the value at a path; what becomes undefined is left out. Gives the value from before. */
function change(plan: Value, path: Path, into: (value: Value) => Value | undefined): Value {
  const home = path
    .slice(0, -1)
    .reduce<object>((record, step) => Reflect.get(record, step), Object(plan));
  const last = path.at(-1) ?? '';
  const before = Reflect.get(home, last);
  const value = into(before);
  if (value !== undefined) Reflect.set(home, last, value);
  else if (Array.isArray(home)) home.splice(Number(last), 1);
  else Reflect.deleteProperty(home, last);
  return before;
}
