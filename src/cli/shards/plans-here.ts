import { statSync } from 'node:fs';
import { escaped } from '../../lifecycle/words.ts';
import { defaultConfigurationFile, loadConfiguration } from '../../lint/configuration-file.ts';
import type { ReportedFile } from '../../report/report.ts';
import { attachmentsBeside } from '../../source/attachments.ts';
import { bytesAt, type ReadPlans, readFiles } from '../../source/discover.ts';
import { readText } from '../../source/plan-file.ts';
import { Lines } from '../../source/text.ts';
import { progressLine } from '../progress.ts';
import { hashOf, portfolioOf } from './portfolio.ts';
import type { NamedReport } from './shard-reports.ts';
import { some } from './some.ts';

/** A plan that has been checked elsewhere: its text is there to be shown, and nothing is read of it. */
export class CheckedPlan implements ReportedFile {
  readonly file: string;
  readonly hash: string;
  /** Where it lies. */
  readonly absolute: string;
  readonly #text: string;
  #lines: Lines | undefined;

  constructor(absolute: string, file: string) {
    const { bytes, size } = bytesAt(absolute);
    this.absolute = absolute;
    this.file = file;
    this.hash = hashOf(bytes, size);
    this.#text = readText(file, bytes, size).text;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.#text);
    return this.#lines;
  }
}

/** The plans at some paths, as {@link readFiles} finds them. */
export function plansHere(paths: readonly string[]): ReadPlans<CheckedPlan> {
  const line = progressLine('Reading plans');
  const read = (absolute: string, shown: string) => new CheckedPlan(absolute, shown);
  const found = readFiles(paths, process.cwd(), read, line.update);
  line.end();
  return found;
}

/** What a report names may be a pipe, and nothing may ever come out of it. */
function refusePipe(config: string): void {
  const stats = statSync(config, { throwIfNoEntry: false });
  if (!stats || stats.isFile()) return;
  throw new Error(
    `The configuration ${escaped(config)}, which the shards were given, is no file, so nobody can tell whether it is the same here. Give the shards one that is.`,
  );
}

/**
 * Refuses plans that are not those which the shards have checked.
 *
 * @throws {Error} which tells what is different
 */
export async function refuseOtherPlans(
  plans: readonly CheckedPlan[],
  reports: readonly NamedReport[],
  { config, portfolio }: NamedReport['shard'],
): Promise<void> {
  const here = new Map(plans.map((plan) => [plan.file, plan]));
  const differences = [...differentPlans(here, reports), ...differentAttachments(here, reports)];
  if (config !== null) refusePipe(config);
  const { bytes } = await loadConfiguration(process.cwd(), config ?? undefined);
  const hashes = new Map(plans.map(({ file, hash }) => [file, hash]));
  const isSame = portfolioOf(hashes, bytes).hash === portfolio.hash;
  if (differences.length === 0 && isSame) return;
  const what =
    differences.length > 0
      ? some(differences)
      : `${escaped(config ?? defaultConfigurationFile)} has changed`;
  throw new Error(
    `What is here is not what the shards have checked: ${what}. ` +
      'Reports would show other lines, and what nobody has checked would pass. Merge where the same commit is checked out, with the same files beside the plans, or run the shards again.',
  );
}

function differentPlans(
  here: ReadonlyMap<string, CheckedPlan>,
  reports: readonly NamedReport[],
): string[] {
  const checked = new Map(reports.flatMap(({ shard }) => Object.entries(shard.plans)));
  const fresh = [...here.keys()].filter((file) => !checked.has(file));
  const changed = [...checked].flatMap(([file, hash]) => {
    const plan = here.get(file);
    if (!plan) return `${escaped(file)} is missing`;
    return plan.hash === hash ? [] : `${escaped(file)} has changed`;
  });
  return [...changed, ...fresh.map((file) => `${escaped(file)} is new`)];
}

function differentAttachments(
  here: ReadonlyMap<string, CheckedPlan>,
  reports: readonly NamedReport[],
): string[] {
  const told = reports.flatMap(({ shard }) => Object.entries(shard.attachments));
  return told.flatMap(([file, attachments]) => {
    const plan = here.get(file);
    if (!plan) return [];
    const beside = attachmentsBeside(plan.absolute);
    return Object.entries(attachments)
      .filter(([path, found]) => beside.inspect(path) !== found)
      .map(([path]) => `${escaped(path)} beside ${escaped(file)} has changed`);
  });
}
