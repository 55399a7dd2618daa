import type { Path } from '../lifecycle/paths.ts';
import type { Rule } from '../rules/rule.ts';
import type { Problem } from '../source/problems.ts';
import type { Observation } from './observation.ts';

/**
 * One cause, one finding. What another finding already puts in doubt is not judged, and where two
 * rules speak about one fact, the more special one does.
 *
 * @param problems what reading the plan ran into
 * @param observations what the rules found in it
 */
export function withoutEchoes(
  problems: readonly Problem[],
  observations: readonly Observation[],
): readonly Observation[] {
  const unreadable = new Claims();
  for (const problem of problems) unreadable.add(doubtedBy(problem));
  const readable = observations.filter((observation) => !isDoubted(observation, unreadable));
  const doubts = doubtsOf(readable);
  const sound = readable.filter((observation) => !isDoubted(observation, doubts));
  return withoutYielding(sound);
}

/**
 * Those that leave it to no other to speak. One that is silent itself silences nothing: so each round
 * asks again, with those that spoke in the round before.
 */
function withoutYielding(observations: readonly Observation[]): readonly Observation[] {
  let said = observations;
  for (let round = 0; round < longestChain; round++) {
    const facts = factsOf(said);
    const next = observations.filter((observation) => !yields(observation, facts));
    if (next.length === said.length) break;
    said = next;
  }
  return said;
}

/**
 * More rules than ever yield to one another in a row. Even: where rules yield in a circle, all of them
 * speak in the end, and not none.
 */
const longestChain = 10;

/** What is put in doubt. Of two observations that doubt each other, that of the earlier rule holds. */
function doubtsOf(observations: readonly Observation[]): Claims {
  const facts = factsOf(observations);
  const doubts = new Claims();
  for (const observation of observations) {
    const { rule, doubted } = observation;
    if (!rule.doubts || yields(observation, facts) || isDoubted(observation, doubts)) continue;
    doubts.add(doubted, rule);
  }
  return doubts;
}

function factsOf(observations: readonly Observation[]): Claims {
  const facts = new Claims();
  for (const { basis, rule } of observations) facts.add(basis, rule);
  return facts;
}

/** Whether another rule, or a reading problem, puts in doubt what the observation rests on. */
function isDoubted({ rule, basis, inPlaceOf = [] }: Observation, doubts: Claims): boolean {
  return [basis, inPlaceOf].some((paths) =>
    paths.some((path) => doubts.coveredByOthers(path, rule)),
  );
}

/** Whether another rule is to speak about a fact that both rest on. */
function yields({ rule, basis }: Observation, facts: Claims): boolean {
  return (
    rule.yieldsTo?.some((other) => basis.some((path) => facts.isClaimedBy(other, path))) ?? false
  );
}

/** Which rules speak of which paths; quick to ask, however many there are. */
class Claims {
  readonly #rules = new Map<string, Set<Rule | undefined>>();

  /** @param rule left out for what reading the plan ran into */
  add(paths: readonly Path[], rule?: Rule): void {
    for (const path of paths) {
      const id = path.map(idOf).join('');
      const rules = this.#rules.get(id) ?? new Set();
      this.#rules.set(id, rules.add(rule));
    }
  }

  isClaimedBy(rule: Rule, path: Path): boolean {
    return this.#rules.get(path.map(idOf).join(''))?.has(rule) ?? false;
  }

  /** Whether anyone but `rule` speaks of `path` or of something that it lies in. */
  coveredByOthers(path: Path, rule: Rule): boolean {
    let id = '';
    for (const step of ['', ...path.map(idOf)]) {
      id += step;
      const rules = this.#rules.get(id);
      if (rules && (rules.size > 1 || !rules.has(rule))) return true;
    }
    return false;
  }
}

function idOf(step: string | number): string {
  return `${JSON.stringify(step)},`;
}

/** The paths of which a reading problem leaves it open what the plan says there. */
function doubtedBy(problem: Problem): Path[] {
  switch (problem.type) {
    case 'yaml-syntax':
    case 'mdx-syntax':
      return [];
    case 'missing-key':
      return problem.keys.map((key) => [...problem.path, key]);
    case 'unknown-key': {
      const { path, key, nearest } = problem;
      return nearest === undefined
        ? [[...path, key]]
        : [
            [...path, key],
            [...path, nearest],
          ];
    }
    case 'invalid-value':
    case 'invalid-date':
      // A wrong file name casts no doubt on what the file says.
      return problem.path.length === 0 ? [] : [problem.path];
  }
}
