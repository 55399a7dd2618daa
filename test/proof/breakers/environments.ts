import fc from 'fast-check';
import { kindNames } from '../plans/ids.ts';
import { decisionChoices } from '../plans/work.ts';
import type { Breakers } from './breaker.ts';
import { type Day, type Draft, earliest, latest } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** Breakers of the rules on environments. */
export const environments: Breakers = {
  'required-environment-missing': {
    // What refers to an environment under a name of its own would refer to something unknown, too.
    wishes: { ids: fc.constant(kindNames), upgrades: fc.constant([]) },
    breaks: (draft) => {
      const all = draft.plan.environments;
      const home = draft.one(draft.of('sandbox', 'pre-prod', 'val', 'prod'));
      if (!all || !home) return undefined;
      delete all[home.id];
      return draft.record(all);
    },
  },
  'duplicate-environment': {
    asWritten: true,
    breaks: (draft) => {
      const home = draft.one(draft.environments.filter(({ kind }) => kind !== 'demo'));
      const all = draft.plan.environments;
      if (!home || !all || draft.upgradeVals.includes(home)) return undefined;
      const { kind } = home;
      all['one-more'] = draft.number(2) ? { kind } : { ...structuredClone(home.facts), kind };
      return draft.record(all['one-more']);
    },
  },
  'pair-incomplete': (draft) => {
    const { facts } = draft.one(draft.pairs) ?? {};
    return draft.without(facts, draft.number(2) ? 'main' : 'test');
  },
  'single-instance-paired': (draft) => {
    const { facts } = draft.one(draft.of('migration', 'pre-prod', 'demo', 'community')) ?? {};
    const instance = draft.number(2) ? 'main' : 'test';
    draft.put(facts, instance, draft.number(2) ? {} : { url: 'https://one.example.com' });
    return draft.key(facts, instance);
  },
  'ephemeral-without-end': (draft) =>
    draft.without(draft.one(draft.of('sandbox', 'migration', 'val'))?.facts, 'destroyed'),
  'persistent-with-end': (draft) => {
    const { facts } = draft.one(draft.of('prod', 'demo', 'community')) ?? {};
    draft.put(facts, 'destroyed', draft.plan.goLive);
    return draft.key(facts, 'destroyed');
  },
  'pre-prod-destroyed': (draft) => {
    const { facts } = draft.preProd;
    draft.put(facts, 'destroyed', draft.promotion?.date);
    return draft.key(facts, 'destroyed');
  },
  'environment-not-created': (draft) => {
    const homes = draft.of('sandbox', 'migration', 'pre-prod', 'val', 'prod');
    const { facts } = draft.one(homes) ?? {};
    delete facts?.main?.created;
    delete facts?.test?.created;
    delete facts?.created;
    return draft.record(facts);
  },
  'environment-life-order': [
    notBefore({
      title: 'destroyed before it is created',
      rule: 'environment-life-order',
      pairs: (draft) =>
        draft.environments.map(
          (home): Pair => [draft.day(home.facts, 'destroyed'), draft.begin(home)],
        ),
    }),
    notAfter({
      title: 'created after it is promoted',
      rule: 'environment-life-order',
      pairs: (draft) => [[draft.day(draft.preProd.facts, 'created'), draft.promotion]],
    }),
    notBefore({
      title: 'an instance before its pair',
      rule: 'environment-life-order',
      pairs: (draft) => instances(draft, 'created'),
    }),
    notAfter({
      title: 'an instance after the end of its pair',
      rule: 'environment-life-order',
      pairs: (draft) => instances(draft, 'destroyed'),
    }),
  ],
  'environment-not-alive': [
    notBefore({
      title: 'before it is created',
      rule: 'environment-not-alive',
      silences: ['use-before-iq', 'ecr-before-iq', 'val-not-obfuscated'],
      pairs: (draft) => uses(draft).map(({ home, first }): Pair => [first, draft.beginOf(home)]),
    }),
    notAfter({
      title: 'after its end',
      rule: 'environment-not-alive',
      silences: ['iq-late', 'exploration-after-go-live'],
      pairs: (draft) => uses(draft).map(({ home, last }): Pair => [last, draft.endOf(home)]),
    }),
  ],
  'shared-environment-owned': (draft) => {
    const { facts } = draft.one(draft.of('demo', 'community')) ?? {};
    const key = draft.one(['created', 'clonedFrom', 'promotedFrom', 'changes'] as const);
    if (!facts || !key) return undefined;
    const date = draft.past;
    Object.assign(facts, {
      [key]:
        key === 'created' ? date : key === 'changes' ? [{ date, summary: 'x' }] : draft.prod.id,
    });
    return draft.key(facts, key);
  },
  'date-order': notBefore({ rule: 'date-order', pairs: steps }),
  'duplicate-id': [
    {
      title: 'decisions',
      asWritten: true,
      wishes: { decisions: fc.array(decisionChoices, { minLength: 2, maxLength: 3 }) },
      breaks: (draft) => {
        const [first, second] = draft.plan.decisions ?? [];
        return second && draft.put(second, 'id', first?.id);
      },
    },
    {
      title: 'findings',
      asWritten: true,
      breaks: (draft) => {
        draft.forgetChanges();
        const lists = draft.validations.map(({ findings }) => findings ?? []);
        const [first, second] = draft.one(lists.filter((list) => list.length > 1)) ?? [];
        return second && draft.put(second, 'id', first?.id);
      },
    },
  ],
  'duplicate-url': [
    {
      title: 'within a plan',
      asWritten: true,
      breaks: (draft) => {
        const home = draft.one(draft.pairs);
        if (!home?.facts.main || !home.facts.test) return undefined;
        home.facts.main.url = 'https://same.example.com/x';
        const { test } = home.facts;
        const keys = Object.keys(home.facts);
        const isTestFirst = keys.indexOf('test') < keys.indexOf('main');
        test.url = draft.one(['https://same.example.com/x', 'https://SAME.example.com/x/']);
        return draft.value(isTestFirst ? home.facts.main : test, 'url');
      },
    },
    {
      title: 'of another customer',
      beside: 'another',
      breaks: (draft, other) => {
        const [mine, theirs] = [draft.prod.facts.main, other.sandbox.facts.test];
        if (theirs) theirs.url = 'https://same.example.com';
        return draft.put(
          mine,
          'url',
          draft.one(['https://same.example.com/', 'https://Same.example.com']),
        );
      },
    },
  ],
};

/** The days of instances, each with a day of its pair. */
function instances(draft: Draft, key: 'created' | 'destroyed'): Pair[] {
  return draft.pairs.flatMap(({ facts }): Pair[] => [
    [draft.day(facts.main, 'created'), draft.day(facts, key)],
    [draft.day(facts.test, 'created'), draft.day(facts, key)],
  ]);
}

/** What is done in an environment: its first day and its last. */
function uses(
  draft: Draft,
): { home: string | undefined; first?: Day | undefined; last?: Day | undefined }[] {
  const { activities = [], transfers = [] } = draft.plan;
  return [
    ...draft.environments.flatMap(({ id, facts }) => [
      ...(facts.reports ?? []).map((report) => on(id, draft.day(report, 'date'))),
      ...(facts.changes ?? [])
        .filter(({ instances }) => instances === undefined)
        .map((change) => on(id, draft.day(change, 'date'))),
    ]),
    ...activities.map((activity) => ({
      home: activity.instance,
      first: draft.day(activity, 'from'),
      last: draft.day(activity, 'to'),
    })),
    ...draft.training.map((training) => ({
      home: training.instance,
      first: draft.day(training, 'started') ?? draft.day(training, 'signedOff'),
      last: draft.day(training, 'signedOff'),
    })),
    ...draft.validations.map((validation) => ({
      home: validation.environment,
      first: draft.day(validation, 'started'),
    })),
    // Both must be there; it is the later of the two that a transfer is too early for.
    ...transfers.flatMap((transfer) => {
      const day = draft.day(transfer, 'date');
      const begins = latest([draft.beginOf(transfer.from), draft.beginOf(transfer.to)]);
      const ends = earliest([draft.endOf(transfer.from), draft.endOf(transfer.to)]);
      return [transfer.from, transfer.to].map((home) => ({
        home,
        first: draft.beginOf(home)?.date === begins?.date ? day : undefined,
        last: draft.endOf(home)?.date === ends?.date ? day : undefined,
      }));
    }),
  ];
}

function on(home: string, day: Day | undefined) {
  return { home, first: day, last: day };
}

/** Steps of one record, the later one first. */
function steps(draft: Draft): Pair[] {
  const { plan } = draft;
  const { migration } = plan;
  const instances = draft.pairs.flatMap((home) =>
    (['main', 'test'] as const).map((id) => ({ id: `${home.id}.${id}`, home, instance: id })),
  );
  return [
    [draft.day(plan, 'goLive'), draft.day(plan, 'contractSigned')],
    ...draft.environments.flatMap(({ facts }): Pair[] => [
      [draft.day(facts.request, 'ends'), draft.day(facts.request, 'starts')],
      [draft.day(facts, 'obfuscated'), draft.day(facts, 'created')],
      [draft.day(facts, 'configurationFinal'), draft.day(facts, 'created')],
    ]),
    [draft.day(migration?.approval, 'date'), draft.day(migration?.acceptance, 'date')],
    [draft.day(migration, 'databaseMigrated'), draft.day(migration, 'legacyFrozen')],
    ...(plan.activities ?? []).map(
      (each): Pair => [draft.day(each, 'to'), draft.day(each, 'from')],
    ),
    ...draft.training.map(
      (each): Pair => [draft.day(each, 'signedOff'), draft.day(each, 'started')],
    ),
    ...draft.validations
      .flatMap(({ findings }) => findings ?? [])
      .map((each): Pair => [draft.day(each, 'resolved'), draft.day(each, 'opened')]),
    ...(plan.decisions ?? []).map(
      (each): Pair => [draft.day(each, 'applied'), draft.day(each, 'made')],
    ),
    ...(plan.integrations?.sso ?? []).map((sso): Pair => {
      const place = instances.find(({ id }) => id === sso.instance);
      return [draft.day(sso, 'enabled'), place && draft.creation(place.home, place.instance)];
    }),
  ];
}
