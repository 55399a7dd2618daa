import { expect, test } from 'vitest';
import { upgradeDays, upgradeDone } from '../../src/lifecycle/upgrades.ts';
import { planOf } from '../diagram/support/plans.ts';

test.each([
  ['2027-04-21', ['2027-04-21', '2027-04-21'], '2027-04-21'],
  ['{ main: 2027-04-21, test: 2027-04-14 }', ['2027-04-21', '2027-04-14'], '2027-04-21'],
  ['{ main: 2027-04-14, test: 2027-04-21 }', ['2027-04-14', '2027-04-21'], '2027-04-21'],
  ['{ main: 2027-04-21 }', ['2027-04-21', undefined], undefined],
  ['{ test: 2027-04-14 }', [undefined, '2027-04-14'], undefined],
  ['', [undefined, undefined], undefined],
])('PROD upgraded %j: Main and Test on %j, both done on %s', (upgraded, days, done) => {
  const [upgrade] = planOf(`upgrades: [{ release: "27.1", upgraded: ${upgraded} }]`).upgrades;
  const { main, test: second } = upgrade ? upgradeDays(upgrade) : {};
  expect([main?.date, second?.date]).toEqual(days);
  expect(upgrade && upgradeDone(upgrade)?.date).toBe(done);
});
