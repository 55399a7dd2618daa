import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

export default readingRule({
  id: 'yaml-syntax',
  severity: 'error',
  waivable: false,
  title: 'A plan’s data are one YAML map that can be read in one way only',
  why: 'A file that cannot be read, or that two programs read differently, is no record. Nothing else in the data is checked until this is mended, so the plan counts as unchecked.',
  remedy:
    'Mend the line that is shown. Plans use plain YAML: keys, lists and text, indented with spaces, without tags and merge keys.',
  reads: 'yaml-syntax',
  words: ({ message, help }) => ({ message, help }),
  examples: () => ({
    bad: [
      {
        title: 'A key that stands twice',
        file: 'plan.yaml',
        text: text`
          customer: Quillon Bay Research
          goLive: 2026-07-20
          «goLive»: 2026-08-03
        `,
        finds: ['The key `goLive` stands here a second time'],
      },
      {
        title: 'A bracket that is never closed',
        file: 'plan.yaml',
        text: text`
          sites: [Harbor, Hill
          «c»ustomer: Quillon Bay Research
        `,
        finds: ['A bracket or a quotation mark above is still open where this line begins'],
      },
      {
        title: 'A tab',
        file: 'plan.yaml',
        text: 'environments:\n«\t»sandbox: {}\n',
        finds: ['A tab indents this line; YAML indents with spaces'],
      },
      {
        title: 'A second document',
        file: 'plan.yaml',
        text: text`
          customer: Quillon Bay Research
          «---»
          customer: Larkfield Early Phase Unit
        `,
        finds: ['A second document begins here; a plan is one document'],
      },
      {
        title: 'A merge key',
        file: 'plan.yaml',
        text: text`
          environments:
            val: &pair { main: {}, test: {} }
            prod:
              «<<»: *pair
        `,
        finds: ['The merge key `<<` is not part of the plan format'],
      },
      {
        title: 'A tag',
        file: 'plan.yaml',
        text: text`
          customer: «!!str» Quillon Bay Research
        `,
        finds: ['The tag `!!str` is not part of the plan format'],
      },
      {
        title: 'An MDX plan without its data',
        file: 'plan.mdx',
        text: text`
          «»# Quillon Bay Research
        `,
        finds: [
          'An MDX plan begins with its data, between two lines `---`, and this file does not',
        ],
      },
      {
        title: 'A list instead of a plan',
        file: 'plan.yaml',
        text: text`
          «-» customer: Quillon Bay Research
        `,
        finds: ['A plan is a map of keys, and this is a list'],
      },
    ],
    good: [
      {
        title: 'Quotes where a text could be taken for something else',
        text: text`
          customer: "Quillon Bay: Research"
          sites: [Harbor, 'Hill # 2']
        `,
      },
    ],
  }),
});
