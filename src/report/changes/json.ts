import { type ChangedPlan, inOneLine, type PlanChange } from '../../diff/index.ts';
import { type Compared, summaryOf } from './report.ts';

/** One JSON object, its shape promised under `version`. */
export function json(compared: Compared): string {
  const { before, after, plans } = compared;
  const report = {
    version: 1,
    before: sideOf(before),
    after: sideOf(after),
    plans: plans.map(planOf),
    summary: summaryOf(compared),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function sideOf({ name, commit }: Compared['before']) {
  return { name, commit };
}

function planOf({ id, customer, status, before, after, changes }: ChangedPlan) {
  return {
    id,
    customer,
    status,
    file: after?.file ?? null,
    previousFile: before?.file ?? null,
    changes: changes.map(changeOf),
  };
}

function changeOf(change: PlanChange) {
  const { type, topic, weight, path, before, after, days, events } = change;
  const message = inOneLine(change);
  return { type, topic, weight, message, path, before, after, days, events };
}
