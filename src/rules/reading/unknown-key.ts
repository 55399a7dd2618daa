import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

/** Keys of a single environment that a pair has on each of its instances. */
const keysOfInstances = new Set(['url', 'data']);

export default readingRule({
  id: 'unknown-key',
  severity: 'error',
  waivable: false,
  title: 'A plan uses the keys of the format only',
  why: 'A fact under a misspelt key is a fact that no rule checks and no page shows, though its writer believes it is there.',
  remedy:
    'Correct the spelling, or move the key to where it belongs. Keys of your own begin with `x-` and are left alone everywhere.',
  reads: 'unknown-key',
  words({ key, noun, nearest, meant, kinds, known, path }) {
    if (kinds) {
      const place = keysOfInstances.has(key)
        ? `Move ${quote(key)} into \`main\` or \`test\`, or delete it.`
        : `Delete ${quote(key)}, or move it to the environment that is meant.`;
      return {
        message: `${quote(key)} belongs to ${inWords(kinds)}, not to ${quote(String(path.at(-1)))}`,
        help: place,
      };
    }
    const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
    const keys = known.map((name) => `\`${name}\``);
    const own = `A key of your own begins with \`x-\`, as in ${quote(`x-${key}`)}.`;
    return {
      message: `${quote(key)} is not a key of ${noun}${hint}`,
      help:
        nearest === undefined
          ? `Known here: ${inWords(keys)}. ${own}`
          : `Write \`${nearest}\` if that is what you mean. ${own}`,
      repair: meant === undefined ? undefined : { write: meant },
    };
  },
  examples: () => ({
    bad: [
      {
        title: 'A slip of the pen',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              «creatd»: 2026-03-03
              destroyed: 2026-08-07
              main: {}
              test: {}
        `,
        finds: ['`creatd` is not a key of an environment; did you mean `created`?'],
      },
      {
        title: 'A key that nothing is like',
        text: text`
          contacts:
            - { role: Validation lead, party: customer, «telephone»: 555-0100 }
        `,
        finds: ['`telephone` is not a key of a contact'],
      },
      {
        title: 'A key of another kind of environment',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              «access»: 2026-05-14
              «url»: https://quillon-val.example.com
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: [
          '`access` belongs to Demo and Community Dev, not to `val`',
          '`url` belongs to Migration, Pre-PROD, Demo and Community Dev, not to `val`',
        ],
      },
    ],
    good: [
      {
        title: 'Keys of your own',
        text: text`
          contacts:
            - { role: Validation lead, party: customer, x-telephone: 555-0100 }
          x-cost-center: 4711
        `,
      },
    ],
  }),
});
