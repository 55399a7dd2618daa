import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { planJsonSchema } from '../../schemas/json-schema.ts';
import { isDate } from '../../src/lifecycle/dates.ts';
import { frontMatter } from '../../src/source/front-matter.ts';
import { type Value, valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
ajv.addFormat('date', isDate);
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addKeyword('errorMessage');
const validate = ajv.compile(JSON.parse(planJsonSchema()));

/** What the JSON Schema has to say of a plan: places and keywords. */
function complaints(values: unknown): string[] {
  validate(values);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

function fixture(name: string): { [key: string]: Value } {
  const text = readFileSync(new URL(`../fixtures/plans/${name}`, import.meta.url), 'utf8');
  const { start, end } = frontMatter(text)?.data ?? { start: 0, end: text.length };
  const root = parseYaml(text.slice(start, end));
  const values = root && valuesOf(root);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new Error(name);
  return structuredClone(values);
}

function withEnvironment(id: string, environment: Value): unknown {
  const plan = fixture('quillon-bay.yaml');
  return { ...plan, environments: { ...(plan.environments as object), [id]: environment } };
}

test('the file is up to date: npm run schema', () => {
  const file = new URL('../../schemas/plan.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(planJsonSchema());
});

test.each(['larkfield.mdx', 'quillon-bay.yaml'])('%s is a plan', (name) => {
  expect(complaints(fixture(name))).toEqual([]);
});

describe('environments', () => {
  test('an id that is a kind’s name has that kind', () => {
    expect(complaints(withEnvironment('demo', { release: '26.1' }))).toEqual([]);
    expect(complaints(withEnvironment('demo', { kind: 'demo' }))).toEqual([]);
    expect(complaints(withEnvironment('demo', { kind: 'val' }))).toContain(
      '/environments/demo/kind enum',
    );
  });

  test('any other id states its kind', () => {
    expect(complaints(withEnvironment('val-27-1', { kind: 'val', main: null }))).toEqual([]);
    expect(complaints(withEnvironment('val-27-1', { main: {} }))).toEqual([
      '/environments/val-27-1 required',
    ]);
  });

  test('a key of another kind is refused, whoever states the kind', () => {
    expect(complaints(withEnvironment('demo', { configurationFinal: '2026-05-08' }))).toEqual([
      '/environments/demo additionalProperties',
    ]);
    const staging = { kind: 'val', access: '2026-05-08' };
    expect(complaints(withEnvironment('staging', staging))).toContain(
      '/environments/staging additionalProperties',
    );
  });

  test('what a rule has more to say about is let through', () => {
    expect(complaints(withEnvironment('demo', { iq: { date: '2026-05-08' }, main: {} }))).toEqual(
      [],
    );
  });

  test('ids are in kebab-case, and no instance’s name', () => {
    expect(complaints(withEnvironment('Show', { kind: 'demo' }))).toContain(
      '/environments propertyNames',
    );
    expect(complaints(withEnvironment('main', { kind: 'demo' }))).toContain(
      '/environments propertyNames',
    );
  });
});

test('keys that begin with x- are free at every level', () => {
  const own = { 'x-note': [1] };
  const plan = {
    ...fixture('quillon-bay.yaml'),
    ...own,
    contacts: [{ role: 'PM', party: 'iqvia', ...own }],
  };
  expect(complaints(plan)).toEqual([]);
  expect(complaints(withEnvironment('x-Ours', 7))).toEqual([]);
  expect(complaints(withEnvironment('demo', own))).toEqual([]);
});

test('null is nothing for an optional key, and wrong for a required one', () => {
  const plan = fixture('quillon-bay.yaml');
  expect(complaints({ ...plan, sites: null, migration: null, waivers: null })).toEqual([]);
  expect(complaints({ ...plan, goLive: null })).toEqual(['/goLive type']);
});

test('a source database asks for a migration', () => {
  const plan = fixture('quillon-bay.yaml');
  expect(complaints({ ...plan, sourceDatabase: 'VolTrak 5' })).toContain(' required');
  expect(complaints({ ...plan, sourceDatabase: 'NONE' })).toEqual([]);
  expect(complaints({ ...plan, sourceDatabase: 'n/a', migration: {} })).toEqual([
    '/sourceDatabase not',
  ]);
});

test('a word for "not yet" is no evidence', () => {
  for (const document of ['TBD', ' (pending)', 'n/a', 'Unknown']) {
    expect(
      complaints(withEnvironment('pre-prod', { iq: { date: '2026-03-27', document } })),
    ).toEqual(['/environments/pre-prod/iq/document not']);
  }
});

test('dates, releases, addresses and words are checked', () => {
  const plan = fixture('quillon-bay.yaml');
  expect(complaints({ ...plan, goLive: '2026-02-30' })).toEqual([
    '/goLive pattern',
    '/goLive format',
  ]);
  expect(complaints(withEnvironment('demo', { release: '26.01' }))).toContain(
    '/environments/demo/release pattern',
  );
  expect(complaints(withEnvironment('demo', { url: 'example.com' }))).not.toEqual([]);
  expect(complaints({ ...plan, contacts: [{ role: 'PM', party: 'vendor' }] })).toEqual([
    '/contacts/0/party enum',
  ]);
});

test('every key says what it is for', () => {
  const silent: string[] = [];
  const visit = (schema: unknown, path: string) => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties } = schema as { properties?: Record<string, { description?: string }> };
    for (const [key, property] of Object.entries(properties ?? {})) {
      if (!property.description && !('$ref' in property)) silent.push(`${path}.${key}`);
    }
    for (const [key, inner] of Object.entries(schema)) {
      if (key !== 'if' && key !== 'then') visit(inner, `${path}.${key}`);
    }
  };
  visit(JSON.parse(planJsonSchema()), '');
  expect(silent).toEqual([]);
});
