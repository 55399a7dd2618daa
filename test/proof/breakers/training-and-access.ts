import type { Breakers } from './breaker.ts';
import { type Draft, earliest } from './draft.ts';
import { notBefore, type Pair } from './order.ts';

/** Breakers of the rules on training and access. */
export const trainingAndAccess: Breakers = {
  'training-outside-prod-test': (draft) => {
    const unsigned = draft.one(
      draft.training.filter((each) => !each.signedOff && !each.mainAccess),
    );
    delete unsigned?.started;
    const elsewhere = [
      ...draft.of('sandbox').map(({ id }) => `${id}.test`),
      ...draft.of('prod', 'community', 'demo').map(({ id }) => id),
      `${draft.prod.id}.main`,
    ];
    return draft.put(unsigned, 'instance', draft.one(elsewhere));
  },
  'sign-off-outside-prod-test': (draft) => {
    const signed = draft.one(draft.training.filter((each) => each.signedOff));
    delete signed?.started;
    const { goLive = '' } = draft.plan;
    const places = draft.of('demo').map(({ id }) => id);
    if ((signed?.signedOff ?? '') <= goLive)
      places.push(`${draft.sandbox.id}.main`, draft.sandbox.id);
    if (signed) places.push(draft.prod.id);
    return draft.put(signed, 'instance', draft.one(places));
  },
  'main-access-before-sign-off': [
    {
      title: 'without sign-off',
      breaks: (draft) => {
        const [first, ...others] = draft.training.filter((each) => each.mainAccess);
        const other = draft.one(others);
        if (!first || !other) return undefined;
        delete other.signedOff;
        return draft.value(other, 'mainAccess');
      },
    },
    notBefore({
      title: 'before it',
      rule: 'main-access-before-sign-off',
      pairs: (draft) =>
        draft.training.map(
          (each): Pair => [draft.day(each, 'mainAccess'), draft.day(each, 'signedOff')],
        ),
    }),
  ],
  'role-missing': (draft) =>
    draft.without(draft.one(draft.training.filter((each) => each.mainAccess)), 'role'),
  'no-signed-off-group': [
    {
      title: 'nobody at all',
      breaks: (draft) => {
        if (draft.number(2)) delete draft.plan.training;
        else {
          for (const each of draft.training) {
            delete each.signedOff;
            delete each.mainAccess;
          }
        }
        return draft.value(draft.plan, 'goLive');
      },
    },
    notBefore({
      title: 'too late',
      rule: 'no-signed-off-group',
      silences: ['go-live-before-access'],
      pairs: (draft) => [[draft.day(draft.plan, 'goLive'), firstSignOff(draft)]],
    }),
  ],
  'go-live-before-access': notBefore({
    rule: 'go-live-before-access',
    pairs: (draft) => [
      [
        draft.day(draft.plan, 'goLive'),
        earliest(draft.training.map((each) => draft.day(each, 'mainAccess'))),
      ],
    ],
  }),
};

function firstSignOff(draft: Draft) {
  return earliest(draft.training.map((each) => draft.day(each, 'signedOff')));
}
