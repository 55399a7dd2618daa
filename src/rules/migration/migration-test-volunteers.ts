import { z } from 'zod';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

const options = z.strictObject({
  max: z.int().min(1).default(50).describe('Most test volunteers that can be reviewed one by one'),
});

export default rule({
  id: 'migration-test-volunteers',
  severity: 'warning',
  title: 'A migration is reviewed with a small, hand-picked set of test volunteers',
  why: 'Each test volunteer is compared screen by screen in every iteration. With none there is nothing to compare, and with too many the comparison becomes a sample that nobody chose.',
  remedy: 'Pick a few volunteers who together show every kind of record and every rule.',
  options,
  examples: () => ({
    bad: [
      {
        title: 'None',
        text: migrating({ testVolunteers: 'testVolunteers: { count: «0», data: fictitious }' }),
        finds: ['The migration has 0 test volunteers; there should be 1 to 50'],
      },
      {
        title: 'Too many',
        text: migrating({ testVolunteers: 'testVolunteers: { count: «51», data: fictitious }' }),
        finds: ['The migration has 51 test volunteers; there should be 1 to 50'],
      },
    ],
    good: [
      {
        title: 'As few as possible',
        text: migrating({ testVolunteers: 'testVolunteers: { count: 1, data: fictitious }' }),
      },
      {
        title: 'As many as can be reviewed',
        text: migrating({ testVolunteers: 'testVolunteers: { count: 50, data: fictitious }' }),
      },
    ],
  }),
  check({ facts: { migration } }, report, { max }) {
    const volunteers = migration?.testVolunteers;
    if (volunteers?.count === undefined) return;
    const { count } = volunteers;
    if (count >= 1 && count <= max) return;
    report.value(volunteers, 'count', {
      message: `The migration has ${count} test ${count === 1 ? 'volunteer' : 'volunteers'}; there should be 1 to ${max}`,
      help:
        count < 1
          ? 'Choose some, each for a rule of the specification that it puts to the test.'
          : 'Keep those that differ from each other, one for each rule of the specification.',
    });
  },
});
