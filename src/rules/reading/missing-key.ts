import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

export default readingRule({
  id: 'missing-key',
  severity: 'error',
  waivable: false,
  title: 'A plan has every key that the format requires',
  why: 'Rules that need the missing fact say nothing, so a plan that lacks it looks better than it is.',
  remedy:
    'Add the key. Plan what is not decided yet with the date that is intended; `statusDate` tells facts from intentions.',
  reads: 'missing-key',
  words({ keys, expected, noun, path, because }) {
    const lacking = keys.map((key) => `\`${key}\``).join(' and no ');
    const [block, id] = path;
    const named = block === 'environments' && path.length === 2;
    const subject = named
      ? `The environment ${quote(String(id))}`
      : `This ${noun.replace(/^an? /, '')}`;
    const forms = keys.map((key) => `\`${key}:\` with ${expected[key]}`);
    if (because === 'sourceDatabase') {
      return {
        message: `${subject} names a database to migrate in \`${because}\`, and has no ${lacking}`,
        help: 'Add `migration:` with what is known of it, beginning with `specification`; where no database is migrated, write `sourceDatabase: none`.',
      };
    }
    return {
      message: `${subject} has no ${lacking}`,
      help: `Add ${inWords(forms)}.`,
    };
  },
  examples: () => ({
    bad: [
      {
        title: 'The plan itself',
        text: text`
          «statusDate»: 2026-03-01
          customer: null
          goLive: null
        `,
        finds: ['This plan has no `customer` and no `goLive`'],
      },
      {
        title: 'An entry of a list',
        text: text`
          contacts:
            - { «role»: Validation lead, name: A. Moreau }
        `,
        finds: ['This contact has no `party`'],
      },
      {
        title: 'An environment whose id does not tell its kind',
        text: text`
          environments:
            «showroom»:
              release: "26.1"
        `,
        finds: ['The environment `showroom` has no `kind`'],
      },
      {
        title: 'A database to migrate, and no migration',
        text: text`
          «sourceDatabase»: VolTrak 5
          environments:
            migration:
              release: "26.1"
              created: 2026-03-09
              destroyed: 2026-06-12
        `,
        finds: [
          'This plan names a database to migrate in `sourceDatabase`, and has no `migration`',
        ],
      },
    ],
    good: [
      {
        text: text`
          contacts:
            - { role: Validation lead, party: customer, name: A. Moreau }
          environments:
            showroom:
              kind: demo
              release: "26.1"
        `,
      },
    ],
  }),
});
