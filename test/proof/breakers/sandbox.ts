import fc from 'fast-check';
import type { Wishes } from '../plans/index.ts';
import { activityParts, transferParts } from '../plans/work.ts';
import type { Breakers } from './breaker.ts';
import type { Draft } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** Something is carried from Sandbox, the first of the homes, to one of the others. */
const carrying: Wishes = {
  transfers: fc.array(
    fc.record({ ...transferParts, from: fc.nat(2), to: fc.integer({ min: 3, max: 20 }) }),
    { minLength: 2, maxLength: 6 },
  ),
};

/** Features are explored in Sandbox. */
const exploring: Wishes = {
  activities: fc.array(
    fc.record({ ...activityParts, home: fc.nat(2), activity: fc.constant(1), to: fc.constant(0) }),
    { minLength: 1, maxLength: 1 },
  ),
};

/** Breakers of the rules on Sandbox and on what takes its place. */
export const sandbox: Breakers = {
  'sandbox-before-contract': notBefore({
    rule: 'sandbox-before-contract',
    pairs: (draft) => created(draft),
  }),
  'sandbox-late': notAfter({ rule: 'sandbox-late', max: 14, pairs: (draft) => created(draft) }),
  'sandbox-destroyed-before-go-live': notBefore({
    rule: 'sandbox-destroyed-before-go-live',
    pairs: (draft) => [destroyed(draft)],
  }),
  'sandbox-outlives-go-live': notAfter({
    rule: 'sandbox-outlives-go-live',
    max: 30,
    pairs: (draft) => [destroyed(draft)],
  }),
  'sandbox-activity': (draft) => {
    const activity = draft.one(
      draft.plan.activities?.filter(({ instance }) => isSandbox(draft, instance)),
    );
    const unfit = [
      'formal-testing',
      'configuration',
      'data-review',
      'demonstration',
      'study-conduct',
    ];
    return draft.put(activity, 'activity', draft.one(unfit) as 'configuration');
  },
  'sandbox-library-copy': {
    wishes: carrying,
    breaks: (draft) => draft.put(draft.one(carried(draft)), 'what', 'study-library'),
  },
  'odm-transfer-scope': [
    {
      title: 'ODM XML for something else',
      wishes: carrying,
      breaks: (draft) => {
        const transfer = draft.one(carried(draft));
        if (transfer) transfer.what = 'study-design';
        return draft.put(transfer, 'method', 'odm-xml');
      },
    },
    {
      title: 'elements by something else',
      wishes: carrying,
      breaks: (draft) => {
        const transfer = draft.one(carried(draft));
        if (transfer) transfer.what = 'crf-elements';
        return draft.put(
          transfer,
          'method',
          draft.one(['study-export', 'copy', 'automatic'] as const),
        );
      },
    },
  ],
  'sandbox-data': (draft) =>
    draft.put(
      draft.one([draft.sandbox.facts.main, draft.sandbox.facts.test]),
      'data',
      draft.one(['real', 'migrated'] as const),
    ),
  'exploration-after-go-live': notAfter({
    rule: 'exploration-after-go-live',
    wishes: exploring,
    pairs: (draft) =>
      (draft.plan.activities ?? [])
        .filter(({ activity }) => activity === 'feature-exploration')
        .filter(({ instance }) => isSandbox(draft, instance))
        .map((each): Pair => [draft.day(each, 'to'), draft.day(draft.plan, 'goLive')]),
  }),
  'community-access-missing': [
    {
      title: 'no access',
      breaks: (draft) => draft.without(draft.community.facts, 'access'),
    },
    {
      title: 'no Community Dev',
      breaks: (draft) => {
        const { id } = draft.community;
        const all = draft.plan.environments;
        if (!all || JSON.stringify(draft.plan).split(`"${id}"`).length > 2) return undefined;
        delete all[id];
        return draft.record(all);
      },
    },
    notAfter({
      title: 'too late',
      rule: 'community-access-missing',
      pairs: (draft) => [
        [draft.day(draft.community.facts, 'access'), draft.day(draft.sandbox.facts, 'destroyed')],
      ],
    }),
  ],
  'master-library-in-sandbox': (draft) =>
    draft.put(draft.plan.masterLibrary, 'environment', draft.sandbox.id),
  'master-library-missing': [
    { title: 'not at all', breaks: (draft) => draft.without(draft.plan, 'masterLibrary') },
    {
      title: 'elsewhere',
      breaks: (draft) => {
        const elsewhere = draft.one(draft.of('val', 'prod', 'community', 'demo', 'migration'));
        return draft.put(draft.plan.masterLibrary, 'environment', elsewhere?.id);
      },
    },
  ],
  'master-library-late': notAfter({
    rule: 'master-library-late',
    pairs: (draft) => [[draft.day(draft.plan.masterLibrary, 'ready'), draft.begin(draft.val)]],
  }),
  'master-library-carry-over': (draft) => draft.without(draft.plan.masterLibrary, 'carryOver'),
};

function created(draft: Draft): Pair[] {
  const signed = draft.day(draft.plan, 'contractSigned');
  return draft.creations(draft.sandbox).map((day) => [day, signed]);
}

function destroyed(draft: Draft): Pair {
  return [draft.day(draft.sandbox.facts, 'destroyed'), draft.day(draft.plan, 'goLive')];
}

function isSandbox(draft: Draft, reference: string | undefined): boolean {
  return draft.named(reference)?.home.kind === 'sandbox';
}

/** What is carried out of Sandbox, besides the configuration. */
function carried(draft: Draft) {
  return (draft.plan.transfers ?? []).filter(
    ({ from, to, what }) =>
      what !== 'configuration' && isSandbox(draft, from) && !isSandbox(draft, to),
  );
}
