import type { Breakers } from './breaker.ts';
import { type Draft, earliest, latest } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** Breakers of the rules on validation. */
export const validation: Breakers = {
  'validation-missing': (draft) => {
    const others = draft.validations.filter(({ environment }) => environment !== draft.val.id);
    draft.forgetChanges();
    if (others.length) draft.plan.validations = others;
    else delete draft.plan.validations;
    return draft.record(draft.val.facts);
  },
  'validation-outside-val': [
    {
      title: 'a validation',
      breaks: (draft) => {
        // One of several, so that VAL still has its own; without what follows from where it is.
        const all = draft.validationsIn(draft.val);
        const last = all.length > 1 ? all.at(-1) : undefined;
        if (last?.started && all[0]) {
          all[0].scope = ['study-build', 'study-test', 'study-publish'];
          last.started = last.completed = draft.day(draft.plan, 'goLive')?.date;
          if (!draft.happened(last.completed)) delete last.report;
          else last.report = 'VR-900';
          delete last.findings;
        }
        draft.forgetChanges();
        const elsewhere = draft.one(draft.of('sandbox', 'prod', 'demo', 'community'));
        return draft.put(last, 'environment', elsewhere?.id);
      },
    },
    {
      title: 'formal testing',
      breaks: (draft) => {
        const date = draft.plan.goLive ?? '';
        const elsewhere = draft.one(draft.of('prod'));
        if (!elsewhere) return undefined;
        const activity = {
          activity: 'formal-testing' as const,
          instance: elsewhere.id,
          from: date,
          to: date,
        };
        draft.plan.activities = [...(draft.plan.activities ?? []), activity];
        return draft.value(activity, 'instance');
      },
    },
  ],
  'validation-not-completed': (draft) => {
    const planned = draft.validations.filter((each) => !each.report);
    return draft.without(draft.one(planned), 'completed');
  },
  'validation-order': notBefore({
    rule: 'validation-order',
    silences: ['val-idle', 'environment-not-alive'],
    pairs: (draft) =>
      draft.validations.map(
        (each): Pair => [draft.day(each, 'completed'), draft.day(each, 'started')],
      ),
  }),
  'validation-report-missing': (draft) =>
    draft.without(draft.one(draft.validations.filter(({ report }) => report)), 'report'),
  'validation-owner': (draft) => draft.put(draft.one(draft.validations), 'owner', 'iqvia'),
  'validation-scope-incomplete': (draft) => {
    const home = draft.one(draft.of('val'));
    const validations = home ? draft.validationsIn(home) : [];
    const lost = draft.one(['study-build', 'study-test', 'study-publish']);
    for (const each of validations) {
      const scope = each.scope?.filter((part) => part !== lost) ?? [];
      if (scope.length) each.scope = scope;
      else delete each.scope;
    }
    const last = validations.at(-1);
    return last?.scope ? draft.key(last, 'scope') : draft.record(last);
  },
  'val-destroyed-before-validation': notBefore({
    rule: 'val-destroyed-before-validation',
    silences: ['environment-not-alive', 'val-destroyed-before-go-live'],
    pairs: (draft) =>
      draft
        .of('val')
        .map(
          (home): Pair => [
            draft.day(home.facts, 'destroyed'),
            latest(draft.validationsIn(home).map((each) => draft.day(each, 'completed'))),
          ],
        ),
  }),
  'val-destroyed-before-go-live': notBefore({
    rule: 'val-destroyed-before-go-live',
    pairs: (draft) => [destroyed(draft)],
  }),
  'val-outlives-go-live': [
    notAfter({
      title: 'go-live',
      rule: 'val-outlives-go-live',
      max: 14,
      pairs: (draft) => [destroyed(draft)],
    }),
    notAfter({
      title: 'the upgrade',
      rule: 'val-outlives-go-live',
      max: 14,
      pairs: (draft) =>
        draft.upgrades.map((upgrade): Pair => {
          const { upgraded } = upgrade;
          const done =
            typeof upgraded === 'object'
              ? latest([draft.day(upgraded, 'main'), draft.day(upgraded, 'test')])
              : draft.day(upgrade, 'upgraded');
          return [draft.endOf(upgrade.val), done];
        }),
    }),
  ],
  'val-idle': notAfter({
    rule: 'val-idle',
    max: 21,
    pairs: (draft) =>
      draft
        .of('val')
        .map(
          (home): Pair => [
            earliest(draft.validationsIn(home).map((each) => draft.day(each, 'started'))),
            draft.begin(home),
          ],
        ),
  }),
  'val-release-mismatch': (draft) => {
    const { facts } = draft.one(draft.of('val')) ?? {};
    const prod = draft.prod.facts;
    const isUpgrade = facts?.clonedFrom === draft.prod.id;
    if (!isUpgrade && !prod.release) return undefined;
    const places = [facts, facts?.main, facts?.test];
    const stated = places.filter((place) => place?.release !== undefined);
    // One of them is enough; each that is wrong is said.
    const place = stated.length === 1 ? stated[0] : facts?.test?.release ? facts.test : undefined;
    return draft.put(place, 'release', draft.one(['19.1', '26.10.7', '99.12']));
  },
  'val-request-incomplete': (draft) => {
    const { facts } = draft.one(draft.of('val').filter((home) => home.facts.request)) ?? {};
    const key = draft.one(['release', 'build', 'starts', 'ends', 'sso'] as const);
    return key && draft.without(facts?.request, key);
  },
};

function destroyed(draft: Draft): Pair {
  return [draft.day(draft.val.facts, 'destroyed'), draft.day(draft.plan, 'goLive')];
}
