import { applyEdits, type Edit } from '../source/edits.ts';
import { type PlanFile, readPlan } from '../source/plan-file.ts';
import type { Finding } from './finding.ts';
import { type LintOptions, lint } from './lint.ts';

/** Plans once all is mended that can be, and what became of the findings. */
export interface Fixed {
  /** The plans in the order in which they were given, changed or not. */
  readonly files: readonly PlanFile[];
  /** What is found in them now; none of it has a fix. */
  readonly findings: readonly Finding[];
  /** The findings that are gone because their fix was made. */
  readonly mended: readonly Finding[];
  /** The findings whose fix would do harm, and was not made. */
  readonly refused: readonly Refusal[];
  /** How many findings have a fix that was not tried, since too many others would do harm. */
  readonly untried: number;
}

/** A fix that was not made. */
export interface Refusal {
  readonly finding: Finding;
  /** What would be found because of it. */
  readonly causes: readonly Finding[];
}

/** A fix, and the findings that it is for: several where one change mends them all. */
interface Change {
  readonly file: string;
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}

/** The changes of a round that do no harm, and the findings of those that do. */
interface Made extends Pick<Fixed, 'refused' | 'untried'> {
  readonly made: readonly Change[];
}

/** How often is looked again for what a fix has made possible. */
const rounds = 10;

/**
 * How many runs the search for fixes that do harm may take: 50 are more than one culprit in a thousand
 * needs. Where one of the plans is very long, each run takes a while.
 */
function patienceFor(files: readonly PlanFile[]): number {
  const longest = files.reduce((most, { text }) => Math.max(most, text.length), 0);
  return Math.min(50, Math.max(10, Math.floor(3_000_000 / longest)));
}

/**
 * Makes the fixes of all findings that have one, until there is none left to make. Each is checked: its
 * finding must be gone after it, and none may be there that was not there before. Writes no file.
 *
 * @param checked the plans of a run, and what it found
 * @param options those of that run
 */
export async function fixPlans(
  checked: Pick<Fixed, 'files' | 'findings'>,
  options: LintOptions = {},
): Promise<Fixed> {
  const mended: Finding[] = [];
  let now: Fixed = { ...checked, mended, refused: [], untried: 0 };
  for (let round = 0; round < rounds; round++) {
    const changes = changesFor(now.findings);
    const { made, refused, untried } = await new Round(now, options).make(changes);
    now = { ...now, refused, untried };
    if (made.length === 0) break;
    mended.push(...made.flatMap(({ findings }) => findings));
    const changed = now.files.map((file) => changedFile(file, made));
    now = { ...now, files: changed, findings: await lint(changed, options) };
  }
  return { ...now, findings: now.findings.map(({ fix, ...finding }) => finding) };
}

/** The changes to make at once: of two that touch each other, the second has to wait. */
function changesFor(findings: readonly Finding[]): Change[] {
  const changes = new Map<string, Change>();
  for (const finding of findings) {
    const { file, fix } = finding;
    if (!fix || finding.waived) continue;
    const id = JSON.stringify([file, fix.edits]);
    const same = changes.get(id)?.findings ?? [];
    changes.set(id, { file, edits: fix.edits, findings: [...same, finding] });
  }
  const ends = new Map<string, number>();
  const inOrder = [...changes.values()].toSorted((a, b) => startOf(a) - startOf(b));
  return inOrder.filter((change) => {
    if (startOf(change) < (ends.get(change.file) ?? 0)) return false;
    ends.set(change.file, endOf(change) + 1);
    return true;
  });
}

function startOf({ edits }: Change): number {
  return Math.min(...edits.map(({ start }) => start));
}

function endOf({ edits }: Change): number {
  return Math.max(...edits.map(({ end }) => end));
}

function changedFile(file: PlanFile, changes: readonly Change[]): PlanFile {
  const edits = changes.filter((change) => change.file === file.file).flatMap((one) => one.edits);
  if (edits.length === 0) return file;
  const bytes = new TextEncoder().encode(applyEdits(file.text, edits));
  return readPlan(file.file, bytes, bytes.length, file.attachments);
}

/** Changes that are tried on the same plans. */
class Round {
  readonly #files: readonly PlanFile[];
  readonly #findings: readonly Finding[];
  readonly #options: LintOptions;
  readonly #patience: number;
  readonly #refused: Refusal[] = [];
  #untried = 0;
  #runs = 0;

  constructor({ files, findings }: Pick<Fixed, 'files' | 'findings'>, options: LintOptions) {
    this.#files = files;
    this.#findings = findings;
    this.#options = options;
    this.#patience = patienceFor(files);
  }

  /** Each plan is tried by itself first, which is quick; then all of them, since plans speak of one another. */
  async make(changes: readonly Change[]): Promise<Made> {
    const sound: Change[] = [];
    for (const file of this.#files) {
      const own = changes.filter((change) => change.file === file.file);
      if (own.length === 0) continue;
      const findings = await lint([file], this.#options);
      const alone = new Round({ files: [file], findings }, this.#options);
      sound.push(...(await alone.#harmless(own)));
      this.#refused.push(...alone.#refused);
      this.#untried += alone.#untried;
    }
    const made = await this.#harmless(sound);
    return { made, refused: this.#refused, untried: this.#untried };
  }

  /**
   * Those of some changes that do no harm; halves are tried where all together do.
   *
   * @param others what is changed before
   */
  async #harmless(
    changes: readonly Change[],
    others: readonly Change[] = [],
  ): Promise<readonly Change[]> {
    const findings = changes.flatMap((change) => change.findings);
    const isOver = this.#runs >= this.#patience;
    if (isOver) this.#untried += findings.length;
    if (isOver || changes.length === 0) return [];
    const causes = await this.#harmOf([...others, ...changes]);
    if (causes.length === 0) return changes;
    if (changes.length === 1) {
      this.#refused.push(...findings.map((finding) => ({ finding, causes })));
      return [];
    }
    const middle = Math.ceil(changes.length / 2);
    const before = await this.#harmless(changes.slice(0, middle), others);
    const after = await this.#harmless(changes.slice(middle), [...others, ...before]);
    return [...before, ...after];
  }

  /**
   * What is found after some changes and was not before, or is still found though it should be gone. What
   * only comes to light, and can be mended as well, is no harm: a misspelt name under a misspelt key.
   */
  async #harmOf(changes: readonly Change[]): Promise<readonly Finding[]> {
    let files = this.#files.map((file) => changedFile(file, changes));
    const harm = this.#beyondExpected(changes, await this.#lint(files));
    let rest = harm;
    for (let round = 0; round < rounds && rest.length > 0; round++) {
      if (!rest.every(({ fix }) => fix)) return harm;
      const further = changesFor(rest);
      files = files.map((file) => changedFile(file, further));
      rest = this.#beyondExpected(changes, await this.#lint(files));
    }
    return rest.length > 0 ? harm : [];
  }

  #lint(files: readonly PlanFile[]): Promise<Finding[]> {
    this.#runs += 1;
    return lint(files, this.#options);
  }

  /** The findings that should not be there once some changes are made. */
  #beyondExpected(changes: readonly Change[], found: readonly Finding[]): readonly Finding[] {
    const expected = new Map<string, number>();
    const count = (finding: Finding, by: number) => {
      const number = (expected.get(nameOf(finding)) ?? 0) + by;
      expected.set(nameOf(finding), number);
      return number;
    };
    for (const finding of this.#findings) if (!finding.waived) count(finding, 1);
    for (const finding of changes.flatMap(({ findings }) => findings)) count(finding, -1);
    return found.filter((finding) => !finding.waived && count(finding, -1) < 0);
  }
}

/** What makes a finding the same one after lines have moved and items have changed their places. */
function nameOf({ file, rule, message }: Finding): string {
  return JSON.stringify([file, rule, message]);
}
