import fc from 'fast-check';
import { addDays } from '../../../src/lifecycle/dates.ts';
import type { Breakers } from './breaker.ts';
import type { Draft } from './draft.ts';

/** Breakers of the rules on waivers, and of those that look at several plans. */
export const waiversAndPortfolio: Breakers = {
  'waiver-unused': [
    {
      title: 'nothing to waive',
      breaks: (draft) =>
        draft.value(waive(draft, { at: draft.one([undefined, 'environments']) }), 'rule'),
    },
    {
      title: 'a place that is not there',
      breaks: (draft) =>
        draft.value(
          waive(draft, {
            at: draft.one(['environments.nowhere', 'upgrades[99]', 'a b', '["', 'customer.x']),
          }),
          'at',
        ),
    },
  ],
  'waiver-expired': [
    {
      title: 'it has ended',
      breaks: (draft) => {
        const until = addDays(draft.plan.statusDate ?? '', -1);
        return draft.value(
          waive(draft, { approved: addDays(until, -draft.number(30)), until }),
          'until',
        );
      },
    },
    {
      title: 'it is yet to be approved',
      breaks: (draft) => draft.value(waive(draft, { approved: draft.future }), 'approved'),
    },
  ],
  'waiver-unknown-rule': (draft) =>
    draft.value(
      waive(draft, { rule: draft.one(['iq-lat', 'nothing', 'IQ-LATE', 'constructor']) ?? '' }),
      'rule',
    ),
  'waiver-not-allowed': (draft) =>
    draft.value(
      waive(draft, {
        rule:
          draft.one([
            'iq-missing',
            'pair-incomplete',
            'prod-test-data',
            'val-not-obfuscated',
            'main-access-before-sign-off',
            'waiver-unused',
            'invalid-date',
          ]) ?? '',
      }),
      'rule',
    ),
  'duplicate-customer': {
    beside: 'another',
    breaks: (draft, other) => {
      other.plan.customer = draft.one([
        'quillonbayresearch',
        'Quillon Bay Research',
        ' QUILLON bay\u00A0research',
      ]);
      draft.plan.customer = 'Quillon Bay Research';
      return draft.value(draft.plan, 'customer');
    },
  },
  'duplicate-plan': {
    beside: 'plan',
    wishes: { sites: fc.constant([]) },
    breaks: (draft) => draft.record(draft.plan),
  },
};

function waive(
  draft: Draft,
  own: { rule?: string; at?: string | undefined; approved?: string; until?: string },
) {
  const { statusDate = '' } = draft.plan;
  const waiver = {
    rule: 'validation-owner',
    ...(own.at === undefined && { at: undefined }),
    reason: 'Agreed',
    approvedBy: 'Head of quality',
    approved: statusDate,
    ...own,
  };
  const written = Object.fromEntries(
    Object.entries(waiver).filter(([, value]) => value !== undefined),
  ) as typeof waiver;
  draft.plan.waivers = [...(draft.plan.waivers ?? []), written];
  return written;
}
