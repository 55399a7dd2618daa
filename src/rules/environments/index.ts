import type { Group } from '../rule.ts';
import dateOrder from './date-order.ts';
import duplicateEnvironment from './duplicate-environment.ts';
import duplicateId from './duplicate-id.ts';
import duplicateUrl from './duplicate-url.ts';
import environmentLifeOrder from './environment-life-order.ts';
import environmentNotAlive from './environment-not-alive.ts';
import environmentNotCreated from './environment-not-created.ts';
import ephemeralWithoutEnd from './ephemeral-without-end.ts';
import pairIncomplete from './pair-incomplete.ts';
import persistentWithEnd from './persistent-with-end.ts';
import preProdDestroyed from './pre-prod-destroyed.ts';
import requiredEnvironmentMissing from './required-environment-missing.ts';
import sharedEnvironmentOwned from './shared-environment-owned.ts';
import singleInstancePaired from './single-instance-paired.ts';

export const environments: Group = {
  id: 'environments',
  title: 'Environments',
  rules: [
    requiredEnvironmentMissing,
    duplicateEnvironment,
    pairIncomplete,
    singleInstancePaired,
    ephemeralWithoutEnd,
    persistentWithEnd,
    preProdDestroyed,
    environmentNotCreated,
    environmentLifeOrder,
    environmentNotAlive,
    sharedEnvironmentOwned,
    dateOrder,
    duplicateId,
    duplicateUrl,
  ],
};
