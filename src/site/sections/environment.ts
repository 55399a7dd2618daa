import type { Environment, EnvironmentFacts } from '../../lifecycle/environment.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { endingOf, releaseOf, startOf, stateOf } from '../../lifecycle/state.ts';
import { label } from '../format/labels.ts';
import { stateWord } from '../instance-life.ts';
import { isPlanned } from '../planned.ts';
import { address } from './address.ts';
import type { FactsBlock, TableBlock } from './blocks.ts';
import { cell, code, day, facts, head, line, type Part, place, strong, words } from './pieces.ts';

/** What the state of an environment on the status date is called; undefined where it cannot be told. */
export function stateName(plan: Plan, environment: Environment): string | undefined {
  const state = stateOf(plan, environment);
  return state && stateWord(state, endingOf(environment)?.by);
}

/** What a plan says of an environment as a whole. */
export function environmentFacts(plan: Plan, environment: Environment): FactsBlock {
  const { facts: written, kind, life } = environment;
  const promoted = kind?.id === 'pre-prod' ? life.end?.date : undefined;
  // What a date is called once it has come, and while it is planned.
  const dates = [
    ['Created', 'To be created', startOf(environment)?.date],
    ['Volunteers’ data obfuscated', 'Volunteers’ data to be obfuscated', written.obfuscated],
    ['Configuration final', 'Configuration to be final', written.configurationFinal],
    ['Access since', 'Access from', written.access],
    ['Promoted', 'To be promoted', promoted],
    ['Destroyed', 'To be destroyed', written.destroyed],
  ] as const;
  return facts(
    ['Cloned from', place(written.clonedFrom, plan)],
    ['Promoted from', place(written.promotedFrom, plan)],
    ...dates.map(
      ([past, planned, date]) => [isPlanned(plan, date) ? planned : past, day(date, plan)] as const,
    ),
    ['Release', releaseOf(plan, environment)],
    ['Build', code(written.build)],
    ['Requested', ...requested(plan, written.request)],
  );
}

/** What was asked of the service desk for an environment. */
function requested(plan: Plan, request: EnvironmentFacts['request']): Part[] {
  if (!request) return [];
  const { ticket, release, build, starts, ends, sso, labTestEnvironment } = request;
  const wanted = [
    ticket && `ticket ${ticket}`,
    release && `release ${release}`,
    build && `build ${build}`,
    sso === undefined ? undefined : sso ? 'with single sign-on' : 'without single sign-on',
    labTestEnvironment === undefined
      ? undefined
      : `${labTestEnvironment ? 'with' : 'without'} a lab test environment`,
  ].filter((part) => part !== undefined);
  const [from, to] = [day(starts, plan), day(ends, plan)];
  return [wanted.join(', '), ...(from ? ['from', from] : []), ...(to ? ['to', to] : [])];
}

/** The instances of an environment: address, release, data, creation and IQ of each. */
export function instancesTable(plan: Plan, environment: Environment): TableBlock | undefined {
  const { instances, kind, name } = environment;
  if (instances.length === 0) return undefined;
  const isControlled = instances.some(({ iq }) => iq) || kind?.controlled;
  const rows = instances.map((instance) => [
    head(words(instance.name)),
    cell(address(instance.facts.url)),
    cell(releaseOf(plan, instance)),
    cell(instance.facts.data && label(instance.facts.data)),
    cell(day(instance.created?.date, plan)),
    ...(isControlled
      ? [cell(strong(instance.iq?.document), day(instance.iq?.date, plan) ?? line())]
      : []),
  ]);
  const columns = [
    'Instance',
    'Address',
    'Release',
    'Data',
    'Created',
    ...(isControlled ? ['IQ'] : []),
  ];
  return { type: 'table', label: `Instances of ${name}`, columns, rows };
}
