import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import type { Upgrade, Validation } from '../../../src/lifecycle/plan.ts';
import { days, position, some } from './arbitraries.ts';
import { complete, type Val, valChoices, valFrom } from './vals.ts';
import { addDays, between, latestOf, type Writing } from './writing.ts';

const upgradeChoices = fc.record({
  step: fc.constantFrom('hotfix', 'release', 'year'),
  cloned: days(60),
  val: valChoices,
  upgraded: days(30),
  apart: fc.constantFrom(0, 1, -1),
  written: fc.boolean(),
  ends: position,
  type: fc.boolean(),
  build: fc.boolean(),
  ticket: fc.boolean(),
});

type UpgradeChoices = typeof upgradeChoices extends fc.Arbitrary<infer T> ? T : never;

export const upgradesChoices = some(upgradeChoices, 3);

export interface Upgraded {
  readonly upgrade: Upgrade;
  readonly val: Val;
  readonly environment: EnvironmentFacts;
  readonly validations: readonly Validation[];
  readonly release: string;
  readonly first: string;
}

type Circumstances = Readonly<
  Record<'promotion' | 'goLive' | 'release' | 'prod' | 'customer', string>
>;

/** The upgrades after go-live, one after the other, each with its own VAL. */
export function upgradesFrom(
  { promotion, goLive, release, prod, customer }: Circumstances,
  all: readonly UpgradeChoices[],
  ids: readonly string[],
  writing: Writing,
): Upgraded[] {
  const done: Upgraded[] = [];
  for (const [index, choices] of all.entries()) {
    const last = done.at(-1) ?? { release, first: goLive };
    const next = nextRelease(last.release, choices.step);
    const purpose = { id: ids[index] ?? '', customer, source: prod, fromProd: true, release: next };
    const val = valFrom(addDays(promotion, choices.cloned), purpose, choices.val, writing);
    done.push(upgradeTo(next, val, last.first, choices, prod, writing));
  }
  return done;
}

function upgradeTo(
  release: string,
  val: Val,
  previous: string,
  choices: UpgradeChoices,
  prod: string,
  writing: Writing,
): Upgraded {
  const first = addDays(latestOf(val.completed, previous), choices.upgraded);
  const second = addDays(first, Math.abs(choices.apart));
  const [main, test] = choices.apart < 0 ? [second, first] : [first, second];
  // VAL may be gone before the upgrade, but not before its validation is completed.
  const ends = between(
    latestOf(val.completed, val.qualified.main, val.qualified.test),
    addDays(second, 14),
    choices.ends,
  );
  const upgrade: Upgrade = {
    release,
    build: choices.build ? '6001.2027-02-01T08:30:00.123Z' : undefined,
    type: choices.type ? (choices.step === 'hotfix' ? 'hotfix' : 'release') : undefined,
    val: val.id,
    upgraded: main === test && choices.written ? main : { main, test },
    ecr: writing.document('ECR', first),
    ticket: choices.ticket ? 'FHSD-1' : undefined,
  };
  const rest = complete(val, { ends, goal: first, source: prod }, choices.val, writing);
  return { upgrade, val, ...rest, release, first };
}

/** 26.9 becomes 26.9.1, 26.10 or 27.1. */
function nextRelease(release: string, step: UpgradeChoices['step']): string {
  const [year = 0, number = 0, hotfix = 0] = release.split('.').map(Number);
  if (step === 'hotfix') return `${year}.${number}.${hotfix + 1}`;
  return step === 'release' ? `${year}.${number + 1}` : `${year + 1}.1`;
}
