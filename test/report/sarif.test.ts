import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { escaped } from '../../src/lifecycle/words.ts';
import { rules } from '../../src/rules/index.ts';
import { deviating, hostile, reported, sound } from './reported.ts';

const schemaFile = new URL('../fixtures/consumers/sarif-schema-2.1.0.json', import.meta.url);
// The published schema is of draft 4, which says `id` where later ones say `$id`.
const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

async function run(plans: Readonly<Record<string, string>>, options = {}) {
  const { text, findings } = await reported('sarif', plans, options);
  const log: Log = JSON.parse(text);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  const [{ tool, results = [], invocations } = expect.fail()] = log.runs;
  return { rules: tool.driver.rules ?? [], results, invocations, findings };
}

const plans = {
  'plans/quillon bay.yaml': deviating,
  'plans/prose.mdx': '---\n---\n\n# One\n\n# Two\n',
};

test('a clean run has results, too: none', async () => {
  expect((await run({ 'plan.yaml': sound })).results).toEqual([]);
});

test('has every finding once, with its place', async () => {
  const { results, findings } = await run(plans);
  expect(findings.length).toBeGreaterThan(3);
  const places = results.map(({ ruleId, level, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return [
      ruleId,
      level,
      decodeURIComponent(artifactLocation?.uri ?? ''),
      ...Object.values(region ?? {}),
    ];
  });
  const expected = findings.map((finding) => {
    const { rule, severity, file, line, column, endLine, endColumn } = finding;
    return [rule, severity, file, line, column, endLine, endColumn];
  });
  expect(places).toEqual(expected);
});

describe('what GitHub asks for', () => {
  test('each rule has its texts, within the length that GitHub takes', async () => {
    const { rules: descriptors } = await run(plans);
    const ids = descriptors.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(rules.map((rule) => rule.id)));
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of descriptors) {
      for (const words of [rule.shortDescription, rule.fullDescription, rule.help]) {
        const text = words?.text ?? '';
        expect(text).toMatch(/\S/);
        expect(text.length).toBeLessThanOrEqual(1024);
      }
      expect(['error', 'warning']).toContain(rule.properties?.['problem.severity']);
    }
  });

  test('each result names its rule by id and index', async () => {
    const { rules: descriptors, results } = await run(plans);
    for (const { ruleId, ruleIndex } of results) {
      expect(descriptors[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
  });

  test('addresses of rules are absolute, or not there', async () => {
    const { rules: descriptors } = await run(plans);
    for (const { helpUri } of descriptors) {
      if (helpUri !== undefined) expect(new URL(helpUri).protocol).toBe('https:');
    }
  });

  test('paths begin at the root of the repository', async () => {
    const { results } = await run({ 'plans/a b.yaml': deviating }, { folder: 'onboarding/' });
    const [location] = results[0]?.locations ?? [];
    expect(location?.physicalLocation?.artifactLocation?.uri).toBe('onboarding/plans/a%20b.yaml');
  });

  test('links in a message lead to related places, and plans cannot bring in others', async () => {
    const { results } = await run({
      'plan.yaml': deviating
        .replace('Quillon', '"[x](0) \\\\ Quillon')
        .replace('Research', 'Research"'),
    });
    for (const { message, relatedLocations } of results) {
      const links = [...(message.text ?? '').matchAll(/(?<!\\)\[[^\]]*\]\((\d+)\)/g)];
      expect(links.map((link) => Number(link[1]))).toEqual(relatedLocations?.map(({ id }) => id));
    }
  });
});

function printOf({ partialFingerprints }: Result): string | undefined {
  return partialFingerprints?.primaryLocationLineHash;
}

describe('fingerprints', () => {
  const printsOf = async (text: string) => (await run({ 'plan.yaml': text })).results.map(printOf);

  test('stay the same when lines move', async () => {
    expect(await printsOf(`# A remark\n\n${deviating}`)).toEqual(await printsOf(deviating));
  });

  test('are each finding’s own', async () => {
    const { results } = await run(plans);
    const prints = results.map(printOf);
    expect(new Set(prints).size).toBe(results.length);
  });
});

test('an accepted deviation is a suppressed result with its reason', async () => {
  const { results } = await run({ 'plan.yaml': deviating });
  const suppressed = results.filter(({ suppressions = [] }) => suppressions.length > 0);
  expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(['iq-late']);
  expect(suppressed[0]?.suppressions).toEqual([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: `${escaped(hostile)} (Head of Quality, 2026-02-20, until 2026-12-31)`,
    },
  ]);
});

test('a run that could not read everything says so', async () => {
  const { invocations } = await run({ 'plan.yaml': sound }, { failed: true });
  expect(invocations).toEqual([{ executionSuccessful: false }]);
});
