import type { Environment, Instance, IqFacts } from '../../lifecycle/environment.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { endingOf, startOf, stateOf } from '../../lifecycle/state.ts';
import { dateSpan, fullDate } from '../dates.ts';

type Subject = Environment | Instance;

/** "exists", "ended", "planned"; "not dated" where the plan does not say enough. */
export function stateInWords(plan: Plan, subject: Subject): string {
  return stateOf(plan, subject) ?? 'not dated';
}

/**
 * The days on which something exists: "14 Jan – 18 Sep 2026", "since 17 Aug 2026". Of what IQVIA
 * keeps, a plan dates only when the customer's users get in.
 *
 * @returns undefined where the plan has no date
 */
export function lifeInWords(plan: Plan, subject: Subject): string | undefined {
  const environment = environmentOf(subject);
  const access = moment(environment.facts, 'access')?.date;
  if (access) {
    return `access ${plan.hasHappened(access) ? 'since' : 'planned'} ${fullDate(access)}`;
  }
  const start = startOf(subject)?.date;
  const end = endingOf(environment)?.at.date;
  if (start && end && start <= end) return dateSpan(start, end);
  if (start && end) return `from ${fullDate(start)}, until ${fullDate(end)}`;
  if (end) return `until ${fullDate(end)}`;
  return start && `${plan.hasHappened(start) ? 'since' : 'from'} ${fullDate(start)}`;
}

/**
 * The IQ of an environment or instance: "IQ 20 Feb 2026", "IQ planned 20 Feb 2026", "IQ not dated".
 *
 * @returns undefined where none is needed and none is written
 */
export function iqInWords(plan: Plan, subject: Subject): string | undefined {
  const date = iqOf(subject)?.date;
  if (date) return `IQ ${plan.hasHappened(date) ? '' : 'planned '}${fullDate(date)}`;
  return environmentOf(subject).kind?.controlled ? 'IQ not dated' : undefined;
}

function iqOf(subject: Subject): IqFacts | undefined {
  return 'environment' in subject ? subject.iq : subject.facts.iq;
}

function environmentOf(subject: Subject): Environment {
  return 'environment' in subject ? subject.environment : subject;
}
