import { byCodeUnit } from '../lifecycle/order.ts';
import { folded, quote } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { findingChanges } from './finding-changes.ts';
import { inReadingOrder, type PlanChange } from './plan-change.ts';
import { fileChanges } from './plan-changes.ts';

/** All plans at one time, with what the linter says of them. */
export interface PortfolioVersion {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
}

/** A plan that is not what it was. */
export interface ChangedPlan {
  readonly status: 'added' | 'removed' | 'renamed' | 'changed';
  /** The plan's id and its customer's name; of a plan that is gone, those that it had. */
  readonly id: string;
  readonly customer: string;
  readonly before: PlanFile | undefined;
  readonly after: PlanFile | undefined;
  readonly changes: readonly PlanChange[];
}

export interface PortfolioChanges {
  /** By their ids. */
  readonly plans: readonly ChangedPlan[];
  /** How many plans there are in the two versions together, each once. */
  readonly compared: number;
}

/** What has changed from one version of some plans to another. */
export function portfolioChanges(
  before: PortfolioVersion,
  after: PortfolioVersion,
): PortfolioChanges {
  const findingsOf = findingsByFile(before, after);
  const pairs = paired(before.files, after.files);
  const plans = pairs.map(([was, is]): ChangedPlan => {
    const file = is ?? was;
    return {
      status: !was ? 'added' : !is ? 'removed' : was.id !== is.id ? 'renamed' : 'changed',
      id: file?.id ?? '',
      customer: file?.plan?.customer ?? file?.id ?? '',
      before: was,
      after: is,
      changes: inReadingOrder([...versionChanges(was, is), ...findingsOf(was, is)]),
    };
  });
  return {
    plans: plans.filter(({ changes }) => changes.length > 0).sort(byId),
    compared: pairs.length,
  };
}

/** What has changed from one file to another, taken for versions of one plan whatever their names. */
export function changesOfFiles(
  before: PortfolioVersion,
  after: PortfolioVersion,
): PortfolioChanges {
  const [was] = before.files;
  const [is] = after.files;
  if (!was || !is) return portfolioChanges(before, after);
  const findingsOf = findingsByFile(before, after);
  const changes = inReadingOrder([...fileChanges(was, is), ...findingsOf(was, is)]);
  const { id } = is;
  const customer = is.plan?.customer ?? id;
  const plan: ChangedPlan = { status: 'changed', id, customer, before: was, after: is, changes };
  return { plans: changes.length > 0 ? [plan] : [], compared: 1 };
}

/** The findings that came and went with a file; those of a plan that is gone are gone with it. */
function findingsByFile(before: PortfolioVersion, after: PortfolioVersion) {
  const was = Map.groupBy(before.findings, ({ file }) => file);
  const is = Map.groupBy(after.findings, ({ file }) => file);
  return (old: PlanFile | undefined, now: PlanFile | undefined): PlanChange[] =>
    now ? findingChanges(was.get(old?.file ?? '') ?? [], is.get(now.file) ?? []) : [];
}

type Pair = readonly [before: PlanFile | undefined, after: PlanFile | undefined];

/** A plan is the same by its file, by its id, and at last by its customer. */
function paired(before: readonly PlanFile[], after: readonly PlanFile[]): Pair[] {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: Pair[] = [];
  const customer = ({ plan }: PlanFile) => plan?.facts.customer && folded(plan.facts.customer);
  for (const key of [({ file }: PlanFile) => file, ({ id }: PlanFile) => id, customer]) {
    const waiting = Map.groupBy(right, key);
    for (const file of [...left]) {
      const name = key(file);
      const counterpart = name === undefined ? undefined : waiting.get(name)?.shift();
      if (!counterpart) continue;
      pairs.push([file, counterpart]);
      left.delete(file);
      right.delete(counterpart);
    }
  }
  return [
    ...pairs,
    ...[...left].map((file): Pair => [file, undefined]),
    ...[...right].map((file): Pair => [undefined, file]),
  ];
}

/** What has changed from one version of a plan to another, its name and its coming and going included. */
export function versionChanges(
  before: PlanFile | undefined,
  after: PlanFile | undefined,
): PlanChange[] {
  if (before && after) return [...placeChange(before, after), ...fileChanges(before, after)];
  if (after) return [ofPlan('added', 'normal', `added${summary(after)}`)];
  return before ? [ofPlan('removed', 'high', `removed${summary(before)}`)] : [];
}

function placeChange(before: PlanFile, after: PlanFile): PlanChange[] {
  if (before.id !== after.id) {
    const how = `renamed from ${quote(before.id)} to ${quote(after.id)}`;
    return [ofPlan('changed', 'normal', how, before.id, after.id)];
  }
  if (before.file === after.file) return [];
  const how = `moved from ${quote(before.file)} to ${quote(after.file)}`;
  return [ofPlan('changed', 'normal', how, before.file, after.file)];
}

function ofPlan(
  type: PlanChange['type'],
  weight: PlanChange['weight'],
  how: string,
  before: string | null = null,
  after: string | null = null,
): PlanChange {
  return { type, topic: 'plan', weight, what: 'The plan', how, path: null, before, after };
}

function summary({ plan }: PlanFile): string {
  if (!plan) return '; its data cannot be read';
  const { statusDate, goLive } = plan.facts;
  const dates = [
    ...(statusDate ? [`status date ${statusDate}`] : []),
    ...(goLive ? [`go-live ${goLive}`] : []),
  ];
  return dates.length > 0 ? ` (${dates.join(', ')})` : '';
}

function byId(a: ChangedPlan, b: ChangedPlan): number {
  return byCodeUnit(a.id, b.id);
}
