import type { Constraint } from '../../lifecycle/constraints.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import type { Activity, Plan } from '../../lifecycle/plan.ts';
import { findingsOf } from '../../lifecycle/references.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { groupOf } from '../training-and-access/group.ts';

/** Two steps, each as one says it before its date: "it begins", "the exploration ends". */
interface Steps extends Constraint {
  readonly first: string;
  /** Made of the plan's own words, so it is put together once it is to be said. */
  next(): string;
}

export default orderRule<Steps>({
  id: 'date-order',
  severity: 'error',
  title: 'The steps of one undertaking are dated in the order in which they happen',
  why: 'An end before its beginning, or an answer before its question, is a slip in the records. Left in, it makes every date beside it doubtful to whoever reads them as evidence.',
  remedy: 'Find out which of the two dates is wrong, and correct it.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'An activity',
        text: text`
          activities:
            - { activity: informal-testing, instance: sandbox.main, from: 2026-04-20, to: «2026-04-17» }
        `,
        finds: [
          'The activity `informal-testing` in Sandbox Main ends on 2026-04-17, before it begins on 2026-04-20',
        ],
      },
      {
        title: 'A training',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-10
              signedOff: «2026-07-09»
              mainAccess: 2026-07-16
        `,
        finds: [
          '`Clinic staff` is signed off on 2026-07-09, before its training starts on 2026-07-10',
        ],
      },
      {
        title: 'A finding',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: minor, opened: 2026-06-03, resolved: «2026-06-02» }
        `,
        finds: ['Finding `F-01` is resolved on 2026-06-02, before it is opened on 2026-06-03'],
      },
      {
        title: 'A decision',
        text: text`
          decisions:
            - { id: D-01, made: 2026-04-13, summary: One recruitment pool, applied: «2026-04-10» }
        `,
        finds: ['Decision `D-01` is applied on 2026-04-10, before it is made on 2026-04-13'],
      },
      {
        title: 'A request for an environment',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              request:
                release: "26.1"
                build: 5120.2026-01-09T17:05:00Z
                starts: 2026-05-11
                ends: «2026-05-08»
                sso: false
              main:
              test:
        `,
        finds: ['The request for VAL ends on 2026-05-08, before it starts on 2026-05-11'],
      },
      {
        title: 'The configuration of Pre-PROD',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: «2026-03-20»
              reports:
                - { date: 2026-05-08 }
        `,
        finds: [
          'The configuration of Pre-PROD is final on 2026-03-20, before the environment is created on 2026-03-23',
        ],
      },
      {
        title: 'Single sign-on',
        text: text`
          integrations:
            sso:
              - { instance: prod.test, enabled: «2026-07-03», signaturesTested: 2026-07-08 }
        `,
        finds: [
          'Single sign-on is enabled for PROD Test on 2026-07-03, before the instance is created on 2026-07-06',
        ],
      },
    ],
    good: [
      {
        title: 'All on one day',
        text: text`
          activities:
            - { activity: informal-testing, instance: sandbox.main, from: 2026-04-20, to: 2026-04-20 }
          decisions:
            - { id: D-01, made: 2026-04-20, summary: One recruitment pool, applied: 2026-04-20 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const { first, next, earlier, later } of stepsOf(plan)) {
      if (!earlier || !later) continue;
      yield { first, next, earlier, later, about: 'later' as const };
    }
  },
  words: ({ first, next, earlier, later }) => ({
    message: `${next()} on ${later.date}, before ${first} on ${earlier.date}`,
    help: `Make it ${earlier.date} or later, or correct the earlier date.`,
  }),
});

interface Undertaking extends Pick<Steps, 'first' | 'next'> {
  readonly earlier: Moment | undefined;
  readonly later: Moment | undefined;
}

function* stepsOf(plan: Plan): Generator<Undertaking> {
  yield {
    first: 'the contract is signed',
    next: () => 'The customer goes live',
    earlier: moment(plan.facts, 'contractSigned'),
    later: plan.goLive,
  };
  yield* stepsInEnvironments(plan);
  yield* stepsOfMigration(plan);
  yield* stepsOfPeople(plan);
  yield* stepsOfAgreements(plan);
}

function* stepsInEnvironments(plan: Plan): Generator<Undertaking> {
  for (const { created, facts, kind, name } of plan.environments) {
    if (!kind) continue;
    yield {
      first: 'it starts',
      next: () => `The request for ${name} ends`,
      earlier: moment(facts.request, 'starts'),
      later: moment(facts.request, 'ends'),
    };
    yield {
      first: 'the environment is created',
      next: () => `The volunteers’ data in ${name} are obfuscated`,
      earlier: created,
      later: moment(facts, 'obfuscated'),
    };
    yield {
      first: 'the environment is created',
      next: () => `The configuration of ${name} is final`,
      earlier: created,
      later: moment(facts, 'configurationFinal'),
    };
  }
  for (const sso of plan.facts.integrations?.sso ?? []) {
    const instance = plan.place(sso.instance)?.instance;
    if (!instance) continue;
    yield {
      first: 'the instance is created',
      next: () => `Single sign-on is enabled for ${instance.name}`,
      earlier: instance.created,
      later: moment(sso, 'enabled'),
    };
  }
}

function* stepsOfMigration({ facts: { migration } }: Plan): Generator<Undertaking> {
  yield {
    first: 'their acceptance test',
    next: () => 'The migration scripts are approved',
    earlier: moment(migration?.acceptance, 'date'),
    later: moment(migration?.approval, 'date'),
  };
  yield {
    first: 'the legacy database is frozen',
    next: () => 'The participants’ data go into PROD',
    earlier: moment(migration, 'legacyFrozen'),
    later: moment(migration, 'databaseMigrated'),
  };
}

function* stepsOfPeople(plan: Plan): Generator<Undertaking> {
  for (const activity of plan.activities) {
    yield {
      first: 'it begins',
      next: () => `${activityOf(plan, activity)} ends`,
      earlier: moment(activity, 'from'),
      later: moment(activity, 'to'),
    };
  }
  for (const training of plan.training) {
    yield {
      first: 'its training starts',
      next: () => `${groupOf(training, 'A group')} is signed off`,
      earlier: moment(training, 'started'),
      later: moment(training, 'signedOff'),
    };
  }
}

function* stepsOfAgreements(plan: Plan): Generator<Undertaking> {
  for (const finding of findingsOf(plan)) {
    yield {
      first: 'it is opened',
      next: () => `${finding.id ? `Finding ${quote(finding.id)}` : 'A finding'} is resolved`,
      earlier: moment(finding, 'opened'),
      later: moment(finding, 'resolved'),
    };
  }
  for (const decision of plan.facts.decisions ?? []) {
    yield {
      first: 'it is made',
      next: () => `${decision.id ? `Decision ${quote(decision.id)}` : 'A decision'} is applied`,
      earlier: moment(decision, 'made'),
      later: moment(decision, 'applied'),
    };
  }
  for (const waiver of plan.facts.waivers ?? []) {
    yield {
      first: 'it is approved',
      next: () => `${waiver.rule ? `The waiver of ${quote(waiver.rule)}` : 'A waiver'} ends`,
      earlier: moment(waiver, 'approved'),
      later: moment(waiver, 'until'),
    };
  }
}

function activityOf(plan: Plan, { activity, instance }: Activity): string {
  const what = activity ? `The activity ${quote(activity)}` : 'An activity';
  return plan.place(instance) ? `${what} in ${plan.nameAt(instance)}` : what;
}
