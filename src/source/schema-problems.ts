import type { z } from 'zod';
import { keysAt, kindAt, metaAt, nounAt, wordsAt } from '../../schemas/walk.ts';
import type { Path } from '../lifecycle/paths.ts';
import { meant, nearest } from '../lifecycle/suggest.ts';
import type { MissingKeys, UnknownKey, WrongDate, WrongValue } from './problems.ts';
import { at, describe, isMap, isScalar } from './value-paths.ts';
import type { Value } from './values.ts';

export type ShapeProblem = MissingKeys | UnknownKey | WrongValue | WrongDate;

/** Keys that a map lacks. */
export interface Lack {
  readonly path: Path;
  readonly keys: string[];
  readonly because?: string;
}

/** Zod's issues as problems: one for each map that lacks keys, one for each key or value. */
export class SchemaProblems {
  readonly #schema: z.ZodType;
  readonly #values: Value;
  readonly #keysAt: (path: Path) => string[];
  readonly #missing = new Map<string, Lack>();
  readonly #others: ShapeProblem[] = [];
  /** The keys that unknown ones are nearest to: one cause, one finding. */
  readonly #misspelt = new Set<string>();

  /**
   * @param schema what the values were checked against
   * @param values the values as they are written
   * @param keys the keys known in the map at a path, where they are not just those of the schema
   */
  constructor(
    schema: z.ZodType,
    values: Value,
    keys: (path: Path) => string[] = (path) => keysAt(schema, path),
  ) {
    this.#schema = schema;
    this.#values = values;
    this.#keysAt = keys;
  }

  get all(): ShapeProblem[] {
    const missing = [...this.#missing.values()].flatMap((map) => {
      const keys = map.keys.filter((key) => !this.#misspelt.has(idOf(map.path, key)));
      return keys.length ? [this.#missingKeys({ ...map, keys })] : [];
    });
    return [...missing, ...withoutRivals(this.#others)];
  }

  push(problem: ShapeProblem | Lack): void {
    if ('type' in problem) this.#add(problem);
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

  #add(problem: ShapeProblem): void {
    this.#others.push(problem);
    if (problem.type !== 'unknown-key' || problem.nearest === undefined) return;
    this.#misspelt.add(idOf(problem.path, problem.nearest));
  }

  #lack(path: Path, key: string, because?: string): void {
    const id = idOf(path, because);
    const map = this.#missing.get(id) ?? { path, keys: [], ...(because && { because }) };
    map.keys.push(key);
    this.#missing.set(id, map);
  }

  #unknown(path: Path, key: string): void {
    const known = this.#keysAt(path);
    const near = nearest(key, known);
    const noun = nounAt(this.#schema, path);
    const right = near && meant(key, known);
    const isFree = right && at(this.#values, [...path, right]) === undefined;
    this.#add({
      type: 'unknown-key',
      path,
      key,
      noun,
      known,
      ...(near && { nearest: near }),
      ...(isFree && { meant: right }),
    });
  }

  #wrong(path: Path, value: Value | undefined): void {
    const meta = metaAt(this.#schema, path);
    const found = describe(value);
    if (meta.format === 'date' && isScalar(value)) {
      this.#others.push({ type: 'invalid-date', path, found });
      return;
    }
    const expected = meta.expected ?? 'a map with keys';
    const words = wordsAt(this.#schema, path);
    const near = typeof value === 'string' && nearest(value, words);
    const right = typeof value === 'string' ? this.#meantBy(value, words, path) : undefined;
    this.#others.push({
      type: 'invalid-value',
      path,
      found,
      expected,
      ...(near && { nearest: near }),
      ...(right !== undefined && { meant: right }),
    });
  }

  /** What a text must have been meant to be; in quotes, a number and a flag are texts too. */
  #meantBy(text: string, words: readonly string[], path: Path) {
    switch (kindAt(this.#schema, path)) {
      case 'flag':
        return flags.get(text.toLowerCase());
      case 'number':
        return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
      default:
        return meant(text, words);
    }
  }

  #missingKeys(lack: Lack): MissingKeys {
    const expected = lack.keys.map((key) => [
      key,
      metaAt(this.#schema, [...lack.path, key]).expected ?? 'a value',
    ]);
    return {
      type: 'missing-key',
      ...lack,
      expected: Object.fromEntries(expected),
      noun: nounAt(this.#schema, lack.path),
    };
  }
}

/** How people write yes and no, in whatever capitals. */
const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/** Of two unknown keys of a map that must both have been meant to be the same one, neither was. */
function withoutRivals(problems: readonly ShapeProblem[]): ShapeProblem[] {
  const rivals = Map.groupBy(problems, targetOf);
  return problems.map((problem) => {
    if (problem.type !== 'unknown-key' || problem.meant === undefined) return problem;
    if (rivals.get(targetOf(problem))?.length === 1) return problem;
    const { meant: _, ...rest } = problem;
    return rest;
  });
}

function targetOf(problem: ShapeProblem): string | undefined {
  if (problem.type !== 'unknown-key' || problem.meant === undefined) return undefined;
  return idOf(problem.path, problem.meant);
}

/** The same for the same key of the same map. */
function idOf(path: Path, key: string | undefined): string {
  return JSON.stringify([path, key]);
}

/** The branch of a union that the writer meant: a map means the branch for maps. */
function branchOf(
  branches: z.core.$ZodIssue[][],
  value: Value | undefined,
): z.core.$ZodIssue[] | undefined {
  if (typeof value === 'object' && !isMap(value)) return undefined;
  return branches.find(
    (issues) => !issues.some(({ code, path }) => code.startsWith('invalid_') && path.length === 0),
  );
}
