import type { Environment } from '../../lifecycle/environment.ts';
import type { Upgrade } from '../../lifecycle/plan.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { bothValidations } from './excerpt.ts';
import { theUpgrade } from './name.ts';
import valReused from './val-reused.ts';

export default rule({
  id: 'upgrade-val-not-cloned-from-prod',
  severity: 'error',
  title: 'The VAL of an upgrade is cloned from PROD',
  why: 'After go-live only PROD holds the configuration that users work with. A VAL of another origin validates the release against something that nobody uses.',
  remedy: 'Have the VAL cloned from PROD, and state it.',
  yieldsTo: [valReused],
  examples: () => ({
    bad: [
      {
        title: 'Provisioned, not cloned',
        text: text`
          environments:
            «val-26-2»:
              kind: val
              release: "26.2"
              created: 2026-09-14
              destroyed: 2026-11-10
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main: {}
              test: {}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
        finds: ['VAL `val-26-2` of the upgrade to 26.2 is not cloned from PROD'],
      },
      {
        title: 'Cloned from elsewhere',
        text: text`
          environments:
            val-26-2:
              kind: val
              release: "26.2"
              created: 2026-09-14
              destroyed: 2026-11-10
              clonedFrom: «val»
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: val }
              main: {}
              test: {}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
        finds: ['VAL `val-26-2` of the upgrade to 26.2 is cloned from VAL instead of PROD'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            val-26-2:
              kind: val
              release: "26.2"
              created: 2026-09-14
              clonedFrom: prod
              obfuscated: 2026-09-14
              destroyed: 2026-11-10
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main: {}
              test: {}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const upgrade of plan.upgrades) {
      const val = plan.environment(upgrade.val);
      if (val?.kind?.id !== 'val') continue;
      const { clonedFrom } = val.facts;
      const help = 'Have it cloned from PROD, and write `clonedFrom: prod`.';
      const restsOn = [{ record: upgrade, key: 'val' }];
      if (clonedFrom === undefined) {
        const message = `${valOf(upgrade, val)} is not cloned from PROD`;
        report.missing(val, 'clonedFrom', { message, help, restsOn });
        continue;
      }
      const source = plan.environment(clonedFrom);
      if (!source?.kind || source.kind.id === 'prod') continue;
      const message = `${valOf(upgrade, val)} is cloned from ${source.name} instead of PROD`;
      report.value(val, 'clonedFrom', { message, help, restsOn });
    }
  },
});

function valOf(upgrade: Upgrade, { name }: Environment): string {
  return `${name} of ${theUpgrade(upgrade)}`;
}
