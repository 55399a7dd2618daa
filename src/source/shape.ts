import {
  isEnvironmentKey,
  isLetThrough,
  keysOfKind,
  kindsOfKey,
} from '../../schemas/environment.ts';
import { isEnvironmentId, kindOf } from '../../schemas/environments.ts';
import { once } from '../../schemas/once.ts';
import { type PlanFacts, planSchema } from '../../schemas/plan.ts';
import { keysAt, lenient } from '../../schemas/walk.ts';
import { isKindId, kinds } from '../lifecycle/kinds.ts';
import type { Path } from '../lifecycle/paths.ts';
import { namesDatabase } from '../lifecycle/plan.ts';
import { quote } from '../lifecycle/words.ts';
import type { WrongValue } from './problems.ts';
import { type Lack, SchemaProblems, type ShapeProblem } from './schema-problems.ts';
import { at, describe, isMap, remove } from './value-paths.ts';
import type { Value } from './values.ts';

/** Zod checks faster by code that it makes of a schema; for a few plans, making it takes longer. */
const few = 10;
let plansChecked = 0;

/** Made for the first plan that has something wrong: most runs meet none. */
const lenientPlan = once(() => lenient(planSchema()));

/**
 * Checks the shape of a plan's values against the schema.
 *
 * @returns the facts with everything wrong left out, and a problem for each thing that was
 */
export function checkShape(values: Value): { facts: PlanFacts; problems: ShapeProblem[] } {
  const problems = new SchemaProblems(planSchema(), values, (path) => knownKeys(values, path));
  const result = planSchema().safeParse(values, { jitless: plansChecked++ < few });
  for (const issue of result.error?.issues ?? []) problems.add(issue);
  for (const problem of kindProblems(values)) problems.push(problem);
  for (const problem of migrationProblems(values)) problems.push(problem);
  const { all } = problems;
  const sound = result.success && all.length === 0;
  const facts = sound ? result.data : factsWithout(values, all);
  return { facts: inWrittenOrder(facts, values), problems: all };
}

/** The same facts, with the keys of each map in the order of `values` rather than the schema's. */
function inWrittenOrder<Facts>(facts: Facts, values: Value | undefined): Facts;
function inWrittenOrder(facts: unknown, values: Value | undefined): unknown {
  if (Array.isArray(facts) && Array.isArray(values)) {
    return facts.map((item, index) => inWrittenOrder(item, values[index]));
  }
  if (!isRecord(facts) || !isMap(values)) return facts;
  // Nothing after a colon, and an empty list, are the same as no such key.
  const keys = Object.keys(values).filter(
    (key) => Object.hasOwn(facts, key) && facts[key] !== undefined,
  );
  const known = Object.keys(facts);
  const isInOrder =
    known.length === keys.length && known.every((key, index) => key === keys[index]);
  const ordered: Record<string, unknown> = isInOrder ? facts : {};
  for (const key of keys) ordered[key] = inWrittenOrder(facts[key], values[key]);
  return ordered;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the schema of one environment cannot say: ids, kinds, and keys that only some kinds have. */
function* kindProblems(values: Value): Generator<ShapeProblem | Lack> {
  const environments = at(values, ['environments']);
  if (!isMap(environments)) return;
  for (const [id, environment] of Object.entries(environments)) {
    if (environment === null) continue;
    const path = ['environments', id];
    if (!isEnvironmentId(id)) yield wrongId(path, id);
    if (!isMap(environment)) continue;

    const kind = kindOf(id, environment.kind);
    if (isKindId(id) && typeof environment.kind === 'string' && environment.kind !== id) {
      const expected = `\`${id}\`, or no \`kind\` at all: an id that is a kind’s name has that kind`;
      const found = describe(environment.kind);
      if (isKindId(environment.kind)) {
        yield { type: 'invalid-value', path: [...path, 'kind'], found, expected };
      }
    }
    if (kind === undefined) {
      if ((environment.kind ?? null) === null) yield { path, keys: ['kind'] };
      continue;
    }
    const known = keysOfKind(kind);
    for (const [key, value] of Object.entries(environment)) {
      if (value === null || !isEnvironmentKey(key) || known.includes(key)) continue;
      if (isLetThrough(key, kind)) continue;
      const owners = kindsOfKey(key).map((owner) => kinds[owner].name);
      yield { type: 'unknown-key', path, key, noun: 'an environment', kinds: owners, known };
    }
  }
}

/** The migration is required where there is a source database; absent ones are judged elsewhere. */
function* migrationProblems(values: Value): Generator<Lack> {
  const database = at(values, ['sourceDatabase']);
  if (!isDatabase(database) || (at(values, ['migration']) ?? null) !== null) return;
  yield { path: [], keys: ['migration'], because: 'sourceDatabase' };
}

function isDatabase(value: Value | undefined): boolean {
  const { success, data } = planSchema().shape.sourceDatabase.safeParse(value);
  return success && namesDatabase(String(data));
}

function wrongId(path: Path, id: string): WrongValue {
  const expected = ['main', 'test'].includes(id)
    ? 'another id: `main` and `test` name the instances of a pair'
    : 'an id in kebab-case: small letters and digits, joined by hyphens';
  return { type: 'invalid-value', path, found: quote(id), expected, atKey: true };
}

/** The keys known in the map at `path`; in an environment, those that its kind has. */
export function knownKeys(values: Value, path: Path): string[] {
  const [block, id] = path;
  if (block === 'environments' && typeof id === 'string' && path.length === 2) {
    const environment = at(values, path);
    const kind = kindOf(id, isMap(environment) ? environment.kind : undefined);
    if (kind) return keysOfKind(kind);
  }
  return keysAt(planSchema(), path);
}

/** The facts that remain once every wrong value and unknown key is taken out. */
function factsWithout(values: Value, problems: readonly ShapeProblem[]): PlanFacts {
  const rest = structuredClone(values);
  for (const problem of problems) {
    if (problem.type === 'missing-key') continue;
    const path = problem.type === 'unknown-key' ? [...problem.path, problem.key] : problem.path;
    remove(rest, path);
    // An environment that could not be read is there all the same.
    if (problem.type === 'invalid-value' && isWholeEnvironment(problem)) empty(rest, path);
  }
  const schema = lenientPlan();
  // What is left may still hold nulls where nothing may be null.
  for (const { path } of schema.safeParse(rest).error?.issues ?? []) remove(rest, path as Path);
  return schema.parse(rest) as PlanFacts;
}

function isWholeEnvironment({ path, atKey }: WrongValue): boolean {
  return path.length === 2 && path[0] === 'environments' && !atKey;
}

/** Puts a map in which nothing stands. */
function empty(values: Value, path: Path): void {
  const parent = at(values, path.slice(0, -1));
  const last = path.at(-1);
  if (isMap(parent) && typeof last === 'string') parent[last] = {};
}
