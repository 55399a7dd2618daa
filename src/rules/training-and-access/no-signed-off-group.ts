import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import goLiveBeforeProd from '../prod-and-go-live/go-live-before-prod.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'no-signed-off-group',
  severity: 'warning',
  title: 'Somebody is signed off by go-live',
  why: 'On the day of go-live nobody may work in PROD Main unless somebody was signed off before.',
  remedy: 'Plan the sign-off of at least one group before go-live.',
  yieldsTo: [goLiveBeforeProd],
  examples: () => ({
    bad: [
      {
        title: 'The sign-off comes too late',
        text: text`
          goLive: «2026-07-17»
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-20
              mainAccess: 2026-07-20
        `,
        finds: ['Nobody is signed off by go-live on 2026-07-17'],
      },
      {
        title: 'No training is planned',
        text: text`
          goLive: «2026-07-20»
          training: []
        `,
        finds: ['Nobody is signed off by go-live on 2026-07-20'],
      },
    ],
    good: [
      {
        title: 'On the day itself',
        text: text`
          goLive: 2026-07-17
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-17
              mainAccess: 2026-07-17
        `,
      },
    ],
  }),
  check(plan, report) {
    const { goLive } = plan.facts;
    if (goLive === undefined) return;
    const inTime = plan.training.some(({ signedOff }) => signedOff && signedOff <= goLive);
    // An entry that could not be read may be the group that is signed off in time.
    if (inTime || isIncomplete(plan.facts.training)) return;
    report.value(plan.facts, 'goLive', {
      message: `Nobody is signed off by go-live on ${goLive}`,
      help: 'Add to `training` the group that will work in PROD Main first, with its sign-off before go-live.',
      restsOn: [
        { record: plan.facts, key: 'training' },
        ...plan.training.map((training) => ({ record: training, key: 'signedOff' })),
      ],
    });
  },
});
