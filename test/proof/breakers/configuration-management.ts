import type { Change } from '../../../src/lifecycle/plan.ts';
import type { Breakers } from './breaker.ts';
import type { Draft } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** Breakers of the rules on configuration management. */
export const configurationManagement: Breakers = {
  'automatic-configuration-transfer': (draft) =>
    draft.put(
      draft.one(configuring(draft)),
      'method',
      draft.one(['odm-xml', 'study-export', 'copy', 'automatic'] as const),
    ),
  'configuration-by-hand-missing': (draft) => {
    const others = (draft.plan.transfers ?? []).filter(({ what }) => what !== 'configuration');
    if (others.length) draft.plan.transfers = others;
    else delete draft.plan.transfers;
    return draft.record(draft.plan);
  },
  'configuration-by-hand-elsewhere': (draft) => {
    const { transfers = [] } = draft.plan;
    const [first] = configuring(draft);
    const target = draft.one(draft.of('community', 'prod', 'val', 'sandbox'));
    if (!first || !target) return undefined;
    const begins = draft.begin(target)?.date ?? first.date;
    const date = begins && first.date && begins > first.date ? begins : first.date;
    // Community is always there, as a place to carry something from.
    const more = { ...first, from: draft.community.id, to: target.id, date };
    transfers.push(more);
    return draft.value(more, 'to');
  },
  'val-not-cloned-from-pre-prod': (draft) => {
    const { facts } = draft.val;
    if (draft.upgrades.length > 0) return undefined;
    return draft.number(2)
      ? draft.without(facts, 'clonedFrom')
      : draft.put(facts, 'clonedFrom', draft.one(draft.of('sandbox', 'prod', 'demo'))?.id);
  },
  'val-before-configuration-final': notBefore({
    rule: 'val-before-configuration-final',
    pairs: (draft) =>
      draft
        .creations(draft.val)
        .map((day): Pair => [day, draft.day(draft.preProd.facts, 'configurationFinal')]),
  }),
  'configuration-final-missing': (draft) =>
    draft.without(draft.preProd.facts, 'configurationFinal'),
  'adjustment-without-finding': (draft) => draft.without(draft.one(adjustments(draft)), 'finding'),
  'adjustment-not-minor': [
    {
      title: 'but major',
      breaks: (draft) => draft.put(draft.one(adjustments(draft)), 'size', 'major'),
    },
    {
      title: 'of no size',
      breaks: (draft) => draft.without(draft.one(adjustments(draft)), 'size'),
    },
  ],
  'decision-not-applied': [
    {
      title: 'not at all',
      breaks: (draft) => draft.without(draft.one(draft.plan.decisions), 'applied'),
    },
    notAfter({
      title: 'after VAL is cloned',
      rule: 'decision-not-applied',
      pairs: (draft) =>
        (draft.plan.decisions ?? []).map(
          (decision): Pair => [draft.day(decision, 'applied'), draft.begin(draft.val)],
        ),
    }),
  ],
  'configuration-report-missing': (draft) =>
    draft.without(
      draft.one(
        draft.controlled.filter((home) => draft.iqs(home).some(({ date }) => draft.happened(date))),
      )?.facts,
      'reports',
    ),
  'configuration-report-not-compared': (draft) => {
    const home = draft.one(
      draft
        .of('val', 'prod')
        .filter((each) => draft.iqs(each).some(({ date }) => draft.happened(date))),
    );
    const other = draft.one([undefined, home?.id]);
    for (const report of home?.facts.reports ?? []) {
      if (report.comparedWith && other === undefined) delete report.comparedWith;
      else if (report.comparedWith) report.comparedWith = other;
    }
    return draft.record(home?.facts);
  },
  'configuration-report-stale': (draft) => {
    const stale = draft.controlled.filter((each) => {
      const begin = draft.begin(each)?.date ?? '';
      return each.facts.changes?.some(({ date = '' }) => draft.happened(date) && date > begin);
    });
    const home = draft.one(stale);
    const begin = home && draft.begin(home);
    for (const report of home?.facts.reports ?? []) report.date = begin?.date;
    return draft.record(home?.facts);
  },
  'configuration-report-file': (draft) => {
    const reports = draft.environments.flatMap(({ facts }) => facts.reports ?? []);
    const report = draft.one(reports);
    const wrong = [
      '/srv/a.pdf',
      'C:\\a.pdf',
      '\\\\host\\a.pdf',
      'https://example.com/a.pdf',
      'a/../../b.pdf',
    ];
    if (!draft.happened(report?.date)) return draft.put(report, 'file', draft.one(wrong));
    return draft.put(report, 'file', draft.one([...wrong, 'absent/a.pdf']));
  },
};

function configuring(draft: Draft) {
  return (draft.plan.transfers ?? []).filter(({ what }) => what === 'configuration');
}

/** Changes to Pre-PROD that VAL does not have. */
function adjustments(draft: Draft): Change[] {
  const cloned = draft.begin(draft.val)?.date ?? '';
  return (draft.preProd.facts.changes ?? []).filter(({ date = '' }) => date > cloned);
}
