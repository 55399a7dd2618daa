import { formatPath, type Path } from '../lifecycle/paths.ts';
import { pathOf } from '../lifecycle/records.ts';
import { urlOf } from '../rules/index.ts';
import type { ProseWords, Rule } from '../rules/rule.ts';
import { placeOfKey, placeOfValue } from '../source/places.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Problem } from '../source/problems.ts';
import type { Range } from '../source/text.ts';
import type { Finding, Place } from './finding.ts';
import type { Observation, Target } from './observation.ts';

/** From what was found, said by paths, to findings with lines and columns. */

/** The finding of something that a rule observed. */
export function findingOf(
  { rule, words, target, record }: Observation,
  fileOf: (record: object) => PlanFile,
): Finding {
  const related = (words.related ?? []).map((other) => {
    const path = pathOf(other.record, other.key);
    const file = fileOf(other.record);
    return { message: other.message, ...placeIn(file, rangeOf(file, { path, token: 'value' })) };
  });
  if ('range' in target) {
    return finding(rule, words, placeIn(target.file, target.range), null, related);
  }
  if (!record) throw new Error(`A finding of ${rule.id} says no record`);
  const file = fileOf(record);
  return finding(rule, words, placeIn(file, rangeOf(file, target)), target.path, related);
}

/** The finding of a problem that reading the plan ran into. */
export function findingOfProblem(
  file: PlanFile,
  problem: Problem,
  readers: ReadonlyMap<Problem['type'], Rule>,
): Finding {
  const rule = readers.get(problem.type);
  if (!rule?.words) throw new Error(`No rule words the problem ${problem.type}`);
  const words = rule.words(problem);
  if ('start' in problem) return finding(rule, words, placeIn(file, problem), null, []);
  const target = targetOf(problem);
  return finding(rule, words, placeIn(file, rangeOf(file, target)), target.path, []);
}

function targetOf(problem: Exclude<Problem, { start: number }>): Target {
  switch (problem.type) {
    case 'missing-key': {
      const { path, because } = problem;
      if (because === undefined) return { path, token: 'value' };
      return { path: [...path, because], token: 'key' };
    }
    case 'unknown-key':
      return { path: [...problem.path, problem.key], token: 'key' };
    case 'invalid-value':
      return { path: problem.path, token: problem.atKey ? 'key' : 'value' };
    case 'invalid-date':
      return { path: problem.path, token: 'value' };
  }
}

function finding(
  rule: Rule,
  words: ProseWords,
  place: Place,
  path: Path | null,
  related: Finding['related'],
): Finding {
  const { member } = words;
  return {
    rule: member ? `${rule.id}/${member.name}` : rule.id,
    severity: rule.severity,
    message: words.message,
    help: words.help,
    ...place,
    path: path && formatPath(path),
    related,
    url: member?.url ?? urlOf(rule),
    waived: null,
  };
}

/** A file that could not be read has its places at its beginning. */
function rangeOf({ root }: PlanFile, { path, token }: Target): Range {
  if (!root) return { start: 0, end: 0 };
  return token === 'key' ? placeOfKey(root, path) : placeOfValue(root, path);
}

function placeIn({ file, lines }: PlanFile, { start, end }: Range): Place {
  const from = lines.position(start);
  const to = lines.position(end);
  return {
    file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
