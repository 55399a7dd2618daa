import { z } from 'zod';
import { type KindId, kindIds, kinds } from '../src/lifecycle/kinds.ts';
import { change } from './change.ts';
import { data, pairedInstance } from './instance.ts';
import { iq } from './iq.ts';
import { once } from './once.ts';
import { report } from './report.ts';
import { request } from './request.ts';
import { build, date, list, nameOf, oneOf, optional, release, url } from './scalars.ts';

/** One environment, whatever its kind. Which keys go with which kind: {@link keysOfKind}. */
export const environment = once(() =>
  z
    .strictObject({
      kind: optional(
        oneOf(kindIds, 'Kind of environment; may be left out where the id is a kind’s name'),
      ),
      created: optional(date('Date the environment came into being')),
      destroyed: optional(date('Date the environment was destroyed, or is planned to be')),
      clonedFrom: optional(nameOf('environment', 'Environment it was cloned from')),
      promotedFrom: optional(nameOf('environment', 'Environment that was promoted to become it')),
      obfuscated: optional(date('Date the volunteers’ personal data were obfuscated')),
      release: optional(release('Release it runs (PROD: the release it went live with)')),
      build: optional(build('Build it runs')),
      iq: optional(iq()),
      configurationFinal: optional(date('Date the configuration is full and final')),
      changes: list(change(), 'Changes after the IQ'),
      reports: list(report(), 'Configuration Reports'),
      request: optional(request()),
      access: optional(date('Date the customer’s users get in')),
      url: optional(url('Address of the instance')),
      data: optional(data()),
      main: pairedInstance(),
      test: pairedInstance(),
    })
    .meta({ noun: 'an environment', description: 'An environment' }),
);

export type EnvironmentKey = keyof z.output<ReturnType<typeof environment>>;

const single = kindIds.filter((kind) => !kinds[kind].paired);
const uncontrolled = kindIds.filter((kind) => !kinds[kind].controlled);
const shared = kindIds.filter((kind) => kinds[kind].owner === 'iqvia');

/**
 * Keys that not every kind has. Some are let through on further kinds, where a rule has more to
 * say than that the key is unknown there.
 */
const keysOfSomeKinds: Partial<
  Record<EnvironmentKey, { kinds: readonly KindId[]; letThrough?: readonly KindId[] }>
> = {
  clonedFrom: { kinds: ['val'], letThrough: shared },
  promotedFrom: { kinds: ['prod'], letThrough: shared },
  obfuscated: { kinds: ['val'] },
  iq: { kinds: without(uncontrolled), letThrough: uncontrolled },
  configurationFinal: { kinds: ['pre-prod'] },
  access: { kinds: ['demo', 'community'] },
  url: { kinds: single },
  data: { kinds: single },
  main: { kinds: without(single), letThrough: single },
  test: { kinds: without(single), letThrough: single },
};

function without(excluded: readonly KindId[]): KindId[] {
  return kindIds.filter((kind) => !excluded.includes(kind));
}

/** The kinds of environment that have `key`. */
export function kindsOfKey(key: EnvironmentKey): readonly KindId[] {
  return keysOfSomeKinds[key]?.kinds ?? kindIds;
}

/** Whether some kind of environment has `key`. */
export function isEnvironmentKey(key: string): key is EnvironmentKey {
  return Object.hasOwn(environment().shape, key);
}

const allKeys = once(() => environment().keyof().options);

/** The keys that an environment of `kind` has. */
export function keysOfKind(kind: KindId): EnvironmentKey[] {
  return allKeys().filter((key) => kindsOfKey(key).includes(kind));
}

/** Whether it is for a rule to say that an environment of `kind` does not have `key`. */
export function isLetThrough(key: EnvironmentKey, kind: KindId): boolean {
  return keysOfSomeKinds[key]?.letThrough?.includes(kind) ?? false;
}
