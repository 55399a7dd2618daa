import type { z } from 'zod';
import {
  Environment,
  type EnvironmentKey,
  isLetThrough,
  keysOfKind,
  kindsOfKey,
} from '../../schemas/environment.ts';
import { isEnvironmentId, kindOf } from '../../schemas/environments.ts';
import { type PlanFacts, PlanSchema } from '../../schemas/plan.ts';
import { keysAt, lenient, metaAt, nounAt, wordsAt } from '../../schemas/walk.ts';
import { isKindId, kinds } from '../lifecycle/kinds.ts';
import { isSame, type Path } from '../lifecycle/paths.ts';
import { namesDatabase } from '../lifecycle/plan.ts';
import { nearest } from '../lifecycle/suggest.ts';
import { quote } from '../lifecycle/words.ts';
import type { MissingKeys, UnknownKey, WrongDate, WrongValue } from './problems.ts';
import type { Value } from './values.ts';

export type ShapeProblem = MissingKeys | UnknownKey | WrongValue | WrongDate;

const LenientPlan = lenient(PlanSchema);

/**
 * Checks the shape of a plan's values against the schema.
 *
 * @returns the facts with everything wrong left out, and a problem for each thing that was
 */
export function checkShape(values: Value): { facts: PlanFacts; problems: ShapeProblem[] } {
  const problems = new Problems(values);
  const result = PlanSchema.safeParse(values);
  for (const issue of result.error?.issues ?? []) problems.add(issue);
  for (const problem of kindProblems(values)) problems.push(problem);
  for (const problem of migrationProblems(values)) problems.push(problem);
  const sound = result.success && problems.all.length === 0;
  const facts = sound ? result.data : factsWithout(values, problems.all);
  return { facts: inWrittenOrder(facts, values), problems: problems.all };
}

/** The same facts, with the keys of each map in the order of `values` rather than the schema's. */
function inWrittenOrder<Facts>(facts: Facts, values: Value | undefined): Facts;
function inWrittenOrder(facts: unknown, values: Value | undefined): unknown {
  if (Array.isArray(facts) && Array.isArray(values)) {
    return facts.map((item, index) => inWrittenOrder(item, values[index]));
  }
  if (typeof facts !== 'object' || facts === null || !isMap(values)) return facts;
  const known = new Map(Object.entries(facts));
  return Object.fromEntries(
    Object.keys(values)
      .filter((key) => known.has(key))
      .map((key) => [key, inWrittenOrder(known.get(key), values[key])]),
  );
}

/** Keys that a map lacks. */
interface Lack {
  readonly path: Path;
  readonly keys: string[];
  readonly because?: string;
}

/** Zod's issues as problems: one for each map that lacks keys, one for each key or value. */
class Problems {
  readonly #values: Value;
  readonly #missing = new Map<string, Lack>();
  readonly #others: ShapeProblem[] = [];

  constructor(values: Value) {
    this.#values = values;
  }

  get all(): ShapeProblem[] {
    const missing = [...this.#missing.values()].flatMap((map) => {
      const keys = map.keys.filter((key) => !this.#isMisspelt(map.path, key));
      return keys.length ? [missingKeys({ ...map, keys })] : [];
    });
    return [...missing, ...this.#others];
  }

  push(problem: ShapeProblem | Lack): void {
    if ('type' in problem) this.#others.push(problem);
    else for (const key of problem.keys) this.#lack(problem.path, key, problem.because);
  }

  add(issue: z.core.$ZodIssue, base: Path = []): void {
    const path = [...base, ...(issue.path as Path)];
    const value = at(this.#values, path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.#unknown(path, key);
      return;
    }
    const last = path.at(-1);
    if ((value === undefined || value === null) && typeof last === 'string') {
      this.#lack(path.slice(0, -1), last);
      return;
    }
    if (issue.code === 'invalid_union') {
      const branch = branchOf(issue.errors, value);
      if (branch) {
        for (const inner of branch) this.add(inner, path);
        return;
      }
    }
    this.#wrong(path, value);
  }

  /** Whether an unknown key of the same map is nearest to `key`: one cause, one finding. */
  #isMisspelt(path: Path, key: string): boolean {
    return this.#others.some(
      (other) => other.type === 'unknown-key' && other.nearest === key && isSame(other.path, path),
    );
  }

  #lack(path: Path, key: string, because?: string): void {
    const id = JSON.stringify([path, because]);
    const map = this.#missing.get(id) ?? { path, keys: [], ...(because && { because }) };
    map.keys.push(key);
    this.#missing.set(id, map);
  }

  #unknown(path: Path, key: string): void {
    const known = knownKeys(this.#values, path);
    const near = nearest(key, known);
    const noun = nounAt(PlanSchema, path);
    this.#others.push({
      type: 'unknown-key',
      path,
      key,
      noun,
      known,
      ...(near && { nearest: near }),
    });
  }

  #wrong(path: Path, value: Value | undefined): void {
    const meta = metaAt(PlanSchema, path);
    const found = describe(value);
    if (meta.format === 'date' && isScalar(value)) {
      this.#others.push({ type: 'invalid-date', path, found });
      return;
    }
    const expected = meta.expected ?? 'a map with keys';
    const near = typeof value === 'string' && nearest(value, wordsAt(PlanSchema, path));
    this.#others.push({
      type: 'invalid-value',
      path,
      found,
      expected,
      ...(near && { nearest: near }),
    });
  }
}

function missingKeys(lack: Lack): MissingKeys {
  const expected = lack.keys.map((key) => [
    key,
    metaAt(PlanSchema, [...lack.path, key]).expected ?? 'a value',
  ]);
  return {
    type: 'missing-key',
    ...lack,
    expected: Object.fromEntries(expected),
    noun: nounAt(PlanSchema, lack.path),
  };
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
  const { success, data } = PlanSchema.shape.sourceDatabase.safeParse(value);
  return success && namesDatabase(String(data));
}

function wrongId(path: Path, id: string): WrongValue {
  const expected = ['main', 'test'].includes(id)
    ? 'another id: `main` and `test` name the instances of a pair'
    : 'an id in kebab-case: small letters and digits, joined by hyphens';
  return { type: 'invalid-value', path, found: quote(id), expected, atKey: true };
}

function isEnvironmentKey(key: string): key is EnvironmentKey {
  return Object.hasOwn(Environment.shape, key);
}

/** The keys known in the map at `path`; in an environment, those that its kind has. */
function knownKeys(values: Value, path: Path): string[] {
  const [block, id] = path;
  if (block === 'environments' && typeof id === 'string' && path.length === 2) {
    const environment = at(values, path);
    const kind = kindOf(id, isMap(environment) ? environment.kind : undefined);
    if (kind) return keysOfKind(kind);
  }
  return keysAt(PlanSchema, path);
}

/** The branch of a union that the writer meant: a map means the branch for maps. */
function branchOf(
  branches: z.core.$ZodIssue[][],
  value: Value | undefined,
): z.core.$ZodIssue[] | undefined {
  if (typeof value === 'object' && !isMap(value)) return undefined;
  return branches.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
}

/** The facts that remain once every wrong value and unknown key is taken out. */
function factsWithout(values: Value, problems: readonly ShapeProblem[]): PlanFacts {
  const rest = structuredClone(values);
  for (const problem of problems) {
    if (problem.type === 'missing-key') continue;
    const path = problem.type === 'unknown-key' ? [...problem.path, problem.key] : problem.path;
    remove(rest, path);
  }
  // What is left may still hold nulls where nothing may be null.
  for (const { path } of LenientPlan.safeParse(rest).error?.issues ?? [])
    remove(rest, path as Path);
  return LenientPlan.parse(rest) as PlanFacts;
}

/** Takes a value out; an item of a list leaves a hole, so that the others keep their places. */
function remove(values: Value, path: Path): void {
  const parent = at(values, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') delete parent[last];
  else if (isMap(parent) && typeof last === 'string') delete parent[last];
}

function at(values: Value, path: Path): Value | undefined {
  let value: Value | undefined = values;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isMap(value) && typeof step === 'string') value = value[step];
    else return undefined;
  }
  return value;
}

function isMap(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: Value | undefined): boolean {
  return typeof value !== 'object';
}

function describe(value: Value | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value !== 'string') return `\`${value}\``;
  return value.trim() === '' ? 'blank text' : quote(value);
}
