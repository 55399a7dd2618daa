import { expect, test, vi } from 'vitest';
import { perPlan } from '../../src/lifecycle/per-plan.ts';
import type { Plan } from '../../src/lifecycle/plan.ts';
import { planOf } from '../diagram/support/plans.ts';

test('a question is asked once of each plan', () => {
  const question = vi.fn(({ customer }: Plan) => ({ customer }));
  const answerOf = perPlan(question);
  const [acme, other] = [planOf('customer: Acme'), planOf('customer: Other')];
  expect([acme, other, acme, other].map(answerOf)).toEqual([
    { customer: 'Acme' },
    { customer: 'Other' },
    { customer: 'Acme' },
    { customer: 'Other' },
  ]);
  expect(question).toHaveBeenCalledTimes(2);
});
