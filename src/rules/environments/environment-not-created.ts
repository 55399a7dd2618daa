import { moment } from '../../lifecycle/moments.ts';
import { inWords } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'environment-not-created',
  severity: 'error',
  title: 'Every environment of the customer has a day of creation',
  why: 'Whether an IQ, a validation or a training came at the right time is told from the day on which its environment came into being. Without that day nothing about the environment can be placed.',
  remedy: 'State the day on which the environment was, or is to be, created.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            «pre-prod»:
              release: "26.1"
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['Pre-PROD has no day of creation'],
      },
      {
        title: 'Only one instance of the pair has a date',
        text: text`
          environments:
            «sandbox»:
              release: "26.1"
              destroyed: 2026-08-07
              main: { created: 2026-03-03 }
              test: {}
        `,
        finds: ['Sandbox has no day of creation that holds for Sandbox Test'],
      },
    ],
    good: [
      {
        title: 'Each instance has a date of its own',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              destroyed: 2026-08-07
              main: { created: 2026-03-03 }
              test: { created: 2026-03-05 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      if (environment.kind?.owner !== 'customer' || moment(environment.facts, 'created')) continue;
      const { id, instances, name } = environment;
      const undated = instances.filter(({ created }) => !created);
      if (instances.length > 0 && undated.length === 0) continue;
      const some = undated.length < instances.length;
      const holding = some ? ` that holds for ${inWords(undated.map(({ name }) => name))}` : '';
      report.missing(environment, 'created', {
        message: `${name} has no day of creation${holding}`,
        help: some
          ? `Add \`created:\` to ${inWords(undated.map(({ reference }) => `\`${reference}\``))}, or to \`${id}\` for both instances.`
          : `Add \`created:\` to \`${id}\`, with the planned day if it is still to come.`,
        restsOn: undated.map((instance) => ({ record: instance, key: 'created' })),
      });
    }
  },
});
