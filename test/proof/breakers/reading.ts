import { formatPath, type Path } from '../../../src/lifecycle/paths.ts';
import { migrationChoices } from '../plans/migrations.ts';
import type { Breakers } from './breaker.ts';
import type { Draft, Expected } from './draft.ts';
import { isDay, isWord, references, required, scalarsIn } from './format.ts';

/** Breakers of the rules on reading. Those on syntax break the text itself: see `syntax.ts`. */
export const reading: Breakers = {
  'missing-key': [
    {
      title: 'any that is required',
      breaks: (draft) => {
        const lack = draft.one(required(draft.plan));
        if (!lack) return undefined;
        Reflect.deleteProperty(lack.record, lack.key);
        // A record without its only key has nothing to point at but its own key.
        return draft.record(lack.record);
      },
    },
    {
      title: 'the migration of a database',
      wishes: { migration: migrationChoices },
      breaks: (draft) => {
        delete draft.plan.migration;
        return { path: 'sourceDatabase', token: 'key' };
      },
    },
    {
      title: 'the kind of an environment',
      breaks: (draft) => {
        const named = draft.environments.filter(({ id, kind }) => id !== kind);
        return draft.without(draft.one(named)?.facts, 'kind');
      },
    },
  ],
  'unknown-key': [
    {
      title: 'a misspelt one',
      breaks: (draft) => {
        const scalar = draft.one(
          scalarsIn(draft.plan).filter(({ key }) => typeof key === 'string' && key.length > 4),
        );
        if (!scalar || typeof scalar.key !== 'string') return undefined;
        const { record, key, value } = scalar;
        const wrong = `${key.slice(0, 2)}${key.slice(3)}`;
        rename(record, key, wrong, value);
        return draft.key(record, wrong);
      },
    },
    {
      title: 'one of nobody’s',
      breaks: (draft) => {
        const { record } =
          draft.one(scalarsIn(draft.plan).filter(({ key }) => typeof key === 'string')) ?? {};
        if (!record) return undefined;
        const key = draft.one(['zzzzzzzzzz', 'not in use at all', '__proto_', 'QQQQQQQQ']) ?? '';
        Reflect.set(record, key, draft.one([1, 'a', null, [], {}]));
        return draft.key(record, key);
      },
    },
    {
      title: 'one of another kind',
      breaks: (draft) => {
        const { facts } = draft.one(draft.of('sandbox', 'prod', 'val')) ?? {};
        const key = draft.one(['access', 'configurationFinal', 'url', 'data'] as const);
        if (!facts || !key) return undefined;
        Object.assign(facts, {
          [key]: key === 'url' ? 'https://x.example.com' : key === 'data' ? 'dummy' : draft.past,
        });
        return draft.key(facts, key);
      },
    },
  ],
  'invalid-value': [
    {
      title: 'something else than a scalar',
      breaks: (draft) =>
        replace(
          draft,
          scalarsIn(draft.plan).filter(({ key }) => key !== 'upgraded'),
          [{ a: '1' }, ['a']],
        ),
    },
    {
      title: 'an entry that is none',
      breaks: (draft) => {
        const entry = draft.one(entriesIn(draft.plan));
        if (!entry) return undefined;
        const isText = typeof entry.list[entry.index] === 'string';
        entry.list[entry.index] = draft.one(isText ? [null, true] : [null, true, 'an entry']);
        return { path: formatPath(entry.path), token: 'value' };
      },
    },
    {
      title: 'something else than a map or a list',
      breaks: (draft) => {
        const held = draft.one(collectionsIn(draft.plan));
        if (!held) return undefined;
        Reflect.set(held.record, held.key, draft.one(['nonsense', 7, true]));
        return draft.value(held.record, held.key);
      },
    },
    {
      title: 'a word that is not allowed',
      breaks: (draft) =>
        replace(draft, scalarsIn(draft.plan).filter(isWord), ['nonsense', 'Customer', '']),
    },
    {
      title: 'blank text',
      breaks: (draft) =>
        replace(
          draft,
          scalarsIn(draft.plan).filter((scalar) => !isDay(scalar)),
          [' ', ''],
        ),
    },
    {
      title: 'a malformed release',
      breaks: (draft) =>
        replace(
          draft,
          scalarsIn(draft.plan).filter(({ key }) => key === 'release'),
          ['26', 'v26.1', '26.0', '26.01', 26],
        ),
    },
    {
      title: 'the name of an environment',
      breaks: (draft) => {
        const home = draft.one(draft.environments);
        const all = draft.plan.environments;
        const wrong = draft.one(['One More', 'main', 'x_y', 'Zz']);
        if (!home || !all || !wrong) return undefined;
        all[wrong] = { kind: 'demo', release: '26.1' };
        return draft.key(all, wrong);
      },
    },
  ],
  'invalid-date': (draft) =>
    replace(draft, scalarsIn(draft.plan).filter(isDay), [
      '2026-02-30',
      'soon',
      2026,
      '2026-1-1',
      true,
      '2026-05-08T00:00',
    ]),
  'unknown-reference': (draft) => {
    const reference = draft.one(references(draft.plan));
    if (!reference) return undefined;
    const { record, key, text } = reference;
    const wrong = reference.finding
      ? 'F-99'
      : (draft.one(['nowhere', `${text}s`, `${text}.other`, 'nowhere.main']) ?? '');
    Reflect.set(record, key, wrong);
    return draft.value(record, key);
  },
};

/** Writes something else under one of some keys. */
function replace(
  draft: Draft,
  scalars: readonly { path: Path }[],
  values: readonly unknown[],
): Expected | undefined {
  const scalar = draft.one(scalars);
  if (!scalar) return undefined;
  const { path } = scalar;
  let record: object = draft.plan;
  for (const step of path.slice(0, -1)) record = Reflect.get(record, step);
  Reflect.set(record, path.at(-1) ?? '', structuredClone(draft.one(values)));
  return { path: formatPath(path), token: 'value' };
}

function rename(record: object, key: string, wrong: string, value: unknown): void {
  const entries = Object.entries(record);
  for (const [name] of entries) Reflect.deleteProperty(record, name);
  for (const [name, old] of entries)
    Reflect.set(record, name === key ? wrong : name, name === key ? value : old);
}

/** The entries of lists, at every level. */
function entriesIn(
  value: object,
  path: Path = [],
): { list: unknown[]; index: number; path: Path }[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const index = Number(name);
    const at = [...path, Array.isArray(value) ? index : name];
    const entry = Array.isArray(value) ? [{ list: value, index, path: at }] : [];
    const below = typeof inner === 'object' && inner !== null ? entriesIn(inner, at) : [];
    return [...entry, ...below];
  });
}

/** The maps and lists that stand under a key, at every level. */
function collectionsIn(value: object): { record: object; key: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'object' || inner === null) return [];
    const own = Array.isArray(value) || key === 'upgraded' ? [] : [{ record: value, key }];
    return [...own, ...collectionsIn(inner)];
  });
}
