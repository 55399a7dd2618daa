import fc from 'fast-check';
import type { Training } from '../../../src/lifecycle/plan.ts';
import { days, maybe, party, position, text } from './arbitraries.ts';
import { addDays, between, latestOf } from './writing.ts';

const groupChoices = fc.record({
  group: text,
  started: maybe(days(30)),
  lasts: days(30),
  signedOff: fc.boolean(),
  access: maybe(days(30)),
  role: maybe(text),
});

export const trainingChoices = fc.record({
  first: fc.record({
    group: text,
    started: position,
    signedOff: position,
    access: maybe(position),
    unstarted: fc.boolean(),
  }),
  others: fc.array(groupChoices, { maxLength: 2 }),
});

type TrainingChoices = typeof trainingChoices extends fc.Arbitrary<infer T> ? T : never;

interface Prod {
  readonly reference: string;
  /** The days from which on Main and Test may be used. */
  readonly main: string;
  readonly test: string;
  /** The last day on which the customer may go live. */
  readonly latest: string;
}

/** The first group, signed off by go-live, and what else goes before that day. */
export function firstGroup(
  { first: choices }: TrainingChoices,
  { reference, main, test, latest }: Prod,
): { training: Training; before: string } {
  const started = between(test, latest, choices.started);
  const signedOff = between(started, latest, choices.signedOff);
  const access =
    choices.access === undefined
      ? undefined
      : between(latestOf(signedOff, main), latest, choices.access);
  const training = {
    group: choices.group,
    role: access === undefined ? undefined : 'Study coordinator',
    instance: reference,
    started: choices.unstarted ? undefined : started,
    signedOff,
    mainAccess: access,
  };
  return { training, before: latestOf(signedOff, access ?? signedOff) };
}

/** Further groups, whenever they are trained. */
export function furtherGroups(
  { first, others }: TrainingChoices,
  { reference, main, test }: Prod,
): Training[] {
  return others.map((choices) => {
    const started = addDays(test, choices.started ?? 0);
    const signedOff = addDays(started, choices.lasts);
    // Somebody has access by go-live, or the plan does not say who gets it at all.
    const hasAccess = choices.signedOff && first.access !== undefined;
    const access = hasAccess ? choices.access : undefined;
    return {
      group: choices.group,
      role: access === undefined ? choices.role : (choices.role ?? 'Investigator'),
      instance: reference,
      started: choices.started === undefined ? undefined : started,
      signedOff: choices.signedOff ? signedOff : undefined,
      mainAccess: access === undefined ? undefined : addDays(latestOf(signedOff, main), access),
    };
  });
}

export const contactChoices = fc.record(
  { role: text, party, name: text, email: fc.constantFrom('qa@example.com', 'PM') },
  { requiredKeys: ['role', 'party'] },
);
