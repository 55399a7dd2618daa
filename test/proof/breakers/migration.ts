import fc from 'fast-check';
import type { Wishes } from '../plans/index.ts';
import { migrationChoices } from '../plans/migrations.ts';
import type { Breaker, Breakers } from './breaker.ts';
import type { Draft, Expected } from './draft.ts';
import { notAfter, notBefore, type Pair } from './order.ts';

/** A database is migrated. */
const wishes: Wishes = { migration: migrationChoices };

function migrating(breaks: (draft: Draft) => Expected | undefined, title?: string): Breaker {
  return { wishes, breaks, ...(title && { title }) };
}

/** Breakers of the rules on the volunteer database migration. */
export const migration: Breakers = {
  'migration-environment-missing': migrating((draft) => {
    const all = draft.plan.environments;
    const [home] = draft.of('migration');
    if (!all || !home) return undefined;
    // What refers to an environment under a name of its own refers to something unknown, too.
    const isNamed = JSON.stringify({ ...draft.plan, environments: null }).includes(`"${home.id}"`);
    if (isNamed && home.id !== 'migration') return undefined;
    delete all[home.id];
    return draft.record(all);
  }),
  'migration-environment-unneeded': [
    migrating((draft) => {
      draft.plan.sourceDatabase = 'none';
      return draft.record(draft.of('migration')[0]?.facts);
    }, 'although there is no database'),
    {
      title: 'the block alone',
      wishes: { migration: fc.constant(undefined) },
      breaks: (draft) => {
        draft.plan.migration = draft.number(2) ? {} : { specification: '1.0' };
        return draft.key(draft.plan, 'migration');
      },
    },
  ],
  'migration-specification-missing': migrating((draft) =>
    draft.without(draft.plan.migration, 'specification'),
  ),
  'migration-without-iteration': migrating((draft) =>
    draft.without(draft.plan.migration, 'iterations'),
  ),
  'migration-iteration-order': notBefore({
    rule: 'migration-iteration-order',
    wishes,
    pairs: (draft) => {
      const iterations = draft.plan.migration?.iterations ?? [];
      return iterations.flatMap((iteration, index): Pair[] => {
        const last = iterations[index - 1];
        const { specReviewed = '', loaded = '' } = iteration;
        return [
          [draft.day(iteration, 'specReviewed'), draft.day(last, 'specReviewed')],
          // Each step waits for the later of two.
          (last?.loaded ?? '') > specReviewed
            ? [draft.day(iteration, 'loaded'), draft.day(last, 'loaded')]
            : [draft.day(iteration, 'loaded'), draft.day(iteration, 'specReviewed')],
          (last?.reviewed ?? '') > loaded
            ? [draft.day(iteration, 'reviewed'), draft.day(last, 'reviewed')]
            : [draft.day(iteration, 'reviewed'), draft.day(iteration, 'loaded')],
        ];
      });
    },
  }),
  'migration-iteration-unreviewed': migrating((draft) => {
    const { iterations = [], approval } = draft.plan.migration ?? {};
    const owed = iterations.filter(({ reviewed }, index) => {
      const begun = draft.happened(iterations[index + 1]?.specReviewed);
      return (begun || draft.happened(approval?.date)) && draft.happened(reviewed);
    });
    const iteration = draft.one(owed);
    if (draft.number(2)) delete iteration?.outcome;
    return draft.number(2)
      ? draft.without(iteration, 'outcome')
      : draft.without(iteration, 'reviewed');
  }),
  'migration-last-iteration-open': migrating((draft) => {
    const { iterations, approval } = draft.plan.migration ?? {};
    if (!draft.happened(approval?.date)) return undefined;
    return draft.put(iterations?.at(-1), 'outcome', 'changes-needed');
  }),
  'migration-acceptance-missing': migrating((draft) =>
    draft.without(draft.plan.migration, 'acceptance'),
  ),
  'migration-acceptance-elsewhere': migrating((draft) => {
    const elsewhere = draft.one(draft.of('sandbox', 'pre-prod', 'val', 'prod', 'demo'));
    return draft.put(draft.plan.migration?.acceptance, 'environment', elsewhere?.id);
  }),
  'migration-approval-missing': migrating((draft) =>
    draft.without(draft.plan.migration, 'approval'),
  ),
  'migration-approver-not-customer': migrating((draft) =>
    draft.put(draft.plan.migration?.approval, 'by', 'iqvia'),
  ),
  'migration-destroyed-before-approval': notBefore({
    rule: 'migration-destroyed-before-approval',
    wishes,
    pairs: (draft) => [destroyed(draft)],
  }),
  'migration-outlives-approval': notAfter({
    rule: 'migration-outlives-approval',
    max: 14,
    wishes,
    pairs: (draft) => [destroyed(draft)],
  }),
  'migration-load-missing': migrating((draft) =>
    draft.without(draft.plan.migration, 'databaseMigrated'),
  ),
  'migration-approval-after-load': notAfter({
    rule: 'migration-approval-after-load',
    silences: ['migration-destroyed-before-approval'],
    wishes,
    pairs: (draft) => [
      [
        draft.day(draft.plan.migration?.approval, 'date'),
        draft.day(draft.plan.migration, 'databaseMigrated'),
      ],
    ],
  }),
  'migration-configuration-change': migrating((draft) => {
    const [home] = draft.of('migration');
    const date = draft.one([home?.facts.created, draft.future, '2001-01-01']);
    if (home && date) home.facts.changes = [{ date, summary: 'A field more', ecr: 'ECR-901' }];
    return draft.key(home?.facts, 'changes');
  }),
  'migration-test-volunteers': migrating((draft) => {
    const { migration: block } = draft.plan;
    if (block) block.testVolunteers ??= {};
    return draft.put(block?.testVolunteers, 'count', draft.one([0, 51, -1, 1000]));
  }),
  'migration-real-volunteers': migrating((draft) => {
    const { migration: block } = draft.plan;
    if (block) block.testVolunteers ??= {};
    return draft.put(block?.testVolunteers, 'data', 'real');
  }),
  'qc-report-missing': migrating((draft) => {
    const loaded = draft.plan.migration?.iterations?.filter((each) => each.qcReport);
    return draft.without(draft.one(loaded), 'qcReport');
  }),
};

function destroyed(draft: Draft): Pair {
  const [home] = draft.of('migration');
  return [draft.day(home?.facts, 'destroyed'), draft.day(draft.plan.migration?.approval, 'date')];
}
