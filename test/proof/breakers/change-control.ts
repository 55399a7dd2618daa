import type { Breakers } from './breaker.ts';
import { type Draft, earliest, latest } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** Breakers of the rules on change control. */
export const changeControl: Breakers = {
  'iq-missing': [
    {
      title: 'of an environment',
      breaks: (draft) => {
        const home = draft.one(draft.controlled);
        delete home?.facts.iq;
        delete home?.facts.main?.iq;
        delete home?.facts.test?.iq;
        return draft.record(home?.facts);
      },
    },
    {
      title: 'of an instance',
      breaks: (draft) => {
        const pairs = draft.controlled.filter(({ facts }) => !facts.iq && facts.main && facts.test);
        const home = draft.one(pairs);
        return draft.without(home?.facts[draft.number(2) ? 'main' : 'test'], 'iq');
      },
    },
  ],
  'iq-on-uncontrolled': (draft) => {
    const home = draft.one(draft.of('sandbox', 'migration', 'demo', 'community'));
    const place = draft.number(2) ? home?.facts : (home?.facts.test ?? home?.facts);
    draft.put(place, 'iq', { date: draft.number(2) ? draft.past : draft.future });
    return draft.key(place, 'iq');
  },
  'iq-before-creation': notBefore({
    rule: 'iq-before-creation',
    silences: ['environment-not-alive'],
    pairs: (draft) =>
      iqs(draft).map(
        ({ iq, instances, home }): Pair => [
          draft.day(iq, 'date'),
          latest(instances.map((id) => draft.creation(home, id))),
        ],
      ),
  }),
  'iq-late': notAfter({
    rule: 'iq-late',
    max: 10,
    pairs: (draft) =>
      iqs(draft).map(
        ({ iq, instances, home }): Pair => [
          draft.day(iq, 'date'),
          earliest(instances.map((id) => draft.creation(home, id))),
        ],
      ),
  }),
  'iq-document-missing': (draft) => {
    const all = draft.controlled.flatMap((home) => draft.iqs(home));
    return draft.without(draft.one(all.filter(({ date }) => draft.happened(date))), 'document');
  },
  'use-before-iq': notBefore({
    rule: 'use-before-iq',
    pairs: (draft) => [
      ...draft.validations.map(
        (each): Pair => [draft.day(each, 'started'), latest(draft.iqsOf(each.environment))],
      ),
      ...(draft.plan.activities ?? [])
        .filter(({ activity }) => activity === 'formal-testing' || activity === 'study-conduct')
        .map((each): Pair => [draft.day(each, 'from'), latest(draft.iqsOf(each.instance))]),
      ...draft.training.flatMap((each): Pair[] => [
        [draft.day(each, 'started'), latest(draft.iqsOf(each.instance))],
        [draft.day(each, 'mainAccess'), latest(draft.iqsOf(`${draft.prod.id}.main`))],
      ]),
      [draft.day(draft.plan, 'goLive'), latest(draft.iqsOf(draft.prod.id))],
    ],
  }),
  'change-without-ecr': (draft) =>
    draft.without(draft.one(changes(draft).filter(({ ecr }) => ecr)), 'ecr'),
  'ecr-before-iq': notBefore({
    rule: 'ecr-before-iq',
    pairs: (draft) =>
      draft.controlled.flatMap((home) =>
        (home.facts.changes ?? []).map((change): Pair => {
          const { instances } = change;
          const days =
            home.kind === 'pre-prod' || instances === undefined || instances === 'both'
              ? draft.iqsOf(home.id)
              : draft.iqsOf(`${home.id}.${instances}`);
          const iq = instances === 'both' ? latest(days) : earliest(days);
          return [draft.day(change, 'date'), iq];
        }),
      ),
  }),
  'ecr-on-uncontrolled': (draft) => {
    const change = draft.one(draft.sandbox.facts.changes);
    draft.put(change, 'ecr', 'ECR-900');
    return draft.key(change, 'ecr');
  },
  'ecr-incomplete': (draft) =>
    draft.without(draft.one(changes(draft).filter(({ ecr }) => ecr)), 'approvedBy'),
  'duplicate-document': [
    {
      title: 'within a plan',
      asWritten: true,
      breaks: (draft) => {
        const reports = draft.validations.filter(({ report }) => report);
        const [first, second] = reports;
        return (
          second &&
          draft.put(second, 'report', draft.number(2) ? first?.report : ` ${first?.report} `)
        );
      },
    },
    {
      title: 'of another customer',
      beside: 'another',
      breaks: (draft, other) => {
        const iq = draft.one(draft.controlled.flatMap((home) => draft.iqs(home)).filter(isDone));
        const theirs = other.validations.find(({ report }) => report);
        if (!iq || !theirs) return undefined;
        theirs.report = 'SAME-1';
        return draft.put(iq, 'document', 'SAME-1');
      },
    },
  ],
  'self-approval': [
    {
      title: 'of an IQ',
      breaks: (draft) => {
        const iq = draft.one(draft.controlled.flatMap((home) => draft.iqs(home)));
        if (iq) iq.preparedBy = 'Quality  Assurance';
        return draft.put(iq, 'approvedBy', draft.one(['Quality  Assurance', 'QUALITY assurance ']));
      },
    },
    {
      title: 'of a change',
      breaks: (draft) => {
        const all = draft.environments.flatMap(({ facts }) => facts.changes ?? []);
        const change = draft.one(all);
        if (change) change.requestedBy = 'QA';
        return draft.put(change, 'approvedBy', draft.one(['QA', ' q a']));
      },
    },
  ],
  'evidence-before-event': (draft) => {
    const { migration } = draft.plan;
    const documents = [
      ...draft.controlled
        .flatMap((home) => draft.iqs(home))
        .map((iq) => ({ record: iq, key: 'document', date: iq.date })),
      ...changes(draft).map((change) => ({ record: change, key: 'ecr', date: change.date })),
      ...draft.validations.map((each) => ({ record: each, key: 'report', date: each.completed })),
      ...(migration?.iterations ?? []).map((each) => ({
        record: each,
        key: 'qcReport',
        date: each.loaded,
      })),
    ];
    const early = draft.one(documents.filter(({ date }) => date && !draft.happened(date)));
    if (!early) return undefined;
    Reflect.set(early.record, early.key, 'EARLY-1');
    return draft.key(early.record, early.key);
  },
};

function isDone({ document }: { document?: string | undefined }): boolean {
  return document !== undefined;
}

function changes(draft: Draft) {
  return draft.controlled.flatMap(({ facts }) => facts.changes ?? []);
}

/** The IQs, each with the instances that it covers. */
function iqs(draft: Draft) {
  return draft.controlled.flatMap((home) => {
    const { facts } = home;
    const ids = ['main', 'test'] as const;
    const own = ids.filter((id) => facts[id]?.iq);
    const others = ids.filter((id) => !own.includes(id));
    const covered = others.length ? others : ids;
    return [
      ...(facts.iq ? [{ iq: facts.iq, instances: covered, home }] : []),
      ...own.flatMap((id) => {
        const iq = facts[id]?.iq;
        return iq ? [{ iq, instances: [id], home }] : [];
      }),
    ];
  });
}
