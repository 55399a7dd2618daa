import { daysBetween, inDays, isDate } from '../lifecycle/dates.ts';
import { eventsOf } from '../lifecycle/events.ts';
import { placeOf } from '../lifecycle/moments.ts';
import { formatPath, type Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { type Datum, isMap, recordAt, type Version } from './data.ts';
import type { Difference } from './differences.ts';
import type { PlanChange, Topic } from './plan-change.ts';
import { nameOfRecord, patternOf, topicOfRecord } from './records.ts';
import { detailsOf, inWordsOf, isDayAt, labelOf, quotedApart } from './values.ts';

/** Changes to what the data of a plan say, from the places at which they differ. */
export function dataChanges(
  differences: readonly Difference[],
  before: Version,
  after: Version,
): PlanChange[] {
  const events = { before: eventTitles(before.plan), after: eventTitles(after.plan) };
  return differences.map((difference) => {
    const version = difference.type === 'removed' ? before : after;
    const titles = difference.type === 'removed' ? events.before : events.after;
    const title = titles.get(formatPath(difference.path));
    const what = title ?? subjectOf(difference, version);
    const days = daysMoved(difference);
    const type = days === undefined ? difference.type : 'moved';
    const topic = topicOf(difference);
    return {
      type,
      topic,
      weight: weightOf(difference, topic, before.plan),
      what,
      how: howOf(difference, days, before, after),
      path: formatPath(difference.path),
      before: difference.before ?? null,
      after: difference.after ?? null,
      ...(days !== undefined && { days }),
    };
  });
}

/** The events of a plan as one says them, by the paths of their dates. */
export function eventTitles(plan: Plan): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { title, moment, kind } of eventsOf(plan)) {
    const path = placeOf(moment);
    // Titles with more of the plan's text than a name are told by record and key, with back quotes.
    const isPlain = kind !== 'change' && kind !== 'training' && plainTitle.test(title);
    if (isPlain && !titles.has(path)) titles.set(path, title);
  }
  return titles;
}

const plainTitle = /^(?:[\p{L}\p{N} ’:.-]|`[\p{L}\p{N}.-]+`)+$/u;

function subjectOf({ path, before, after }: Difference, version: Version): string {
  const value = after ?? before;
  if (isMap(value)) return nameOfRecord(value, { ...version, path });
  const owner = ownerOf(path);
  const label = labelOf(String(path[owner.length]));
  const record = recordAt(version.data, owner);
  if (owner.length === 0) return label.charAt(0).toUpperCase() + label.slice(1);
  return `${nameOfRecord(record, { ...version, path: owner })}, ${label}`;
}

/** The path of the record that says something under a key, or in a list under a key. */
function ownerOf(path: Path): Path {
  return path.slice(
    0,
    path.findLastIndex((step) => typeof step === 'string'),
  );
}

function howOf(
  { type, path, from, before, after }: Difference,
  days: number | undefined,
  old: Version,
  now: Version,
): string {
  if (days !== undefined) {
    const had = wasFact(path, before, old.plan) ? '; it had happened' : '';
    return `moved from ${before} to ${after}, ${distance(days)}${had}`;
  }
  if (type === 'reordered') return 'now in another order';
  if (type === 'changed') {
    const was = inWordsOf(before ?? null, old.plan, from);
    const is = inWordsOf(after ?? null, now.plan, path);
    const [cutWas, cutIs] = was === is ? quotedApart(String(before), String(after)) : [was, is];
    return `changed from ${cutWas} to ${cutIs}`;
  }
  const [value, { plan }] = type === 'added' ? [after, now] : [before, old];
  if (isMap(value)) {
    const details = detailsOf(value, plan, path);
    return details ? `${type} (${details})` : type;
  }
  const words = inWordsOf(value ?? null, plan, path);
  const isDay = isDayAt(path) && typeof value === 'string' && isDate(value);
  if (type === 'added') return isDay ? `now dated ${words}` : `added: ${words}`;
  if (!isDay) return `removed; it was ${words}`;
  const had = wasFact(path, value, old.plan) ? ', and had happened' : '';
  return `no longer dated; it was ${words}${had}`;
}

/** "14 days later", "1 day earlier". */
function distance(days: number): string {
  return `${inDays(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}`;
}

function daysMoved({ type, path, before, after }: Difference): number | undefined {
  if (type !== 'changed' || typeof before !== 'string' || typeof after !== 'string')
    return undefined;
  if (!isDayAt(path) || !isDate(before) || !isDate(after)) return undefined;
  return daysBetween(before, after);
}

/** The status date says when the plan was true: it does not happen. */
function wasFact(path: Path, date: Datum | undefined, plan: Plan): boolean {
  return formatPath(path) !== 'statusDate' && hadHappened(date, plan);
}

function hadHappened(date: Datum | undefined, plan: Plan): boolean {
  return typeof date === 'string' && isDate(date) && plan.hasHappened(date);
}

const evidence = new Set(['document', 'ecr', 'qcReport', 'report', 'file']);
const approvals = new Set(['approvedBy', 'preparedBy', 'requestedBy']);

function topicOf({ path, before, after }: Difference): Topic {
  const value = after ?? before;
  if (isMap(value)) return topicOfRecord(path);
  const owner = ownerOf(path);
  const key = String(path[owner.length]);
  const topic = topicOfRecord(owner);
  if (topic === 'deviation') return topic;
  if (owner.length === 0 && key === 'statusDate') return 'status';
  if (isDayAt(path)) return 'date';
  if (topic === 'approval' || approvals.has(key)) return 'approval';
  if (evidence.has(key) && patternOf(owner) !== 'transfers[]') return 'evidence';
  return 'content';
}

/** What was on record and is not what it was, and what somebody has to accept. */
function weightOf(
  { type, path, before, after }: Difference,
  topic: Topic,
  old: Plan,
): PlanChange['weight'] {
  const isGone = type === 'removed' || type === 'changed';
  if (topic === 'deviation') return type === 'removed' ? 'normal' : 'high';
  if (topic === 'environment') return type === 'removed' ? 'high' : 'normal';
  if (topic === 'evidence' || topic === 'approval') return isGone ? 'high' : 'normal';
  if (topic === 'status') return isGone && isEarlier(before, after) ? 'high' : 'normal';
  if (topic !== 'date') return 'normal';
  // The plan's own dates, such as go-live, are what all others are made to fit.
  return isGone && (path.length === 1 || hadHappened(before, old)) ? 'high' : 'normal';
}

/** A status date that goes back takes what had happened out of the past. */
function isEarlier(before: Datum | undefined, after: Datum | undefined): boolean {
  return typeof before !== 'string' || typeof after !== 'string' || after < before;
}
