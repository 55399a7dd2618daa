import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import goLiveBeforeProd from '../prod-and-go-live/go-live-before-prod.ts';
import { rule } from '../rule.ts';
import noSignedOffGroup from './no-signed-off-group.ts';

export default rule({
  id: 'go-live-before-access',
  severity: 'warning',
  title: 'Somebody has access to PROD Main at go-live',
  why: 'A customer is live when people can work in PROD Main. If every group gets in later, the day of go-live is another one.',
  remedy: 'Give the first group access by go-live, or move go-live.',
  yieldsTo: [goLiveBeforeProd, noSignedOffGroup],
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: «2026-07-20»
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-21
        `,
        finds: [
          'Nobody has access to PROD Main at go-live on 2026-07-20; the first access is on 2026-07-21',
        ],
      },
    ],
    good: [
      {
        title: 'On the day itself',
        text: text`
          goLive: 2026-07-20
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-20
            - group: Monitors
              role: CRA
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-08-03
        `,
      },
    ],
  }),
  check(plan, report) {
    const { goLive } = plan.facts;
    const dates = plan.training.flatMap(({ mainAccess }) => mainAccess ?? []).sort();
    const [first] = dates;
    if (goLive === undefined || first === undefined || first <= goLive) return;
    if (isIncomplete(plan.facts.training)) return;
    report.value(plan.facts, 'goLive', {
      message: `Nobody has access to PROD Main at go-live on ${goLive}; the first access is on ${first}`,
      help: `Give a group access by ${goLive}, or move go-live to ${first}.`,
      restsOn: plan.training.map((training) => ({ record: training, key: 'mainAccess' })),
    });
  },
});
