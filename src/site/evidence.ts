import type { Environment, Instance, IqFacts } from '../lifecycle/environment.ts';
import type { InstanceId } from '../lifecycle/kinds.ts';
import { byCodeUnit } from '../lifecycle/order.ts';
import type { Change, Plan, Report } from '../lifecycle/plan.ts';
import { upgradeDays } from '../lifecycle/upgrades.ts';

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

/** The evidence of one instance. */
export interface Evidence {
  readonly instance: Instance;
  readonly iq: RecordedIq | undefined;
  readonly changes: readonly RecordedChange[];
  /** The Configuration Reports of its environment. */
  readonly reports: readonly Report[];
  /** How many rows the reports span; 0 where an instance before it shows them already. */
  readonly reportRows: number;
}

/** The evidence of all instances that owe it or have it, in the order of the plan. */
export function evidenceOf(plan: Plan): Evidence[] {
  return plan.allEnvironments.filter(hasEvidence).flatMap((environment) =>
    environment.instances.map((instance, index) => ({
      instance,
      iq: iqOf(plan, instance),
      changes: changesTo(plan, instance),
      reports: environment.facts.reports ?? [],
      reportRows: index === 0 ? environment.instances.length : 0,
    })),
  );
}

/** Uncontrolled environments owe none; what they have all the same is not to be hidden. */
function hasEvidence({ kind, facts, instances }: Environment): boolean {
  return Boolean(
    kind?.controlled || facts.changes || facts.reports || instances.some(({ iq }) => iq),
  );
}

/** The IQ of an instance, if it has one. */
export function iqOf(plan: Plan, { iq, environment }: Instance): RecordedIq | undefined {
  if (!iq) return undefined;
  const lacksDocument = iq.document === undefined && plan.hasHappened(iq.date);
  const covered = environment.instances.filter((instance) => instance.iq === iq);
  return { facts: iq, lacksDocument, isShared: covered.length > 1 };
}

/** The changes to an instance after its IQ, in order; upgrades of PROD are among them. */
export function changesTo(plan: Plan, instance: Instance): RecordedChange[] {
  const { facts, kind } = instance.environment;
  const own = (facts.changes ?? []).filter((change) => concerns(change, instance)).map(recorded);
  const upgrades = kind?.id === 'prod' && instance.id ? upgradesOf(plan, instance.id) : [];
  return [...own, ...upgrades]
    .sort((a, b) => byCodeUnit(a.date ?? '', b.date ?? ''))
    .map((change) => {
      const isOwed = kind?.controlled === true && plan.hasHappened(change.date);
      return { ...change, lacksRecord: isOwed && change.ecr === undefined };
    });
}

type Written = Omit<RecordedChange, 'lacksRecord'>;

function concerns({ instances }: Change, { id }: Instance): boolean {
  return instances === undefined || instances === 'both' || id === undefined || instances === id;
}

function recorded({ date, ecr, summary = 'Change', ...facts }: Change): Written {
  const details = [
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
