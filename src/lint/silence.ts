import { isSame, isWithin, type Path } from '../lifecycle/paths.ts';
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
): Observation[] {
  const unreadable = problems.flatMap(doubtedBy);
  const readable = observations.filter(({ basis }) => !touches(basis, unreadable));
  const doubting = doubtingAmong(readable);
  const sound = readable.filter(
    (observation) => !doubting.some((other) => doubts(other, observation)),
  );
  return sound.filter(
    (observation) =>
      !sound.some(
        (other) =>
          observation.rule.yieldsTo?.includes(other.rule) && shares(observation.basis, other.basis),
      ),
  );
}

/** The observations that put facts in doubt. Of two that doubt each other, the earlier rule holds. */
function doubtingAmong(observations: readonly Observation[]): Observation[] {
  const doubting: Observation[] = [];
  for (const observation of observations) {
    if (!observation.rule.doubts) continue;
    if (!doubting.some((other) => doubts(other, observation))) doubting.push(observation);
  }
  return doubting;
}

/** Whether `other` puts in doubt what `observation` rests on. */
function doubts(other: Observation, observation: Observation): boolean {
  return other.rule !== observation.rule && touches(observation.basis, other.doubted);
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

function touches(basis: readonly Path[], doubts: readonly Path[]): boolean {
  return basis.some((path) => doubts.some((doubt) => isWithin(path, doubt)));
}

function shares(basis: readonly Path[], other: readonly Path[]): boolean {
  return basis.some((path) => other.some((candidate) => isSame(path, candidate)));
}
