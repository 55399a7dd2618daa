import { addDays, daysBetween } from '../lifecycle/dates.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { Settings } from '../lint/settings.ts';
import goLiveBeforeAccess from '../rules/training-and-access/go-live-before-access.ts';
import { linksOf, sentenceOf } from '../schedule/plan-network.ts';
import { type Link, TemporalNetwork } from '../schedule/temporal-network.ts';
import { readPlan } from '../source/plan-file.ts';
import { type Day, daysIn, withDays } from './days.ts';
import { draftText, type Start } from './draft-text.ts';
import { nearestWorkingDay } from './working-days.ts';

/** Between contract and go-live there is no room for what has to happen. */
export class NoRoom extends Error {
  /** What cannot all hold, as sentences that follow from each other. */
  readonly chain: readonly string[];

  constructor(chain: readonly string[]) {
    super('No plan is possible between these dates');
    this.chain = chain;
  }
}

/** What the rules ask of any one group, a draft asks of the one it has. */
const own: Link<string> = {
  from: 'training[0].mainAccess',
  to: 'goLive',
  min: 0,
  reason: sentenceOf(goLiveBeforeAccess),
};

const tooLate =
  'No plan is possible between these dates: some of its days would fall behind the year 9999, and no calendar date can be written for them. Choose an earlier day of go-live.';

/** How often days may be proposed anew because other rules apply to the days proposed. */
const attempts = 10;

/**
 * A new plan that is in order: a draft, with its days moved as little as the rules ask for, and to
 * working days wherever there is one.
 *
 * @param id the plan's id, for settings that are made plan by plan
 * @returns YAML
 * @throws {NoRoom} when no dates satisfy the rules
 * @throws {Error} when they lie too late to be written
 */
export function draftPlan(id: string, start: Start, settings = new Settings()): string {
  let text = draftText(start);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { plan, days } = read(id, text);
    const proposed = propose(days, start, [...linksOf(plan, settings), own]);
    const next = withDays(text, proposed);
    if (next === text) return text;
    text = next;
  }
  throw new Error(`The days of a new plan did not settle in ${attempts} attempts`);
}

function read(id: string, text: string): { plan: Plan; days: Day[] } {
  const file = readPlan(`${id}.yaml`, new TextEncoder().encode(text));
  if (!file.plan || !file.root) throw new Error('The draft of a plan is no plan');
  // What is given has been checked, so that it can only be a day.
  if (file.problems.length > 0) throw new Error(tooLate);
  return { plan: file.plan, days: daysIn(file.root) };
}

/** A day for each place, each as near to the one that stands there as the others leave room for. */
function propose(days: readonly Day[], start: Start, links: readonly Link<string>[]): Day[] {
  const { signed, goLive } = start;
  const network = new TemporalNetwork(links);
  const given = new Map([
    ['contractSigned', `The contract is signed on ${signed}`],
    ['statusDate', `The plan is written on the day of the contract, ${signed}`],
    ['goLive', `Go-live is on ${goLive}`],
  ]);
  for (const day of days) network.add(given.has(day.place) ? fixed(day) : planned(day));
  const conflict = network.conflict();
  if (conflict) throw new NoRoom([...new Set(conflict.map(({ reason }) => reason))]);
  return days.map((day) => {
    if (given.has(day.place)) return day;
    const wanted = daysBetween(signed, day.date);
    const distance = nearestWorkingDay(signed, wanted, network.window(day.place));
    const proposed = { ...day, date: addDays(signed, distance) };
    network.add(fixed(proposed));
    return proposed;
  });

  function fixed({ place, date }: Day): Link<string> {
    const distance = daysBetween(signed, date);
    const reason = given.get(place) ?? `${place} is ${date}`;
    return { from: TemporalNetwork.origin, to: place, min: distance, max: distance, reason };
  }

  /** In a new plan nothing has happened yet, and no evidence is owed. */
  function planned({ place }: Day): Link<string> {
    const reason = 'What is planned falls on a later day than the contract';
    return { from: TemporalNetwork.origin, to: place, min: 1, reason };
  }
}
