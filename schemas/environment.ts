import { z } from 'zod';
import { type KindId, kindIds } from '../src/lifecycle/kinds.ts';
import { Change } from './change.ts';
import { data, PairedInstance } from './instance.ts';
import { Iq } from './iq.ts';
import { Report } from './report.ts';
import { Request } from './request.ts';
import { build, date, list, nameOf, oneOf, optional, release, url } from './scalars.ts';

/** One environment, whatever its kind. Which keys belong to which kind: {@link kindsOfKey}. */
export const Environment = z
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
    iq: optional(Iq),
    configurationFinal: optional(date('Date the configuration is full and final')),
    changes: list(Change, 'Changes after the IQ'),
    reports: list(Report, 'Configuration Reports'),
    request: optional(Request),
    access: optional(date('Date the customer’s users get in')),
    url: optional(url('Address of the instance')),
    data: optional(data),
    main: PairedInstance,
    test: PairedInstance,
  })
  .meta({ description: 'An environment', expected: 'an environment with its keys' });

export type EnvironmentKey = keyof z.output<typeof Environment>;

/**
 * Keys that only some kinds have. A key is let through on a further kind where a rule has more to
 * say there than "unknown key": `clonedFrom` on Demo, say.
 */
const keysOfSomeKinds: Partial<Record<EnvironmentKey, readonly KindId[]>> = {
  clonedFrom: ['val', 'demo', 'community'],
  promotedFrom: ['prod', 'demo', 'community'],
  obfuscated: ['val'],
  configurationFinal: ['pre-prod'],
  access: ['demo', 'community'],
  url: ['migration', 'pre-prod', 'demo', 'community'],
  data: ['migration', 'pre-prod', 'demo', 'community'],
};

/** The kinds of environment that may have `key`. */
export function kindsOfKey(key: EnvironmentKey): readonly KindId[] {
  return keysOfSomeKinds[key] ?? kindIds;
}

/** The keys that an environment of `kind` may have. */
export function keysOfKind(kind: KindId): EnvironmentKey[] {
  return Environment.keyof().options.filter((key) => kindsOfKey(key).includes(kind));
}
