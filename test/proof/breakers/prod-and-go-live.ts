import fc from 'fast-check';
import { migrationChoices } from '../plans/migrations.ts';
import type { Breakers } from './breaker.ts';
import { type Draft, latest } from './draft.ts';
import { notAfter, notBefore, type Pair, within } from './order.ts';

/** Breakers of the rules on PROD and go-live. */
export const prodAndGoLive: Breakers = {
  'prod-not-promoted': (draft) => {
    const { facts } = draft.prod;
    return draft.number(2)
      ? draft.without(facts, 'promotedFrom')
      : draft.put(facts, 'promotedFrom', draft.one(draft.of('sandbox', 'val', 'demo'))?.id);
  },
  'prod-before-validation': notBefore({
    rule: 'prod-before-validation',
    pairs: (draft) => [
      [
        draft.promotion,
        latest(draft.validationsIn(draft.val).map((each) => draft.day(each, 'completed'))),
      ],
    ],
  }),
  'prod-promotion-apart-from-migration': within(2, {
    rule: 'prod-promotion-apart-from-migration',
    wishes: { migration: migrationChoices },
    pairs: (draft) => [[draft.day(draft.plan.migration, 'databaseMigrated'), draft.promotion]],
  }),
  'prod-test-before-main': notBefore({
    rule: 'prod-test-before-main',
    // Where PROD has a day of its own, its instances are to keep to that.
    pairs: (draft) => (draft.prod.facts.main?.created ? [testAndMain(draft)] : []),
  }),
  'prod-test-late': notAfter({
    rule: 'prod-test-late',
    max: 3,
    pairs: (draft) => [testAndMain(draft)],
  }),
  'go-live-before-prod': notBefore({
    rule: 'go-live-before-prod',
    // Go-live is as early, and VAL ends as early, as can be.
    wishes: { goLive: fc.constant(0), valEnds: fc.constant(0) },
    silences: ['use-before-iq', 'no-signed-off-group', 'go-live-before-access'],
    pairs: (draft) => [[draft.day(draft.plan, 'goLive'), latest(draft.creations(draft.prod))]],
  }),
  'go-live-gap': notAfter({
    rule: 'go-live-gap',
    max: 21,
    pairs: (draft) => [[draft.day(draft.plan, 'goLive'), draft.promotion]],
  }),
  'promotion-with-open-findings': [
    {
      title: 'never resolved',
      breaks: (draft) => {
        const finding = draft.one(grave(draft));
        if (!draft.happened(draft.promotion?.date)) return undefined;
        return draft.without(finding, 'resolved');
      },
    },
    notAfter({
      title: 'resolved too late',
      rule: 'promotion-with-open-findings',
      pairs: (draft) =>
        grave(draft).map((each): Pair => [draft.day(each, 'resolved'), draft.promotion]),
    }),
  ],
  'prod-test-data': (draft) =>
    draft.put(
      draft.prod.facts.test,
      'data',
      draft.one(['real', 'migrated', 'obfuscated'] as const),
    ),
};

function testAndMain(draft: Draft): Pair {
  return [draft.creation(draft.prod, 'test'), draft.creation(draft.prod, 'main')];
}

function grave(draft: Draft) {
  const findings = draft.validationsIn(draft.val).flatMap((each) => each.findings ?? []);
  return findings.filter(({ severity }) => severity !== 'minor');
}
