import type { Environment } from '../../lifecycle/environment.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import type { Plan, Transfer } from '../../lifecycle/plan.ts';
import { startOf } from '../../lifecycle/state.ts';
import { dateSpan, fullDate } from '../dates.ts';
import type { EdgeKind } from './flowchart.ts';

/** What leads from one environment to another. Its edge ends at the pair, lest it crosses a title. */
export interface Passage {
  readonly kind: EdgeKind;
  readonly from: Environment;
  readonly to: Environment;
  /** What passes. */
  readonly lines: readonly string[];
  /** When, where the boxes do not say it already: in pieces that a narrow label has below each other. */
  readonly when?: readonly string[];
}

/** All that leads from one environment of a plan to another, in the order of the lifecycle. */
export function passagesOf(plan: Plan): Passage[] {
  return [...transfers(plan), ...clones(plan), ...promotions(plan), ...migrations(plan)];
}

const contents: Readonly<Record<NonNullable<Transfer['what']>, string>> = {
  configuration: 'configuration',
  'crf-elements': 'CRF elements',
  'study-library': 'study library',
  'study-design': 'study design',
};

const ways: Readonly<Record<NonNullable<Transfer['method']>, { kind: EdgeKind; words: string }>> = {
  'by-hand': { kind: 'by-hand', words: 'by hand' },
  'odm-xml': { kind: 'odm-xml', words: 'as ODM XML' },
  'study-export': { kind: 'carried', words: 'by study export' },
  copy: { kind: 'carried', words: 'as a copy' },
  automatic: { kind: 'carried', words: 'automatically' },
};

/** Transfers of one way between two environments are one edge; within a pair they are none. */
function transfers(plan: Plan): Passage[] {
  const groups = new Map<string, { from: Environment; to: Environment; all: Transfer[] }>();
  for (const transfer of plan.transfers) {
    const from = plan.place(transfer.from)?.environment;
    const to = plan.place(transfer.to)?.environment;
    if (!from || !to || from === to) continue;
    const key = JSON.stringify([from.id, to.id, transfer.method]);
    const group = groups.get(key) ?? { from, to, all: [] };
    group.all.push(transfer);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ from, to, all }) => {
    const what = new Set(all.map((each) => (each.what ? contents[each.what] : 'content')));
    const method = all[0]?.method;
    const { kind, words } = method ? ways[method] : { kind: 'carried' as const, words: 'carried' };
    const dates = all.flatMap(({ date }) => date ?? []).sort();
    const lines = [...listed([...what]), words];
    return { kind, from, to, lines, when: whenInWords(plan, dates) };
  });
}

function clones(plan: Plan): Passage[] {
  return plan.allEnvironments.flatMap((to) => {
    const from = plan.environment(to.facts.clonedFrom);
    if (!from) return [];
    return [{ kind: 'clone', from, to, lines: [done(plan, startOf(to), 'cloned')] }];
  });
}

function promotions(plan: Plan): Passage[] {
  return plan.allEnvironments.flatMap((to) => {
    const from = plan.environment(to.facts.promotedFrom);
    if (!from) return [];
    const day = to.main?.created ?? startOf(to);
    const lines = [done(plan, day, 'promoted'), ...(to.main ? ['to Main'] : [])];
    return [{ kind: 'promotion', from, to, lines }];
  });
}

function migrations(plan: Plan): Passage[] {
  const { migration } = plan.facts;
  const [from] = plan.ofKind('migration');
  const [to] = plan.ofKind('prod');
  if (!migration || !from || !to) return [];
  const migrated = moment(migration, 'databaseMigrated');
  const day = migrated ?? moment(migration.approval, 'date');
  if (!day) return [];
  const what = migrated ? ['data migrated', 'to Main'] : ['approved scripts'];
  return [{ kind: 'migrated', from, to, lines: what, when: whenInWords(plan, [day.date]) }];
}

/** "cloned", or "to be cloned" while the day has not come. */
function done(plan: Plan, day: Moment | undefined, what: string): string {
  return day && isPlanned(plan, day.date) ? `to be ${what}` : what;
}

/** "configuration" and "and CRF elements": one below the other, since a label is narrow. */
function listed(items: readonly string[]): string[] {
  return items.map((item, index) => {
    if (index > 0 && index === items.length - 1) return `and ${item}`;
    return index < items.length - 2 ? `${item},` : item;
  });
}

/** "23 Mar –" and "20 Apr 2026", or "planned" and "9 Nov 2026". The dates are in order. */
function whenInWords(plan: Plan, dates: readonly string[]): string[] {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const isKnown = plan.facts.statusDate === undefined || plan.hasHappened(first);
  const days = first === last ? [fullDate(first)] : dateSpan(first, last).split(/(?<=–) /);
  return [...(isKnown ? [] : ['planned']), ...days];
}

function isPlanned({ facts }: Plan, date: string): boolean {
  return facts.statusDate !== undefined && date > facts.statusDate;
}
