import { resolve } from 'node:path';
import { escaped, inWords } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { type Fixed, fixPlans, type Refusal } from '../lint/fixing.ts';
import { lint } from '../lint/lint.ts';
import { sortPlans, type Unsorted } from '../lint/sorting.ts';
import { reasonOf } from '../source/failure.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Checked } from './check.ts';
import { patchOf } from './patch.ts';
import { writePlan } from './write-plan.ts';

/** What is to be done besides making fixes. */
interface FixOptions {
  /** Whether the keys of each block are put in the order of the format. */
  readonly sortKeys?: boolean | undefined;
}

/**
 * Mends what has one right answer, in the files too, and says on standard error what was done.
 *
 * @returns the plans as they are now, and what is still found in them
 */
export async function fix(checked: Checked, options: FixOptions): Promise<Checked> {
  const fixed = await mend(checked, options);
  const unwritten = await writeAll(changedIn(checked, fixed));
  const written = ({ file }: { readonly file: string }) => !unwritten.has(file);
  process.stderr.write(account('Fixed', fixed.mended.filter(written)) + fixed.remarks);
  if (unwritten.size === 0) return { ...checked, files: fixed.files, findings: fixed.findings };
  const before = new Map(checked.files.map((file) => [file.file, file]));
  const files = fixed.files.map((file) => (written(file) ? file : (before.get(file.file) ?? file)));
  return { ...checked, files, findings: await lint(files, checked.options), failed: true };
}

/** What {@link fix} would do, as a unified diff. Nothing is written but an account on standard error. */
export async function fixDryRun(checked: Checked, options: FixOptions): Promise<string> {
  const fixed = await mend(checked, options);
  process.stderr.write(account('Would fix', fixed.mended) + fixed.remarks);
  const patches = changedIn(checked, fixed).map(({ before, after }) =>
    patchOf(before.file, before.text, after.text),
  );
  return patches.join('');
}

/** Plans that are mended, and what is to be said of those that are not. */
type Mended = Pick<Fixed, 'files' | 'findings' | 'mended'> & { readonly remarks: string };

async function mend(checked: Checked, { sortKeys }: FixOptions): Promise<Mended> {
  const fixed = await fixPlans(checked, checked.options);
  const refused = [...fixed.refused.map(refusal), untried(fixed.untried)];
  if (!sortKeys) return { ...fixed, remarks: refused.join('') };
  const { files, findings, unsorted } = await sortPlans(fixed, checked.options);
  return {
    ...fixed,
    files,
    findings,
    remarks: [...refused, ...unsorted.map(unsortedKeys)].join(''),
  };
}

/** A plan as it was, and as it is to be. */
interface Changed {
  readonly before: PlanFile;
  readonly after: PlanFile;
}

function changedIn({ files }: Checked, fixed: Mended): Changed[] {
  const afterwards = new Map(fixed.files.map((file) => [file.file, file]));
  return files.flatMap((before) => {
    const after = afterwards.get(before.file);
    return after && after.text !== before.text ? [{ before, after }] : [];
  });
}

/** @returns the files that could not be written; it has been said on standard error */
async function writeAll(changes: readonly Changed[]): Promise<ReadonlySet<string>> {
  const unwritten = new Set<string>();
  for (const { before, after } of changes) {
    try {
      await writePlan(resolve(before.file), before.text, after.text);
    } catch (error) {
      unwritten.add(before.file);
      process.stderr.write(`Cannot write ${escaped(before.file)}: ${reasonOf(error)}\n`);
    }
  }
  return unwritten;
}

/** `Fixed 3 findings: content/plans/acme.yaml (2), content/plans/larkfield.mdx (1)` */
function account(what: string, mended: readonly Finding[]): string {
  if (mended.length === 0) return '';
  const byFile = Map.groupBy(mended, ({ file }) => file);
  const files = [...byFile].map(([file, { length }]) => `${escaped(file)} (${length})`);
  const findings = mended.length === 1 ? '1 finding' : `${mended.length} findings`;
  return `${what} ${findings}: ${files.join(', ')}\n`;
}

function refusal({ finding, causes }: Refusal): string {
  const { file, line, column, rule, fix: offered } = finding;
  const where = `${escaped(file)}:${line}:${column}`;
  const others = causes.slice(0, 3).map((cause) => `${cause.rule} (${cause.message})`);
  return `${where} ${rule} is left alone: “${offered?.title}” would lead to ${inWords(others)}\n`;
}

function untried(number: number): string {
  if (number === 0) return '';
  const what = number === 1 ? '1 more fix was' : `${number} more fixes were`;
  return `${what} not tried: too many others would lead to further findings\n`;
}

function unsortedKeys({ file, line, reason }: Unsorted): string {
  return `${escaped(file)}:${line} The keys of this plan stay in their order: ${reason}\n`;
}
