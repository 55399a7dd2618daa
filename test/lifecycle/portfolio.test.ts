import { expect, test } from 'vitest';
import { onePerCustomer } from '../../src/lifecycle/portfolio.ts';
import { planOf } from '../diagram/support/plans.ts';

const kept = (...plans: readonly (readonly [file: string, customer?: string])[]) => {
  const read = plans.map(([file, customer]) =>
    planOf(customer ? `customer: ${customer}` : 'sites: [Town]', file),
  );
  return onePerCustomer(read).map((plan) => read.indexOf(plan));
};

test('each customer counts once, by the first plan for it', () => {
  expect(kept(['acme.yaml', 'Acme'], ['bay.yaml', 'Bay'], ['acme-2.yaml', 'Acme'])).toEqual([0, 1]);
});

test('capitals and blanks make no other customer', () => {
  expect(kept(['bay.yaml', 'Quillon Bay'], ['bay-2.yaml', 'QUILLON  BAY'])).toEqual([0]);
});

test('an id counts once, in whatever folder and capitals', () => {
  expect(kept(['a/acme.yaml', 'Acme'], ['b/acme.yaml', 'Bay'], ['c/ACME.yaml', 'Cove'])).toEqual([
    0,
  ]);
});

test('what is left out takes no name from another', () => {
  expect(kept(['acme.yaml', 'Acme'], ['b/acme.yaml', 'Bay'], ['bay.yaml', 'Bay'])).toEqual([0, 2]);
});

test('plans without a customer are told apart by their ids', () => {
  expect(kept(['acme.yaml'], ['bay.yaml'], ['b/bay.yaml'])).toEqual([0, 1]);
});
