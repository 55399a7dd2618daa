import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { moment } from '../../lifecycle/moments.ts';
import { type Origin, originOf } from '../../lifecycle/origin.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { type Ending, endingOf, releaseOf, type State, stateOf } from '../../lifecycle/state.ts';
import { iqInWords } from './facts.ts';
import { instanceName, sectionOf, shownName } from './names.ts';

/**
 * An instance of a plan, as the environment diagram shows it: a row of the table beside it. Dates are
 * `YYYY-MM-DD`; texts may be the plan's own. Undefined is what the plan does not say.
 */
export interface EnvironmentRow {
  /** "VAL", "VAL val-27-1". */
  readonly environment: string;
  /** The address of its section on the plan's page. */
  readonly href: string;
  /** "Main" or "Test"; undefined for single environments, and for a pair without instances. */
  readonly instance: string | undefined;
  /** The environment it came from. */
  readonly from: string | undefined;
  readonly how: Origin['how'];
  readonly created: string | undefined;
  /** The day the customer's users get into what IQVIA keeps. */
  readonly access: string | undefined;
  readonly ends: { readonly date: string; readonly by: Ending['by'] } | undefined;
  /** On the status date. */
  readonly release: string | undefined;
  /** "IQ 20 Feb 2026", "IQ planned 20 Feb 2026", "IQ not dated"; undefined without change control. */
  readonly changeControl: string | undefined;
  readonly state: State | undefined;
}

/** The table twin of the environment diagram: one row for each instance, in the plan's order. */
export function environmentRows(plan: Plan): EnvironmentRow[] {
  return plan.allEnvironments.flatMap((environment) => {
    const { instances } = environment;
    if (instances.length === 0) return [row(plan, environment, environment)];
    return instances.map((instance) => row(plan, environment, instance));
  });
}

function row(
  plan: Plan,
  environment: Environment,
  subject: Environment | Instance,
): EnvironmentRow {
  const instance = 'environment' in subject ? subject : undefined;
  const ending = endingOf(environment);
  const { how, from } = originOf(environment, instance);
  return {
    environment: shownName(environment),
    href: sectionOf(environment),
    instance: instance?.id && instanceName(instance),
    from: from === undefined ? undefined : nameOf(plan, from),
    how,
    created: subject.created?.date,
    access: moment(environment.facts, 'access')?.date,
    ends: ending && { date: ending.at.date, by: ending.by },
    release: releaseOf(plan, subject),
    changeControl: iqInWords(plan, subject),
    state: stateOf(plan, subject),
  };
}

/** A plan may name an environment that it does not have: then as it is written. */
function nameOf(plan: Plan, id: string): string {
  const environment = plan.environment(id);
  return environment ? shownName(environment) : id;
}
