import fc from 'fast-check';
import type { Upgrade } from '../../../src/lifecycle/plan.ts';
import type { Wishes } from '../plans/index.ts';
import { upgradesChoices } from '../plans/upgrades.ts';
import type { Breaker, Breakers } from './breaker.ts';
import { type Day, type Draft, type Expected, earliest, latest } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

const wishes: Wishes = { upgrades: upgradesChoices.filter((all) => all.length > 0) };
const several: Wishes = { upgrades: upgradesChoices.filter((all) => all.length > 1) };
const unused: Wishes = {
  activities: fc.constant([]),
  transfers: fc.constant([]),
  integrations: fc.constant({ sso: [], labs: [] }),
};

/** Go-live is late, and upgrades are validated as quickly as can be. */
const soon: Wishes = {
  goLive: fc.constant(1),
  upgrades: upgradesChoices
    .map((all) => all.slice(0, 1).map((choices) => ({ ...choices, ...atOnce(choices) })))
    .filter((all) => all.length > 0),
};

type Choices = typeof upgradesChoices extends fc.Arbitrary<(infer T)[]> ? T : never;

function atOnce({ val }: Choices) {
  const { pair, validation } = val;
  const first = { ...validation.first, started: 0, lasts: 0 };
  const iq = { ...pair.iq, pair: 0, main: 0, test: 0 };
  return {
    cloned: 0,
    upgraded: 0,
    val: {
      ...val,
      obfuscated: 0,
      pair: { ...pair, apart: 0, iq },
      validation: { ...validation, first, others: [] },
    },
  };
}

function upgrading(breaks: (draft: Draft) => Expected | undefined, title?: string): Breaker {
  return { wishes, breaks, ...(title && { title }) };
}

/** Breakers of the rules on upgrades. */
export const upgrades: Breakers = {
  'upgrade-without-val': [
    upgrading((draft) => draft.without(draft.one(draft.upgrades), 'val'), 'none'),
    upgrading((draft) => {
      const upgrade = draft.one(draft.upgrades);
      const elsewhere = draft.one(draft.of('sandbox', 'prod', 'pre-prod', 'community'));
      return draft.put(upgrade, 'val', elsewhere?.id);
    }, 'something else'),
  ],
  'val-reused': [
    {
      title: 'that of the onboarding',
      wishes: { ...wishes, ...unused },
      breaks: (draft) => removeVal(draft, draft.upgrades.at(-1), draft.val.id),
    },
    {
      title: 'that of another upgrade',
      wishes: { ...several, ...unused },
      breaks: (draft) => removeVal(draft, draft.upgrades.at(-1), draft.upgrades[0]?.val),
    },
  ],
  'upgrade-val-not-cloned-from-prod': upgrading((draft) => {
    const { facts } = draft.one(draft.upgradeVals) ?? {};
    delete facts?.obfuscated;
    return draft.number(2)
      ? draft.without(facts, 'clonedFrom')
      : draft.put(facts, 'clonedFrom', draft.one([draft.sandbox.id, draft.val.id]));
  }),
  'val-not-obfuscated': [
    upgrading((draft) => draft.without(draft.one(draft.upgradeVals)?.facts, 'obfuscated'), 'never'),
    notBefore({
      title: 'after work has begun',
      rule: 'val-not-obfuscated',
      wishes,
      pairs: (draft) =>
        draft.upgradeVals.flatMap((home) => {
          const day = draft.day(home.facts, 'obfuscated');
          return [
            ...draft.validationsIn(home).map((each): Pair => [draft.day(each, 'started'), day]),
            ...(draft.plan.activities ?? [])
              .filter(({ instance }) => draft.named(instance)?.home.id === home.id)
              .map((each): Pair => [draft.day(each, 'from'), day]),
          ];
        }),
    }),
  ],
  'upgrade-before-validation': [
    upgrading((draft) => {
      const upgrade = draft.one(draft.upgrades);
      const kept = draft.validations.filter(({ environment }) => environment !== upgrade?.val);
      draft.forgetChanges();
      draft.plan.validations = kept;
      return draft.value(upgrade, 'val');
    }, 'there is none'),
    notBefore({
      title: 'it is not completed',
      rule: 'upgrade-before-validation',
      wishes,
      pairs: (draft) =>
        draft.upgrades.map((upgrade): Pair => {
          const { home } = draft.named(upgrade.val) ?? {};
          const validations = home ? draft.validationsIn(home) : [];
          return [
            earliest(days(draft, upgrade)),
            latest(validations.map((each) => draft.day(each, 'completed'))),
          ];
        }),
    }),
  ],
  'upgrade-before-go-live': notBefore({
    rule: 'upgrade-before-go-live',
    wishes: soon,
    pairs: (draft) =>
      draft.upgrades.map(
        (upgrade): Pair => [earliest(days(draft, upgrade)), draft.day(draft.plan, 'goLive')],
      ),
  }),
  'upgrade-pair-split': notAfter({
    rule: 'upgrade-pair-split',
    max: 1,
    wishes,
    // Whichever comes second is what the finding is about.
    pairs: (draft) =>
      draft.upgrades.flatMap((upgrade): Pair[] => {
        const [main, test] = days(draft, upgrade);
        return [
          [main, test],
          [test, main],
        ];
      }),
  }),
  'upgrade-ecr-missing': upgrading((draft) =>
    draft.without(draft.one(draft.upgrades.filter(({ ecr }) => ecr)), 'ecr'),
  ),
  'upgrade-not-forward': upgrading((draft) => {
    // The last one, so that none after it has to be newer than it.
    const last = draft.upgrades.at(-1);
    const { home } = draft.named(last?.val) ?? {};
    const before = draft.upgrades.at(-2)?.release ?? draft.prod.facts.release;
    if (!before || !home) return undefined;
    const release = draft.one([before, '19.9']);
    for (const place of [home.facts, home.facts.main, home.facts.test]) {
      if (place?.release) place.release = release;
    }
    return draft.put(last, 'release', release);
  }),
};

/** The days on which Main and Test are upgraded. */
function days(draft: Draft, upgrade: Upgrade): Day[] {
  const { upgraded } = upgrade;
  const all =
    typeof upgraded === 'object'
      ? [draft.day(upgraded, 'main'), draft.day(upgraded, 'test')]
      : [draft.day(upgrade, 'upgraded')];
  return all.filter((day) => day !== undefined);
}

/** Lets an upgrade use another VAL than its own, which goes. */
function removeVal(draft: Draft, upgrade: Upgrade | undefined, other: string | undefined) {
  const all = draft.plan.environments;
  if (!upgrade?.val || !all) return undefined;
  const { val } = upgrade;
  draft.forgetChanges();
  draft.plan.validations = draft.validations.filter(({ environment }) => environment !== val);
  delete all[val];
  return draft.put(upgrade, 'val', other);
}
