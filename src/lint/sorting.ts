import { isDeepStrictEqual } from 'node:util';
import { inKeyOrder, Uncertain } from '../source/key-order.ts';
import { type PlanFile, readPlan } from '../source/plan-file.ts';
import { valuesOf } from '../source/values.ts';
import type { Finding } from './finding.ts';
import { type LintOptions, lint } from './lint.ts';

/** A plan whose keys stay in their order, and why. */
export interface Unsorted {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Plans in which the keys are in order, where they can be. */
export interface Sorted {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
  readonly unsorted: readonly Unsorted[];
}

/**
 * Puts the keys of plans in order. Where that changes what is found, all stay as they are.
 *
 * @param checked the plans of a run, and what it found
 * @param options those of that run
 */
export async function sortPlans(
  checked: Pick<Sorted, 'files' | 'findings'>,
  options: LintOptions,
): Promise<Sorted> {
  const results = checked.files.map((file) => [file, withSortedKeys(file)] as const);
  const unsorted = results.flatMap(([, result]) => ('reason' in result ? [result] : []));
  const files = results.map(([file, result]) => ('reason' in result ? file : result));
  const findings = (await lint(files, options)).map(({ fix, ...finding }) => finding);
  if (isDeepStrictEqual(namesOf(findings), namesOf(checked.findings))) {
    return { files, findings, unsorted };
  }
  const reason = 'something else would be found in these plans';
  const others = checked.files.filter((file, index) => files[index]?.text !== file.text);
  return { ...checked, unsorted: [...unsorted, ...others.map((file) => stays(file, 1, reason))] };
}

function namesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ file, rule, message }) => `${file} ${rule} ${message}`).sort();
}

/**
 * A plan with the keys of each block in the order of the format. It says the same as before, to every
 * reader: what cannot be moved for certain keeps the whole plan as it is.
 */
export function withSortedKeys(file: PlanFile): PlanFile | Unsorted {
  const { root, text, lines } = file;
  if (!root) return stays(file, 1, 'it cannot be read');
  try {
    const bytes = new TextEncoder().encode(inKeyOrder({ root, text, lines }));
    const sorted = readPlan(file.file, bytes, bytes.length, file.attachments);
    return saysTheSame(sorted, file)
      ? sorted
      : stays(file, 1, 'an alias or a blank would mean something else');
  } catch (error) {
    if (!(error instanceof Uncertain)) throw error;
    return stays(file, lines.position(error.at).line, error.message);
  }
}

/** Whether two plans hold the same data, the team's own included, whatever the order of their keys. */
function saysTheSame(a: PlanFile, b: PlanFile): boolean {
  if (!a.root || !b.root || a.text.length !== b.text.length) return false;
  const [one, other] = [a.root, b.root].map((root) => valuesOf(root, { teamsOwn: true }));
  return isDeepStrictEqual(one, other) && a.proseText === b.proseText;
}

function stays({ file }: PlanFile, line: number, reason: string): Unsorted {
  return { file, line, reason };
}
