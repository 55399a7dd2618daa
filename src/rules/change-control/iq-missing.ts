import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'iq-missing',
  severity: 'error',
  waivable: false,
  title: 'Every instance of Pre-PROD, VAL and PROD has an IQ',
  why: 'These environments are under change control, and the IQ is where that control begins. Without it nobody can show in which state an instance was set up, and nothing that was validated or recorded in it stands on firm ground.',
  remedy:
    'Plan an IQ with its date: on the environment where one document covers all its instances, else on each instance.',
  examples: () => ({
    bad: [
      {
        title: 'A single instance',
        text: text`
          environments:
            «pre-prod»:
              release: "26.1"
              created: 2026-03-23
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['Pre-PROD has no IQ'],
      },
      {
        title: 'A pair',
        text: text`
          environments:
            «prod»:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: ['PROD has no IQ'],
      },
      {
        title: 'One instance of a pair',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07 }
              «test»: {}
        `,
        finds: ['PROD Test has no IQ'],
      },
    ],
    good: [
      {
        title: 'One IQ for both instances',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
      },
      {
        title: 'An IQ for each instance',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-08, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07 }
              test:
                iq: { date: 2026-07-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.controlled) {
      const { instances, facts, name, id } = environment;
      if (facts.iq) continue;
      const without = instances.filter(({ iq }) => !iq);
      if (without.length === instances.length) {
        const where = inWords(
          [id, ...instances.map(({ reference }) => reference)].map(quote),
          'or',
        );
        report.missing(environment, 'iq', {
          message: `${name} has no IQ`,
          help: `Add \`iq: { date: … }\` to ${instances.length > 1 ? where : quote(id)} with the day the IQ is planned for.`,
          restsOn: instances.map((instance) => ({ record: instance, key: 'iq' })),
        });
        continue;
      }
      for (const instance of without) {
        report.missing(instance, 'iq', {
          message: `${instance.name} has no IQ`,
          help: `Add \`iq: { date: … }\` to ${quote(instance.reference)} with the day its IQ is planned for; one IQ for the whole pair stands on ${quote(id)} instead.`,
          restsOn: [{ record: environment, key: 'iq' }],
        });
      }
    }
  },
});
