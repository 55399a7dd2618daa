import type { Environment, Instance } from './environment.ts';
import { iterationsOf, type Migration, type NumberedIteration } from './migration.ts';
import { earliest, type Moment, moment } from './moments.ts';
import { perPlan } from './per-plan.ts';
import type { Change, Plan, Upgrade, Validation } from './plan.ts';
import { upgradeDays } from './upgrades.ts';

/** A number that stands for evidence. */
export interface Document {
  readonly type: 'iq' | 'ecr' | 'validation-report' | 'acceptance' | 'qc-report';
  /** The record and the key under which the number is written. */
  readonly record: object;
  readonly key: string;
  readonly number: string;
  /** What it is evidence of, such as "the IQ of VAL Test". Of most it need not be said. */
  subject(): string;
  /** The day of what it is evidence of. */
  readonly day: Moment | undefined;
}

/** "the IQ of VAL Test on 2026-05-13": what a document is evidence of, with its day. */
export function subjectOf({ subject, day }: Document): string {
  return day ? `${subject()} on ${day.date}` : subject();
}

/** The numbered documents of a plan. */
export const documentsOf = perPlan((plan): readonly Document[] =>
  [
    ...plan.environments.flatMap(documentsIn),
    ...iterationsOf(plan).map(qcReport),
    acceptance(plan.facts.migration),
    ...plan.validations.map((validation) => validationReport(plan, validation)),
    ...plan.upgrades.map(upgradeRecord),
  ].filter((document) => document !== undefined),
);

function documentsIn(environment: Environment): (Document | undefined)[] {
  const { facts, main, test } = environment;
  const changes = facts.changes ?? [];
  return [
    iqDocument(environment),
    main && iqDocument(main),
    test && iqDocument(test),
    ...changes.map((change) => changeRecord(environment, change)),
  ];
}

function iqDocument({ name, facts: { iq } }: Environment | Instance): Document | undefined {
  if (iq?.document === undefined) return undefined;
  const subject = () => `the IQ of ${name}`;
  const day = moment(iq, 'date');
  return { type: 'iq', record: iq, key: 'document', number: iq.document, subject, day };
}

function changeRecord({ name }: Environment, change: Change): Document | undefined {
  const { ecr: number } = change;
  if (number === undefined) return undefined;
  const subject = () => `the change of ${name}`;
  return { type: 'ecr', record: change, key: 'ecr', number, subject, day: moment(change, 'date') };
}

function qcReport({ number: load, iteration }: NumberedIteration): Document | undefined {
  const { qcReport: number } = iteration;
  if (number === undefined) return undefined;
  const subject = () => `load ${load} of the migration`;
  const day = moment(iteration, 'loaded');
  return { type: 'qc-report', record: iteration, key: 'qcReport', number, subject, day };
}

function acceptance(migration: Migration | undefined): Document | undefined {
  const record = migration?.acceptance;
  if (record?.document === undefined) return undefined;
  const subject = () => 'the acceptance of the migration scripts';
  const day = moment(record, 'date');
  return { type: 'acceptance', record, key: 'document', number: record.document, subject, day };
}

function validationReport(plan: Plan, validation: Validation): Document | undefined {
  const { report: number } = validation;
  if (number === undefined) return undefined;
  const name = plan.environment(validation.environment)?.name;
  const subject = () => `the completion of the validation${name ? ` in ${name}` : ''}`;
  const day = moment(validation, 'completed');
  return { type: 'validation-report', record: validation, key: 'report', number, subject, day };
}

function upgradeRecord(upgrade: Upgrade): Document | undefined {
  const { ecr: number, release } = upgrade;
  if (number === undefined) return undefined;
  const subject = () => (release ? `the upgrade to ${release}` : 'the upgrade');
  return { type: 'ecr', record: upgrade, key: 'ecr', number, subject, day: firstDay(upgrade) };
}

/** The first day on which one of PROD's instances was upgraded. */
function firstDay(upgrade: Upgrade): Moment | undefined {
  const { main, test } = upgradeDays(upgrade);
  return earliest([main, test]);
}
