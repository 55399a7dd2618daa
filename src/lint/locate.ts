import { formatPath } from '../lifecycle/paths.ts';
import { pathOf } from '../lifecycle/records.ts';
import { urlOf } from '../rules/index.ts';
import type { ProseWords, Related, Rule } from '../rules/rule.ts';
import { nodeAt, placeOfKey, placeOfValue } from '../source/places.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Problem } from '../source/problems.ts';
import type { Range } from '../source/text.ts';
import type { Finding, Place } from './finding.ts';
import { fixOf } from './fixes.ts';
import type { Observation, Spot, Target } from './observation.ts';

/** From what was found, said by paths, to findings with lines and columns. */

/** The finding of something that a rule observed. */
export function findingOf(
  { rule, words, target, record }: Observation,
  fileOf: (record: object) => PlanFile,
): Finding {
  const related = (words.related ?? []).flatMap((other) => relatedPlace(other, fileOf));
  if ('range' in target) return finding(rule, words, target.file, target, related);
  if (!record) throw new Error(`A finding of ${rule.id} says no record`);
  return finding(rule, words, fileOf(record), target, related);
}

/** Where another place is that a finding names; nowhere, where an excerpt does not show it. */
function relatedPlace(
  { record, key, message }: Related,
  fileOf: (record: object) => PlanFile,
): Finding['related'] {
  const file = fileOf(record);
  const path = pathOf(record, key);
  if (file.isExcerpt && file.root && !nodeAt(file.root, path)) return [];
  return [{ message, ...placeIn(file, rangeOf(file, { path, token: 'value' })) }];
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
  const target = 'start' in problem ? { file, range: problem } : targetOf(problem);
  return finding(rule, words, file, target, []);
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
  file: PlanFile,
  target: Target | Spot,
  related: Finding['related'],
): Finding {
  const { member } = words;
  const fix = fixOf(words.repair, file, target);
  return {
    rule: member ? `${rule.id}/${member.name}` : rule.id,
    severity: rule.severity,
    message: words.message,
    help: words.help,
    ...placeIn(file, 'range' in target ? target.range : rangeOf(file, target)),
    path: 'range' in target ? null : formatPath(target.path),
    related,
    url: member?.url ?? urlOf(rule),
    waived: null,
    ...(fix && { fix }),
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
