import { expect, test } from 'vitest';
import { originOf } from '../../src/lifecycle/origin.ts';
import { planOf } from '../diagram/support/plans.ts';

const plan = planOf(`environments:
  sandbox: { main: {}, test: {} }
  val: { clonedFrom: pre-prod, main: {}, test: {} }
  prod: { promotedFrom: pre-prod, main: {}, test: {} }
  community: { access: 2026-01-21 }
  staging: {}
`);

test.each([
  ['sandbox', 'provisioned', undefined],
  ['val', 'cloned', 'pre-prod'],
  ['val.test', 'cloned', 'pre-prod'],
  ['prod', 'promoted', 'pre-prod'],
  ['prod.main', 'promoted', 'pre-prod'],
  ['prod.test', 'provisioned', undefined],
  ['community', 'kept by IQVIA', undefined],
  ['staging', 'provisioned', undefined],
])('%s is %s', (reference, how, from) => {
  const place = plan.place(reference);
  expect(place && originOf(place.environment, place.instance)).toEqual({ how, from });
});
