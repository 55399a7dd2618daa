import { escaped } from '../../lifecycle/words.ts';
import type { StyleNote } from '../../source/markdown-style.ts';
import type { ProseModel } from '../../source/prose-model.ts';
import { text } from '../example.ts';
import type { Repair } from '../repair.ts';
import { rule, type Words } from '../rule.ts';

/** The rules that remark-lint recommends, and what to do about each. */
const help: Readonly<Record<string, string>> = {
  'final-newline': 'End the last line of the file with a line break.',
  'hard-break-spaces': 'End the line with a backslash, or with just two blanks.',
  'list-item-bullet-indent': 'Begin the item at the beginning of the line.',
  'list-item-indent': 'Leave one blank between the marker of the item and its text.',
  'no-blockquote-without-marker': 'Begin each line of the quotation with `>`.',
  'no-duplicate-definitions':
    'Keep one of the definitions, or give the other one a name of its own.',
  'no-heading-content-indent': 'Leave one blank between the `#` and the heading.',
  'no-literal-urls': 'Write it as a link: `[text](https://…)`.',
  'no-shortcut-reference-image': 'Write `![text][]` instead of `![text]`.',
  'no-shortcut-reference-link': 'Write `[text][]` instead of `[text]`.',
  'no-undefined-references':
    'Add what it refers to, or write `\\[` where the bracket itself is meant.',
  'no-unused-definitions': 'Delete the definition, or refer to it.',
  'ordered-list-marker-style': 'Number items `1.`, `2.` and so on.',
};

export default rule({
  id: 'remark-lint',
  severity: 'warning',
  waivable: false,
  family: Object.keys(help),
  title: 'Prose is Markdown in good style',
  why: 'Some ways to write Markdown look different from one program to the next, or do not do what they seem to. Whoever reviews a plan should see what its writer saw.',
  remedy:
    'Follow the rule that is named, `remark-lint/…`. These are the rules that remark-lint recommends, and each has a page of its own.',
  examples: () => ({
    bad: [
      {
        title: 'A reference to nothing',
        text: text`
          ---
          ---

          The label is described in «[the label manual][]».
        `,
        finds: [
          'Unexpected reference to undefined definition, expected corresponding definition (`the label manual`) for a link or escaped opening bracket (`\\[`) for regular text',
        ],
      },
      {
        title: 'A bare address',
        text: text`
          ---
          ---

          See «https://quillon.example.com» for the label manual.
        `,
        finds: ['A bare address stands in the text'],
      },
      {
        title: 'A list that is not written as lists are',
        text: text`
          ---
          ---

          1«)» Print the labels.
          2«)» Count them.
        `,
        finds: [
          'Unexpected ordered list marker `)`, expected `.`',
          'Unexpected ordered list marker `)`, expected `.`',
        ],
      },
    ],
    good: [
      {
        text: text`
          ---
          ---

          See the [label manual](https://quillon.example.com) and [the checklist][].

          1. Print the labels.
          2. Count them.

          - [x] Printer on the ward
          - [ ] Labels for the second cohort

          [the checklist]: https://quillon.example.com/checklist
        `,
      },
    ],
  }),
  async checkProse(prose, _, report) {
    for (const note of await prose.style()) {
      const repair = repairFor(note, prose);
      const member = { name: note.rule, url: note.url };
      report.at(note.range, { ...wordsFor(note), repair, member });
    }
  },
});

/** What can be written in one way only, and is read as before. */
function repairFor({ rule, range }: StyleNote, prose: ProseModel): Repair | undefined {
  const written = prose.source(range);
  switch (rule) {
    case 'final-newline':
      return written === '' ? { write: /\r\n|\n|\r/.exec(prose.text)?.[0] ?? '\n' } : undefined;
    case 'hard-break-spaces':
      return { write: written.replace(/^ +/, '  ') };
    case 'no-shortcut-reference-link':
    case 'no-shortcut-reference-image':
      return { write: `${written}[]` };
    default:
      return undefined;
  }
}

/** Their message and, since it is short and theirs, what to do in our words. */
function wordsFor({ rule, reason }: StyleNote): Words {
  const known = Object.hasOwn(help, rule) ? help[rule] : undefined;
  if (rule === 'no-literal-urls') {
    // What they propose, `<https://…>`, is no Markdown in an MDX file.
    return { message: 'A bare address stands in the text', help: known ?? '' };
  }
  return { message: escaped(reason), help: known ?? 'The page of this rule shows what to write.' };
}
