import { latest, type Moment, moment } from './moments.ts';
import type { Upgrade } from './plan.ts';

/** The days on which the instances of PROD were, or are to be, upgraded; one day may hold for both. */
export function upgradeDays(upgrade: Upgrade): {
  readonly main: Moment | undefined;
  readonly test: Moment | undefined;
} {
  const { upgraded } = upgrade;
  if (typeof upgraded === 'object') {
    return { main: moment(upgraded, 'main'), test: moment(upgraded, 'test') };
  }
  const both = upgraded && { date: upgraded, record: upgrade, key: 'upgraded' };
  return { main: both || undefined, test: both || undefined };
}

/** The day on which both instances had been upgraded; undefined while one is open. */
export function upgradeDone(upgrade: Upgrade): Moment | undefined {
  const { main, test } = upgradeDays(upgrade);
  return main && test && latest([main, test]);
}
