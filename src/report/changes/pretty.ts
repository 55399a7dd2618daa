import { type ChangedPlan, inOneLine, type PlanChange } from '../../diff/index.ts';
import { counted, printable } from '../../lifecycle/words.ts';
import { type Paint, painter } from '../paint.ts';
import type { Style } from '../report.ts';
import { wrap } from '../wrap.ts';
import { type Compared, fatesOf, isFirst, type Side, summaryOf } from './report.ts';

/** For people: plan by plan, what is to be looked at first with a mark. */
export function pretty(compared: Compared, style: Style): string {
  const paint = painter(style);
  const blocks = compared.plans.map((plan) => block(plan, paint));
  return `${[...blocks, closing(compared, paint)].join('\n')}\n`;
}

function block({ before, after, customer, status, changes }: ChangedPlan, paint: Paint): string {
  const file = printable(after?.file ?? before?.file ?? '');
  const fate = status === 'changed' ? '' : `  ${status}`;
  const head = `${paint('bold', file)}  ${printable(customer)}${fate}`;
  return [head, ...changes.flatMap((change) => lines(change, paint)), ''].join('\n');
}

function lines(change: PlanChange, paint: Paint): string[] {
  const mark = isFirst(change) ? paint('red', '!') : ' ';
  const [first = '', ...rest] = wrap(inOneLine(change), 96);
  return [`  ${mark} ${first}`, ...rest.map((line) => `      ${line}`)];
}

function closing(compared: Compared, paint: Paint): string {
  const { plans, changes, first } = summaryOf(compared);
  const where = `from ${shown(compared.before)} to ${shown(compared.after)}`;
  if (plans === 0) return paint('red', 'No plan was compared');
  if (changes === 0) return paint('green', `${counted(plans, 'plan')}, nothing changed ${where}`);
  const marked = first > 0 ? `, ${first} to be looked at first (!)` : '';
  return `${fatesOf(compared)} ${where}: ${counted(changes, 'change')}${marked}`;
}

function shown({ name, commit }: Side): string {
  return commit === null ? printable(name) : `${printable(name)} (${commit.slice(0, 10)})`;
}
