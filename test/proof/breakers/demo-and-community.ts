import { maybe } from '../plans/arbitraries.ts';
import type { Wishes } from '../plans/index.ts';
import { migrationChoices } from '../plans/migrations.ts';
import { demoChoices } from '../plans/singles.ts';
import type { Breaker, Breakers } from './breaker.ts';
import type { Draft, Expected } from './draft.ts';

const wishes: Wishes = { demo: demoChoices, migration: maybe(migrationChoices) };

function withDemo(breaks: (draft: Draft) => Expected | undefined): Breaker {
  return { wishes, breaks };
}

/** Breakers of the rules on what is IQVIA’s. */
export const demoAndCommunity: Breakers = {
  'demo-customer-access': withDemo((draft) => {
    const [home] = draft.of('demo');
    draft.put(home?.facts, 'access', draft.one([draft.past, draft.future]));
    return draft.key(home?.facts, 'access');
  }),
  'demo-activity': withDemo((draft) =>
    act(draft, draft.of('demo')[0]?.id, [
      'training',
      'feature-exploration',
      'formal-testing',
      'configuration',
      'study-conduct',
    ]),
  ),
  'demo-release-missing': withDemo((draft) => draft.without(draft.of('demo')[0]?.facts, 'release')),
  'community-formal-use': [
    {
      title: 'an activity',
      breaks: (draft) =>
        act(draft, draft.community.id, ['formal-testing', 'configuration', 'study-conduct']),
    },
    {
      title: 'a sign-off',
      breaks: (draft) => {
        const signed = draft.one(draft.training.filter((each) => each.signedOff));
        return draft.put(signed, 'instance', draft.community.id);
      },
    },
    {
      title: 'the acceptance',
      wishes: { migration: migrationChoices },
      breaks: (draft) =>
        draft.put(draft.plan.migration?.acceptance, 'environment', draft.community.id),
    },
  ],
  'community-data': (draft) =>
    draft.put(
      draft.community.facts,
      'data',
      draft.one(['real', 'migrated', 'obfuscated'] as const),
    ),
};

type Doing = NonNullable<NonNullable<Draft['plan']['activities']>[number]['activity']>;

function act(draft: Draft, instance: string | undefined, doings: readonly Doing[]) {
  const activity = draft.one(doings);
  if (instance === undefined || activity === undefined) return undefined;
  const date = draft.one([draft.past, draft.future]);
  const more = { activity, instance, from: date, to: date };
  draft.plan.activities = [...(draft.plan.activities ?? []), more];
  return draft.value(more, 'activity');
}
