import type { Environment, Instance, IqFacts } from '../lifecycle/environment.ts';
import { type InstanceId, instanceNames, type Kind } from '../lifecycle/kinds.ts';
import { byCodeUnit } from '../lifecycle/order.ts';
import type { Change, Plan, Report } from '../lifecycle/plan.ts';
import { upgradeDays } from '../lifecycle/upgrades.ts';
import { partyInWords } from './format/labels.ts';

/** A change to an instance, with the record that documents it. */
export interface RecordedChange {
  readonly date: string | undefined;
  readonly ecr: string | undefined;
  readonly summary: string;
  /** It has happened, and the record that change control asks for is not there. */
  readonly lacksRecord: boolean;
}

/** The IQ of an instance. */
export interface RecordedIq {
  readonly facts: IqFacts;
  /** It has taken place, and the document that change control asks for is not there. */
  readonly lacksDocument: boolean;
  /** Whether one IQ covers the pair. */
  readonly isShared: boolean;
}

/** The evidence of one instance; or of an environment, where none of its instances shows it. */
export interface Evidence {
  /** "VAL Main"; "VAL" for the environment. */
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly iq: RecordedIq | undefined;
  /** Change control asks for an IQ, and there is none. */
  readonly lacksIq: boolean;
  readonly changes: readonly RecordedChange[];
  /** The Configuration Reports of its environment. */
  readonly reports: readonly Report[];
  /** How many rows the reports span; 0 where a row before it shows them already. */
  readonly reportRows: number;
}

type Shown = Omit<Evidence, 'reports' | 'reportRows'>;

/** The evidence of all instances that owe it or have it, in the order of the plan. */
export function evidenceOf(plan: Plan): Evidence[] {
  return plan.allEnvironments.filter(hasEvidence).flatMap((environment) => {
    const reports = environment.facts.reports ?? [];
    const ofInstances = environment.instances.map((instance) => shownOf(plan, instance));
    const rows = [...ofInstances, remainderOf(plan, environment) ?? []].flat();
    return rows.map((row, index) => ({
      ...row,
      reports,
      reportRows: index === 0 ? rows.length : 0,
    }));
  });
}

/** Uncontrolled environments owe none; what they have all the same is not to be hidden. */
function hasEvidence({ kind, facts, instances }: Environment): boolean {
  return Boolean(
    kind?.controlled ||
      facts.iq ||
      facts.changes ||
      facts.reports ||
      instances.some(({ iq }) => iq),
  );
}

function shownOf(plan: Plan, instance: Instance): Shown {
  const { kind } = instance.environment;
  const iq = iqOf(plan, instance);
  const changes = changesTo(plan, instance);
  return { name: instance.name, kind, iq, lacksIq: !iq && kind?.controlled === true, changes };
}

/** What is written of an environment and of none of its instances: a pair may lack one, or both. */
export function remainderOf(plan: Plan, environment: Environment): Shown | undefined {
  const { name, kind, facts, instances } = environment;
  const isShown = instances.some((instance) => instance.iq === facts.iq);
  const iq = facts.iq && !isShown ? recordedIq(plan, facts.iq, false) : undefined;
  const others = (facts.changes ?? []).filter(
    (change) => !instances.some((instance) => concerns(change, instance)),
  );
  const isEmpty = instances.length === 0;
  if (!iq && others.length === 0 && !isEmpty) return undefined;
  const changes = inOrder(
    plan,
    kind,
    others.map((change) => recorded(change, changedIn(change))),
  );
  return { name, kind, iq, lacksIq: isEmpty && !iq && kind?.controlled === true, changes };
}

/** The IQ of an instance, if it has one. */
export function iqOf(plan: Plan, { iq, environment }: Instance): RecordedIq | undefined {
  if (!iq) return undefined;
  const covered = environment.instances.filter((instance) => instance.iq === iq);
  return recordedIq(plan, iq, covered.length > 1);
}

function recordedIq(plan: Plan, facts: IqFacts, isShared: boolean): RecordedIq {
  const lacksDocument = facts.document === undefined && plan.hasHappened(facts.date);
  return { facts, lacksDocument, isShared };
}

/** The changes to an instance after its IQ, in order; upgrades of PROD are among them. */
export function changesTo(plan: Plan, instance: Instance): RecordedChange[] {
  const { facts, kind } = instance.environment;
  const own = (facts.changes ?? [])
    .filter((change) => concerns(change, instance))
    .map((change) => recorded(change));
  const upgrades = kind?.id === 'prod' && instance.id ? upgradesOf(plan, instance.id) : [];
  return inOrder(plan, kind, [...own, ...upgrades]);
}

type Written = Omit<RecordedChange, 'lacksRecord'>;

function inOrder(plan: Plan, kind: Kind | undefined, changes: readonly Written[]) {
  return changes
    .toSorted((a, b) => byCodeUnit(a.date ?? '', b.date ?? ''))
    .map((change): RecordedChange => {
      const isOwed = kind?.controlled === true && plan.hasHappened(change.date);
      return { ...change, lacksRecord: isOwed && change.ecr === undefined };
    });
}

function concerns({ instances }: Change, { id }: Instance): boolean {
  return instances === undefined || instances === 'both' || id === undefined || instances === id;
}

/** Which instances a change names: "in Test". */
function changedIn({ instances }: Change): string | undefined {
  if (instances === undefined) return undefined;
  const names = Object.values(instanceNames);
  return `in ${instances === 'both' ? names.join(' and ') : instanceNames[instances]}`;
}

/** @param where which instances it names, where that is to be said */
function recorded({ date, ecr, summary = 'Change', ...facts }: Change, where?: string): Written {
  const details = [
    where,
    facts.size && `${facts.size} change`,
    facts.by && `made by ${partyInWords(facts.by)}`,
    facts.finding && `finding ${facts.finding}`,
    facts.requestedBy && `requested by ${facts.requestedBy}`,
    facts.approvedBy && `approved by ${facts.approvedBy}`,
  ].filter(Boolean);
  return { date, ecr, summary: details.length ? `${summary} (${details.join('; ')})` : summary };
}

function upgradesOf(plan: Plan, id: InstanceId): Written[] {
  return plan.upgrades.map((upgrade) => ({
    date: upgradeDays(upgrade)[id]?.date,
    ecr: upgrade.ecr,
    summary: `Upgrade to ${upgrade.release ?? 'another release'}`,
  }));
}
