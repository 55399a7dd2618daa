import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-real-volunteers',
  severity: 'warning',
  title: 'Test volunteers are not real people',
  why: 'Test volunteers appear in the specification, in screenshots and in review records, outside the protection that real volunteers are promised. None of these is a place for names and health data.',
  remedy: 'Use fictitious volunteers, or blur the personal data of real ones.',
  examples: () => ({
    bad: [
      {
        text: migrating({ testVolunteers: 'testVolunteers: { count: 20, data: «real» }' }),
        finds: ['The test volunteers of the migration are real people'],
      },
    ],
    good: [
      {
        title: 'Fictitious',
        text: migrating({ testVolunteers: 'testVolunteers: { count: 20, data: fictitious }' }),
      },
      {
        title: 'Blurred, where the legacy database has no fictitious ones',
        text: migrating({ testVolunteers: 'testVolunteers: { count: 20, data: blurred }' }),
      },
    ],
  }),
  check({ facts: { migration } }, report) {
    const volunteers = migration?.testVolunteers;
    if (volunteers?.data !== 'real') return;
    report.value(volunteers, 'data', {
      message: 'The test volunteers of the migration are real people',
      help: 'Replace them by fictitious ones, or blur what identifies them before it is written down.',
    });
  },
});
