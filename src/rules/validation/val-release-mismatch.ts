import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { type InstanceId, instanceIds } from '../../lifecycle/kinds.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import type { Fact } from '../../lifecycle/records.ts';
import { compareReleases } from '../../lifecycle/releases.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import valReused from '../upgrades/val-reused.ts';

export default rule({
  id: 'val-release-mismatch',
  severity: 'error',
  title: 'VAL runs the release that PROD will run',
  why: 'A validation holds for the release it was done on. If PROD then runs another, down to the hotfix, the customer works with software that it has not validated.',
  remedy: 'Validate the release that PROD will run, or let PROD run the one that was validated.',
  // A VAL that is used again has its own release wrong for one of its two purposes.
  yieldsTo: [valReused],
  examples: () => ({
    bad: [
      {
        title: 'The VAL of the onboarding',
        text: text`
          environments:
            val:
              release: «"26.2"»
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['VAL runs release 26.2, and PROD goes live with 26.1'],
      },
      {
        title: 'One instance of it',
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
              main:
              test: { release: «"26.1.1"» }
        `,
        finds: ['VAL Test runs release 26.1.1, and PROD goes live with 26.1'],
      },
      {
        title: 'The VAL of an upgrade',
        text: text`
          environments:
            val-26-2:
              kind: val
              release: «"26.2"»
              created: 2026-09-14
              destroyed: 2026-12-04
              clonedFrom: prod
              obfuscated: 2026-09-14
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main:
              test:
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
            - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,
                scope: [study-build, study-test, study-publish] }
          upgrades:
            - { release: "26.2.1", val: val-26-2, upgraded: 2026-11-23 }
        `,
        finds: ['VAL `val-26-2` runs release 26.2, and PROD is upgraded to 26.2.1'],
      },
    ],
    good: [
      {
        title: 'An instance’s own release is the one that counts',
        text: text`
          environments:
            val:
              release: "25.3" # as it was asked for
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: { release: "26.1" }
              test: { release: "26.1" }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const val of plan.ofKind('val')) {
      const upgrades = plan.upgradesValidatedIn(val);
      const judged = new Set<object>();
      for (const id of instanceIds) {
        const place = releasePlace(val, id);
        const { release } = place.facts;
        if (release === undefined || judged.has(place)) continue;
        const aim = aimsOf(plan, val, id).find(
          (candidate) => compareReleases(release, candidate.release) !== 0,
        );
        if (!aim) continue;
        judged.add(place);
        report.value(place, 'release', {
          message: `${place.name} runs release ${release}, and ${aim.sentence} ${aim.release}`,
          help: `Ask for ${aim.release} in ${place.name}, or have PROD run ${release}, and correct the one that is wrong.`,
          related: [{ ...aim.fact, message: `${aim.release} is written here` }],
          restsOn: [
            ...upgrades.map((record) => ({ record, key: 'val' })),
            ...inPlaceOfOwn(val, id, place),
            ...aim.restsOn,
          ],
        });
      }
    }
  },
});

/** A release that PROD will run. */
interface Aim {
  readonly release: string;
  /** What goes before its number: "PROD goes live with". */
  readonly sentence: string;
  readonly fact: Fact;
  readonly restsOn: readonly Fact[];
}

/** What the counterpart of one of VAL's instances will run once the validation is done. */
function aimsOf(plan: Plan, val: Environment, id: InstanceId): Aim[] {
  const upgrades = plan.upgradesValidatedIn(val).map((upgrade) => ({
    release: upgrade.release,
    sentence: 'PROD is upgraded to',
    fact: { record: upgrade, key: 'release' },
    restsOn: [],
  }));
  const [prod] = plan.ofKind('prod');
  const first = prod && val === plan.onboardingVal ? [goLiveWith(prod, id)] : [];
  return [...first, ...upgrades].flatMap(({ release, ...aim }) =>
    release === undefined ? [] : [{ ...aim, release }],
  );
}

/** What an instance of PROD goes live with. */
function goLiveWith(prod: Environment, id: InstanceId) {
  const place = releasePlace(prod, id);
  return {
    release: place.facts.release,
    sentence: `${place.name} goes live with`,
    fact: { record: place, key: 'release' },
    restsOn: inPlaceOfOwn(prod, id, place),
  };
}

/** The release of its own that an instance would have, where its environment's is taken. */
function inPlaceOfOwn(environment: Environment, id: InstanceId, place: object): Fact[] {
  if (place !== environment) return [];
  const record = environment[id];
  return record ? [{ record, key: 'release' }] : environment.lacking;
}

/** Where the release of an instance is written: its own, else its environment's. */
function releasePlace(environment: Environment, id: InstanceId): Environment | Instance {
  const instance = environment[id];
  return instance?.facts.release === undefined ? environment : instance;
}
