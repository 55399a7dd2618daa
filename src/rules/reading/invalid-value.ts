import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

export default readingRule({
  id: 'invalid-value',
  severity: 'error',
  waivable: false,
  title: 'A value is of the kind that its key asks for',
  why: 'A value that the format does not know tells a reader nothing certain; the rules treat it as absent.',
  remedy: 'Write what is expected in this place; the message says what that is.',
  reads: 'invalid-value',
  words({ path, found, expected, atKey, nearest, meant }) {
    if (path.length === 0) {
      return {
        message: `The file is called ${found}; expected ${expected}`,
        help: 'Rename the file, and every link to it.',
      };
    }
    if (atKey) {
      return {
        message: `An environment is called ${found}; expected ${expected}`,
        help: 'Rename the environment, and every reference to it.',
      };
    }
    return {
      message: `${subjectOf(path)} is ${found}; expected ${expected}`,
      help: nearest === undefined ? `Write ${expected}.` : `Did you mean \`${nearest}\`?`,
      repair: meant === undefined ? undefined : { write: meant },
    };
  },
  examples: () => ({
    bad: [
      {
        title: 'A word that is not allowed',
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: crf-elements, method: «odm» }
        `,
        finds: [
          '`method` is `odm`; expected `by-hand`, `odm-xml`, `study-export`, `copy` or `automatic`',
        ],
      },
      {
        title: 'One value where a list is meant',
        text: text`
          sites: «Harbor»
        `,
        finds: ['`sites` is `Harbor`; expected a list'],
      },
      {
        title: 'An entry of a list',
        text: text`
          sites: [Harbor, «""»]
        `,
        finds: ['Entry 2 of `sites` is blank text; expected text'],
      },
      {
        title: 'A release that is none',
        text: text`
          environments:
            sandbox:
              release: «26»
              created: 2026-03-03
              destroyed: 2026-08-07
              main: {}
              test: {}
        `,
        finds: ['`release` is `26`; expected a release such as `26.1`, or `26.1.2` for a hotfix'],
      },
      {
        title: 'A word for “not yet” in the place of a number',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: «TBD» }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['`document` is `TBD`; expected a number (leave the key out until there is one)'],
      },
      {
        title: 'The id of an environment',
        text: text`
          environments:
            «Showroom»:
              kind: demo
              release: "26.1"
        `,
        finds: [
          'An environment is called `Showroom`; expected an id in kebab-case: small letters and digits, joined by hyphens',
        ],
      },
      {
        title: 'The name of the file',
        file: 'quillon-bay.yml',
        text: text`
          «»customer: Quillon Bay Research
        `,
        finds: [
          'The file is called `quillon-bay.yml`; expected the ending `.yaml`: rename it to `quillon-bay.yaml`',
        ],
      },
    ],
    good: [
      {
        title: 'A release needs no quotes, and a number may stand for text',
        text: text`
          sites: [Harbor, 12]
          environments:
            sandbox:
              release: 26.10
              created: 2026-03-03
              destroyed: 2026-08-07
              main: {}
              test: {}
        `,
      },
    ],
  }),
});

/** "`severity`", or "Entry 2 of `sites`". */
function subjectOf(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (typeof last === 'number') return `Entry ${last + 1} of \`${path.at(-2)}\``;
  return `\`${last}\``;
}
