import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { latest, type Moment, moment } from '../../lifecycle/moments.ts';
import type { Place, Plan } from '../../lifecycle/plan.ts';
import environmentNotAlive from '../environments/environment-not-alive.ts';
import { text } from '../example.ts';
import goLiveBeforeProd from '../prod-and-go-live/go-live-before-prod.ts';
import { orderRule } from '../rule.ts';
import { groupOf } from '../training-and-access/group.ts';

export default orderRule({
  id: 'use-before-iq',
  severity: 'error',
  title: 'Nothing formal is done in an instance before its IQ',
  why: 'Validation, training, study conduct and go-live rest on an instance that is known to be set up as intended. What is done before the IQ cannot be relied on, and may have to be done again.',
  remedy: 'Begin on the day of the IQ or after it, or agree an earlier IQ.',
  // What does not exist yet cannot have been qualified.
  yieldsTo: [environmentNotAlive, goLiveBeforeProd],
  examples: () => ({
    bad: [
      {
        title: 'Validation',
        text: text`
          validations:
            - { environment: val, owner: customer, started: «2026-05-12», completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation in VAL starts on 2026-05-12, before the IQ of VAL on 2026-05-13'],
      },
      {
        title: 'Training',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-09, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07 }
              test:
                iq: { date: 2026-07-09 }
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: «2026-07-08»
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: [
          'The training of `Clinic staff` in PROD Test starts on 2026-07-08, before the IQ of PROD Test on 2026-07-09',
        ],
      },
      {
        title: 'Go-live, and access to PROD Main',
        text: text`
          goLive: «2026-07-20»
          environments:
            prod:
              release: "26.1"
              created: 2026-07-13
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-21, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-21 }
              test:
                iq: { date: 2026-07-14 }
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-14
              signedOff: 2026-07-16
              mainAccess: «2026-07-17»
        `,
        finds: [
          'Go-live is on 2026-07-20, before the IQ of PROD Main on 2026-07-21',
          '`Clinic staff` get access to PROD Main on 2026-07-17, before the IQ of PROD Main on 2026-07-21',
        ],
      },
      {
        title: 'Formal testing and study conduct',
        text: text`
          activities:
            - { activity: formal-testing, instance: val.test, from: «2026-05-12», to: 2026-05-29 }
            - { activity: study-conduct, instance: prod.main, from: «2026-07-06», to: 2026-12-18 }
        `,
        finds: [
          'Formal testing in VAL Test starts on 2026-05-12, before the IQ of VAL on 2026-05-13',
          'Study conduct in PROD Main starts on 2026-07-06, before the IQ of PROD on 2026-07-07',
        ],
      },
    ],
    good: [
      {
        title: 'On the day of the IQ',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-13, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
      },
      {
        title: 'Informal use need not wait',
        text: text`
          activities:
            - { activity: configuration, instance: pre-prod, from: 2026-03-24, to: 2026-05-08 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const { use, environment, instances, start } of formalUses(plan)) {
      if (!environment.kind?.controlled || !start) continue;
      // An instance waits for its own IQ; what uses several waits for the last of them.
      const qualified = latest(instances.map((instance) => instance.qualified));
      const iq = environment.qualifications.find((known) => known.iq === qualified?.record);
      if (!qualified || !iq) continue;
      yield { use, name: iq.name, earlier: qualified, later: start, about: 'later' as const };
    }
  },
  words: ({ use, name, earlier, later }) => ({
    message: `${use()} on ${later.date}, before the IQ of ${name} on ${earlier.date}`,
    help: `Begin on ${earlier.date} or later, or agree an IQ on or before ${later.date}.`,
  }),
});

/** Something formal that is done, and the instances that must be qualified for it. */
interface FormalUse {
  /** The beginning of a sentence that goes on with the day. Most need not be said. */
  use(): string;
  readonly environment: Environment;
  readonly instances: readonly Instance[];
  readonly start: Moment | undefined;
}

const formalActivities = { 'formal-testing': 'Formal testing', 'study-conduct': 'Study conduct' };

function* formalUses(plan: Plan): Generator<FormalUse> {
  for (const validation of plan.validations) {
    const environment = plan.environment(validation.environment);
    if (!environment) continue;
    const use = () => `The validation in ${environment.name} starts`;
    const start = moment(validation, 'started');
    yield { use, environment, instances: environment.instances, start };
  }
  for (const activity of plan.activities) {
    const { activity: id } = activity;
    if (id !== 'formal-testing' && id !== 'study-conduct') continue;
    const place = placeOf(plan.place(activity.instance));
    if (!place) continue;
    const use = () => `${formalActivities[id]} in ${place.name} starts`;
    yield { use, ...place, start: moment(activity, 'from') };
  }
  for (const training of plan.training) {
    const place = placeOf(plan.place(training.instance));
    if (!place) continue;
    const use = () => `The training of ${groupOf(training, 'a group')} in ${place.name} starts`;
    yield { use, ...place, start: moment(training, 'started') };
  }
  for (const environment of plan.ofKind('prod')) {
    const { main, instances } = environment;
    const mains = main ? [main] : [];
    for (const training of main ? plan.training : []) {
      const use = () => `${groupOf(training, 'Users')} get access to PROD Main`;
      const start = moment(training, 'mainAccess');
      yield { use, environment, instances: mains, start };
    }
    yield { use: () => 'Go-live is', environment, instances, start: plan.goLive };
  }
}

/** The instances of a place: the one it names, or all of the environment's. */
function placeOf(place: Place | undefined) {
  if (!place) return undefined;
  const { environment, instance } = place;
  const instances = instance ? [instance] : environment.instances;
  return { environment, instances, name: (instance ?? environment).name };
}
