import { setFlagsFromString } from 'node:v8';
import { addressOf } from '../lint/configuration.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { type LintOptions, lint } from '../lint/lint.ts';
import { defaultPlansFolder, type ReadPlans, readPlans } from '../source/discover.ts';
import { factsStore } from '../source/facts-home.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { progressLine } from './progress.ts';

export interface Checked {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
  /** Whether something could not be read; it has been said on standard error. */
  readonly failed: boolean;
  /** How the plans were linted. */
  readonly options: LintOptions;
}

/**
 * From so many plans on, memory counts for more than time: little of what is in use only for a moment
 * may pile up before it is cleared away.
 */
const many = 2500;

/** How plans are checked. */
export interface Checking {
  /** Path of the configuration; the folder's own when left out. */
  readonly configuration?: string | undefined;
  /** Whether facts that were read before may be taken instead of reading them; they may when left out. */
  readonly cache?: boolean | undefined;
}

/**
 * Reads and lints plans.
 *
 * @param paths files and folders; the plans' folder where none is given
 */
export async function checkPlans(
  paths: readonly string[],
  { configuration, cache = true }: Checking = {},
): Promise<Checked> {
  const line = progressLine('Reading plans');
  const store = cache ? factsStore() : undefined;
  try {
    const read = await readPlans(plansFolders(paths), process.cwd(), store, line.update);
    line.end();
    if (read.files.length > many) setFlagsFromString('--heap-growing-percent=25');
    return await checkRead(read, configuration);
  } finally {
    store?.close();
  }
}

/** Lints plans that have been read, and says what could not be. */
export async function checkRead(
  { files, unreadable }: ReadPlans,
  configuration?: string,
): Promise<Checked> {
  const { settings, site } = await loadConfiguration(process.cwd(), configuration);
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
  const options = { settings, site: addressOf(site) };
  return { files, findings: await lint(files, options), failed: unreadable.length > 0, options };
}

/** Where plans are looked for: where the user says, or else in their own folder. */
export function plansFolders(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : [defaultPlansFolder];
}

/** Whether a finding is in one of some files, or leads to one. */
export function isAbout({ related, ...place }: Finding, files: ReadonlySet<string>): boolean {
  return [place, ...related].some(({ file }) => files.has(file));
}
