import fc from 'fast-check';
import type { Validation } from '../../../src/lifecycle/plan.ts';
import { days, maybe, position, some, text } from './arbitraries.ts';
import { addDays, between, type Writing } from './writing.ts';

const findingChoices = fc.record({
  severity: fc.constantFrom('minor' as const, 'major' as const, 'critical' as const),
  opened: position,
  after: maybe(days(40)),
  summary: maybe(text),
});

const cycleChoices = fc.record({
  started: position,
  lasts: days(60),
  owner: fc.constantFrom(undefined, 'customer' as const),
  findings: some(findingChoices, 3),
});

/** The validations in one VAL: the first, any further ones, and how the scope is shared out. */
export const validationChoices = fc.record({
  first: cycleChoices,
  others: some(cycleChoices, 2),
  scope: fc.constantFrom('whole', 'first', 'last', 'shared'),
  more: fc.subarray(['dashboards', 'reports', 'integrations', 'our own reports']),
});

export type ValidationChoices = typeof validationChoices extends fc.Arbitrary<infer T> ? T : never;
type CycleChoices = ValidationChoices['first'];
type Finding = NonNullable<Validation['findings']>[number];

/** A VAL, as far as its validations have to keep to it. */
export interface Validated {
  readonly val: string;
  /** The first day on which a validation may start, and the last for the first of them. */
  readonly first: string;
  readonly latestStart: string;
}

/** The validations of a VAL without what depends on what comes after them. */
export function validationsIn(
  { val, first, latestStart }: Validated,
  choices: ValidationChoices,
): Validation[] {
  const cycles = [choices.first, ...choices.others];
  return cycles.map((cycle, index): Validation => {
    const last = index === 0 ? latestStart : addDays(latestStart, 60);
    const started = between(first, last, cycle.started);
    return {
      environment: val,
      started,
      completed: addDays(started, cycle.lasts),
      owner: cycle.owner,
      scope: scopeOf(choices, index, cycles.length),
    };
  });
}

/** Adds reports and findings, once it is known when Pre-PROD is promoted or PROD upgraded. */
export function withFindings(
  validations: readonly Validation[],
  choices: ValidationChoices,
  promotion: string,
  writing: Writing,
): Validation[] {
  const cycles = [choices.first, ...choices.others];
  return validations.map((validation, index) => {
    const { started = '', completed = '' } = validation;
    const findings = cycles[index]?.findings.map((finding, number) =>
      findingOf(finding, `F-${index + 1}.${number + 1}`, started, promotion, writing),
    );
    const report = writing.document('VR', completed);
    return { ...validation, report, findings: findings?.length ? findings : undefined };
  });
}

function findingOf(
  { severity, opened, after, summary }: CycleChoices['findings'][number],
  id: string,
  started: string,
  promotion: string,
  writing: Writing,
): Finding {
  const day = between(started, promotion, opened);
  const resolved = after === undefined ? undefined : addDays(day, after);
  const finding = { id, severity, opened: day, resolved, summary };
  if (severity === 'minor') return finding;
  // A grave finding is resolved by the promotion, or at least nobody has promoted over it yet.
  if (resolved === undefined && !writing.happened(promotion)) return finding;
  return { ...finding, resolved: between(day, promotion, (after ?? 0) / 40) };
}

const lifecycle = ['study-build', 'study-test', 'study-publish'];

function scopeOf({ scope, more }: ValidationChoices, index: number, count: number) {
  const whole = [...lifecycle, ...more];
  if (scope === 'shared' && count > 1) {
    const share = whole.filter((_, part) => part % count === index);
    return share.length ? share : undefined;
  }
  if (scope === 'first') return index === 0 ? whole : undefined;
  if (scope === 'last') return index === count - 1 ? whole : ['dashboards'];
  return whole;
}

export function completionOf(validations: readonly Validation[]): string {
  const dates = validations.map(({ completed = '' }) => completed).sort();
  return dates.at(-1) ?? '';
}
