import { instanceName } from '../../diagram/environments/names.ts';
import type { Environment } from '../../lifecycle/environment.ts';
import { eventsOf, type PlanEvent } from '../../lifecycle/events.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Place, Plan } from '../../lifecycle/plan.ts';
import { findingsOf } from '../../lifecycle/references.ts';
import { label, partyInWords } from '../format/labels.ts';
import { type Item, inOrder } from './item.ts';

const kinds: readonly PlanEvent['kind'][] = [
  'milestone',
  'configuration',
  'migration',
  'validation',
  'training',
];

/** What a plan has to be done in an environment, in the order of its days. */
export function agendaOf(plan: Plan, environment: Environment): Item[] {
  return inOrder([
    ...eventItems(plan, environment),
    ...activityItems(plan, environment),
    ...decisionItems(plan, environment),
    ...ssoItems(plan, environment),
  ]);
}

/** The changes to an environment, each with its ECR. */
export function changesOf({ facts }: Environment): Item[] {
  const changes = (facts.changes ?? []).map((change) => ({
    text: [change.ecr, where(change.instances)].filter(Boolean).join(', ') || 'Change',
    note: change.summary,
    from: moment(change, 'date'),
  }));
  return inOrder(changes);
}

function where(instances: 'main' | 'test' | 'both' | undefined): string | undefined {
  const names = { main: 'in Main', test: 'in Test', both: 'in Main and Test' };
  return instances && names[instances];
}

function eventItems(plan: Plan, environment: Environment): Item[] {
  // A chapter tells of these elsewhere: the life of the environment, and who gets in. Findings are for the plan itself.
  const elsewhere = new Set<object>([environment.facts, ...findingsOf(plan)]);
  return eventsOf(plan)
    .filter((event) => kinds.includes(event.kind) && homeOf(plan, event) === environment)
    .filter(({ moment: { record, key } }) => !elsewhere.has(record) && key !== 'mainAccess')
    .map((event) => ({ text: event.title, from: event.moment }));
}

/** What happens to the legacy database in the end belongs to the day on which PROD begins. */
function homeOf(plan: Plan, { environment, moment: { record } }: PlanEvent) {
  return record === plan.facts.migration ? plan.ofKind('prod')[0] : environment;
}

function activityItems(plan: Plan, environment: Environment): Item[] {
  return plan.activities.flatMap((activity) => {
    const place = plan.place(activity.instance);
    if (place?.environment !== environment) return [];
    const { activity: what = 'activity', owner, summary } = activity;
    return {
      text: [label(what), inInstance(place), owner && `by ${partyInWords(owner)}`]
        .filter(Boolean)
        .join(' '),
      note: summary,
      from: moment(activity, 'from'),
      to: moment(activity, 'to'),
    };
  });
}

/** Decisions are configured in Pre-PROD. */
function decisionItems(plan: Plan, environment: Environment): Item[] {
  if (environment !== plan.ofKind('pre-prod')[0]) return [];
  return plan.decisions.map((decision) => ({
    text: ['Configure decision', decision.id].filter(Boolean).join(' '),
    note: decision.summary,
    from: moment(decision, 'applied'),
  }));
}

function ssoItems(plan: Plan, environment: Environment): Item[] {
  return (plan.facts.integrations?.sso ?? []).flatMap((sso) => {
    const place = plan.place(sso.instance);
    if (place?.environment !== environment) return [];
    const named = (text: string) => [text, inInstance(place)].filter(Boolean).join(' ');
    const note = sso.ticket && `Ticket ${sso.ticket}`;
    return [
      { text: named('Single sign-on'), note, from: moment(sso, 'enabled') },
      { text: named('Test of electronic signatures'), from: moment(sso, 'signaturesTested') },
    ];
  });
}

function inInstance({ instance }: Place): string | undefined {
  const name = instance && instanceName(instance);
  return name ? `in ${name}` : undefined;
}
