import { sectionOf } from '../../diagram/environments/names.ts';
import type { Environment } from '../../lifecycle/environment.ts';
import { kindIds } from '../../lifecycle/kinds.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import { byDay } from '../../lifecycle/order.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { startOf, stateOf } from '../../lifecycle/state.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { accessIn } from './access.ts';
import { type Advice, adviceOn, kindsIn } from './advice.ts';
import { agendaOf, changesOf } from './agenda.ts';
import { controlOf } from './control.ts';
import type { Item } from './item.ts';
import { lifeOf } from './life.ts';
import { type Sentence, say, tense } from './sentence.ts';

/** What a customer's guide tells of one of its environments. */
export interface Chapter {
  readonly environment: Environment;
  /** The day from which it can be used; undefined where it is not fixed. */
  readonly begins: Moment | undefined;
  readonly purpose: readonly Sentence[];
  readonly life: readonly Sentence[];
  /** It is gone on the status date: there is nothing to do there any more. */
  readonly isOver: boolean;
  /** What to do and what not to do there; undefined where it is gone, or its kind unknown. */
  readonly advice: Advice | undefined;
  /** What the plan has to be done there. */
  readonly agenda: readonly Item[];
  readonly access: readonly Item[];
  readonly control: readonly Sentence[];
  readonly changes: readonly Item[];
  /** What comes next, and where the guide tells of it. */
  readonly next: { readonly sentence: Sentence; readonly href: string | undefined };
}

/** The id of the part of the guide about go-live and what comes after. */
export const goLiveAnchor = 'go-live';

/** A chapter for each environment of a plan, in the order in which they come. */
export function chaptersOf(plan: Plan): Chapter[] {
  const present = kindsIn(plan);
  const environments = inTimeOrder(plan);
  const steps = stepsOf(plan, environments);
  return environments.map((environment) => {
    const { kind } = environment;
    const isOver = stateOf(plan, environment) === 'ended';
    return {
      environment,
      begins: beginningOf(environment),
      purpose: purposeOf(plan, environment),
      life: lifeOf(plan, environment),
      isOver,
      advice: isOver ? undefined : kind && adviceOn(kind, present),
      agenda: agendaOf(plan, environment),
      access: accessIn(plan, environment),
      control: controlOf(plan, environment),
      changes: changesOf(environment),
      next: nextAfter(plan, environment, steps),
    };
  });
}

/** Environments without any day come last, in the order in which a customer usually meets them. */
function inTimeOrder(plan: Plan): Environment[] {
  const rank = ({ kind }: Environment) => (kind ? kindIds.indexOf(kind.id) : kindIds.length);
  const days = new Map(plan.allEnvironments.map((each) => [each, placeInTime(plan, each)?.date]));
  return plan.allEnvironments.toSorted(
    (a, b) => byDay(days.get(a), days.get(b)) || rank(a) - rank(b),
  );
}

/** What has no beginning, such as Demo, stands where something is first done in it. */
function placeInTime(plan: Plan, environment: Environment): Moment | undefined {
  return beginningOf(environment) ?? agendaOf(plan, environment)[0]?.from;
}

function beginningOf(environment: Environment): Moment | undefined {
  return startOf(environment) ?? moment(environment.facts, 'access');
}

function purposeOf(plan: Plan, environment: Environment): Sentence[] {
  const { kind } = environment;
  if (!kind) return [say`The plan does not say what kind of environment this is.`];
  const upgrades = plan.upgradesValidatedIn(environment).map(({ release, type }) => {
    const noun = type === 'hotfix' ? 'the hotfix' : 'the upgrade of PROD to';
    return say`It belongs to ${noun} ${release ?? 'another release'}.`;
  });
  const purpose = kind.purpose.replace(/^./, (first) => first.toLowerCase());
  return [say`Its purpose: ${purpose}.`, ...upgrades];
}

interface Step {
  readonly at: Moment;
  readonly name: string;
  readonly href: string;
}

/** The next environment of the customer's own, or the next turn in PROD. */
function nextAfter(plan: Plan, environment: Environment, steps: readonly Step[]): Chapter['next'] {
  const nothing = { href: undefined };
  const begins = placeInTime(plan, environment);
  if (!begins)
    return { ...nothing, sentence: say`What comes next depends on a day that is not fixed yet.` };
  const self = steps.findIndex(({ href }) => href === sectionOf(environment));
  const next = steps.find(({ at }, index) => index > self && at.date >= begins.date);
  if (!next) return { ...nothing, sentence: say`The plan has no next step with a day yet.` };
  const { at, name, href } = next;
  const comes = tense(plan, at, 'came', 'comes');
  return { href, sentence: say`Next ${comes} ${name}, on ${at}.` };
}

function stepsOf(plan: Plan, inOrder: readonly Environment[]): Step[] {
  const environments = inOrder.flatMap((environment) => {
    const at = environment.kind?.owner === 'iqvia' ? undefined : beginningOf(environment);
    return at ? [{ at, name: environment.name, href: sectionOf(environment) }] : [];
  });
  const after = `#${goLiveAnchor}`;
  const goLive = plan.goLive ? [{ at: plan.goLive, name: 'go-live', href: after }] : [];
  const upgrades = plan.upgrades.flatMap((upgrade) => {
    const { main, test } = upgradeDays(upgrade);
    const at = main ?? test;
    const name = upgrade.release
      ? `the upgrade of PROD to ${upgrade.release}`
      : 'an upgrade of PROD';
    return at ? [{ at, name, href: after }] : [];
  });
  const steps = [...environments, ...goLive, ...upgrades];
  return steps.sort((a, b) => byDay(a.at.date, b.at.date));
}
