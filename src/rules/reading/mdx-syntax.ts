import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

export default readingRule({
  id: 'mdx-syntax',
  severity: 'error',
  waivable: false,
  title: 'The prose of a plan is well-formed MDX',
  why: 'Prose that cannot be read has no page, and a reviewer would sign a plan without what it explains.',
  remedy:
    'Mend the place that is shown. In MDX, `<` begins a component and `{` begins code; where the plain character is meant, write `\\<` and `\\{`.',
  reads: 'mdx-syntax',
  words: ({ message, help }) => ({ message, help }),
  examples: () => ({
    bad: [
      {
        title: 'A bare `<`',
        text: text`
          ---
          ---

          The load takes «<»3 hours.
        `,
        finds: ['A bare `<` stands here, which MDX takes for the beginning of a component'],
      },
      {
        title: 'A bare `{`',
        text: text`
          ---
          ---

          The legacy system writes «{»volunteer where it has no name.
        `,
        finds: ['A `{` is opened and never closed; MDX takes it for the beginning of program code'],
      },
      {
        title: 'Braces around text',
        text: text`
          ---
          ---

          Labels show {visit« »name}.
        `,
        finds: ['MDX takes what stands in `{ }` for program code, and cannot read it'],
      },
      {
        title: 'A comment of HTML',
        text: text`
          ---
          ---

          «<!--» To be agreed with the lab -->
        `,
        finds: ['A comment is written as in HTML, which MDX does not know'],
      },
      {
        title: 'An address in angle brackets',
        text: text`
          ---
          ---

          See «<https://quillon.example.com>».
        `,
        finds: ['An address stands in `< >`, which MDX takes for a component'],
      },
      {
        title: 'A tag that is never closed',
        text: text`
          ---
          ---

          Go-live stays at «<Date of="goLive">».
        `,
        finds: ['The tag `<Date>` is not closed in its paragraph or block'],
      },
      {
        title: 'An attribute without quotes',
        text: text`
          ---
          ---

          Go-live stays at <Date of=«g»oLive />.
        `,
        finds: ['The value of an attribute is not quoted'],
      },
      {
        title: 'A paragraph that looks like code',
        text: text`
          ---
          ---

          «import» from the legacy system begins in March.
        `,
        finds: ['A paragraph that begins with `import` or `export` is taken for program code'],
      },
    ],
    good: [
      {
        text: text`
          ---
          ---

          The load takes \<3 hours; the legacy system writes \`{volunteer\` where it has no name.
          {/* To be agreed with the lab */}

          See the [label manual](https://quillon.example.com).
        `,
      },
    ],
  }),
});
