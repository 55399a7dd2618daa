import type { Environment, IqFacts } from './environment.ts';
import { iterationsOf } from './migration.ts';
import { earliest, type Moment, moment } from './moments.ts';
import { perPlan } from './per-plan.ts';
import type { Plan, Upgrade } from './plan.ts';
import { upgradeDays } from './upgrades.ts';

/** A number that stands for evidence. */
export interface Document {
  readonly type: 'iq' | 'ecr' | 'validation-report' | 'acceptance' | 'qc-report';
  /** The record and the key under which the number is written. */
  readonly record: object;
  readonly key: string;
  readonly number: string;
  /** What it is evidence of, such as "the IQ of VAL Test". */
  readonly subject: string;
  /** The day of what it is evidence of. */
  readonly day: Moment | undefined;
}

/** "the IQ of VAL Test on 2026-05-13": what a document is evidence of, with its day. */
export function subjectOf({ subject, day }: Document): string {
  return day ? `${subject} on ${day.date}` : subject;
}

/** The numbered documents of a plan. */
export const documentsOf = perPlan((plan): readonly Document[] => [...numbered(plan)]);

function* numbered(plan: Plan): Generator<Document> {
  for (const environment of plan.environments) {
    yield* iqDocuments(environment);
    yield* changeRecords(environment);
  }
  yield* migrationDocuments(plan);
  for (const validation of plan.validations) {
    const { environment: id, report: number } = validation;
    if (number === undefined) continue;
    const name = plan.environment(id)?.name;
    const subject = `the completion of the validation${name ? ` in ${name}` : ''}`;
    const day = moment(validation, 'completed');
    yield { type: 'validation-report', record: validation, key: 'report', number, subject, day };
  }
  for (const upgrade of plan.upgrades) {
    const { ecr: number, release } = upgrade;
    if (number === undefined) continue;
    const subject = release ? `the upgrade to ${release}` : 'the upgrade';
    yield { type: 'ecr', record: upgrade, key: 'ecr', number, subject, day: firstDay(upgrade) };
  }
}

function* iqDocuments({ name, facts, instances }: Environment): Generator<Document> {
  const own = instances.filter(({ id }) => id !== undefined);
  for (const { name: qualified, iq } of [
    { name, iq: facts.iq },
    ...own.map((instance) => ({ name: instance.name, iq: instance.facts.iq })),
  ]) {
    if (iq?.document !== undefined) yield iqDocument(iq, iq.document, qualified);
  }
}

function iqDocument(iq: IqFacts, number: string, name: string): Document {
  const subject = `the IQ of ${name}`;
  return { type: 'iq', record: iq, key: 'document', number, subject, day: moment(iq, 'date') };
}

function* changeRecords({ name, facts }: Environment): Generator<Document> {
  for (const change of facts.changes ?? []) {
    const { ecr: number } = change;
    if (number === undefined) continue;
    const subject = `the change of ${name}`;
    yield { type: 'ecr', record: change, key: 'ecr', number, subject, day: moment(change, 'date') };
  }
}

function* migrationDocuments(plan: Plan): Generator<Document> {
  for (const { number: load, iteration } of iterationsOf(plan)) {
    const { qcReport: number } = iteration;
    if (number === undefined) continue;
    const subject = `load ${load} of the migration`;
    const day = moment(iteration, 'loaded');
    yield { type: 'qc-report', record: iteration, key: 'qcReport', number, subject, day };
  }
  const acceptance = plan.facts.migration?.acceptance;
  if (acceptance?.document === undefined) return;
  yield {
    type: 'acceptance',
    record: acceptance,
    key: 'document',
    number: acceptance.document,
    subject: 'the acceptance of the migration scripts',
    day: moment(acceptance, 'date'),
  };
}

/** The first day on which one of PROD's instances was upgraded. */
function firstDay(upgrade: Upgrade): Moment | undefined {
  const { main, test } = upgradeDays(upgrade);
  return earliest([main, test]);
}
