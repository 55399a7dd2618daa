import { addressOf } from '../lint/configuration.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { type LintOptions, lint } from '../lint/lint.ts';
import {
  defaultPlansFolder,
  findFiles,
  type ReadPlans,
  readFound,
  readPlanAt,
} from '../source/discover.ts';
import { factsStore } from '../source/facts-home.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { progressLine } from './progress.ts';

export interface Checked {
  /** The plans that were linted. */
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
  /** Whether something could not be read; it has been said on standard error. */
  readonly failed: boolean;
  /** How the plans were linted. */
  readonly options: LintOptions;
  /** The configuration as it is written; undefined where nothing is set. */
  readonly configuration: Uint8Array | undefined;
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
  /** How a plan is read; as always when left out. */
  readonly read?: typeof readPlanAt;
  /** Which of the plans are linted, in the light of all; all of them when left out. */
  readonly part?: (plans: readonly PlanFile[]) => readonly PlanFile[];
}

/**
 * Reads and lints plans.
 *
 * @param paths files and folders; the plans' folder where none is given
 */
export async function checkPlans(
  paths: readonly string[],
  { configuration, cache = true, read: readAt = readPlanAt, part }: Checking = {},
): Promise<Checked> {
  const line = progressLine('Reading plans');
  const found = findFiles(plansFolders(paths), process.cwd());
  if (found.files.length > many) {
    process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=10');
  }
  const store = cache ? factsStore() : undefined;
  try {
    const read = readFound(found, (absolute, shown) => readAt(absolute, shown, store), line.update);
    line.end();
    return await checkRead(read, configuration, part);
  } finally {
    store?.close();
  }
}

/** Lints plans that have been read, and says what could not be. */
export async function checkRead(
  { files, unreadable }: ReadPlans,
  configuration?: string,
  part: Checking['part'] = (plans) => plans,
): Promise<Checked> {
  const { settings, site, bytes } = await loadConfiguration(process.cwd(), configuration);
  tellUnreadable(unreadable);
  const options = { settings, site: addressOf(site) };
  const linted = part(files);
  return {
    files: linted,
    findings: await lint(files, { ...options, only: new Set(linted) }),
    failed: unreadable.length > 0,
    options,
    configuration: bytes,
  };
}

/** Says on standard error what could not be read. */
export function tellUnreadable(unreadable: ReadPlans['unreadable']): void {
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
}

/** Where plans are looked for: where the user says, or else in their own folder. */
export function plansFolders(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : [defaultPlansFolder];
}

/** Whether a finding is in one of some files, or leads to one. */
export function isAbout({ related, ...place }: Finding, files: ReadonlySet<string>): boolean {
  return [place, ...related].some(({ file }) => files.has(file));
}
