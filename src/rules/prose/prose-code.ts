import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'prose-code',
  severity: 'error',
  title: 'The prose of a plan holds no program code',
  why: 'A plan comes from anybody who may propose a change. If its prose could run code, building the site would run whatever somebody proposed, and a reviewer would read something else than what was written.',
  remedy:
    'Say it in Markdown or with one of the components for plans. Where the characters themselves are meant, put them in back quotes. For a remark that no page shows, write `{/* … */}`.',
  examples: () => ({
    bad: [
      {
        title: 'An import',
        text: text`
          ---
          ---

          «import» Chart from './chart.js'

          Screening is ahead of schedule.
        `,
        finds: ['The prose brings in program code by `import`'],
      },
      {
        title: 'An export',
        text: text`
          ---
          ---

          «export» const beds = 48
        `,
        finds: ['The prose brings in program code by `export`'],
      },
      {
        title: 'An expression',
        text: text`
          ---
          ---

          The unit has «{2 * 24}» beds.
        `,
        finds: ['`{2 * 24}` is program code'],
      },
      {
        title: 'An expression in an attribute',
        text: text`
          ---
          ---

          The first study begins on <Date of=«{'goLive'}» />.
        `,
        finds: ["`{'goLive'}` is program code"],
      },
      {
        title: 'Attributes that are spread',
        text: text`
          ---
          ---

          <Note «{...settings}»>
            Labels are printed on the ward.
          </Note>
        `,
        finds: ['`{...settings}` is program code'],
      },
    ],
    good: [
      {
        text: text`
          ---
          ---

          {/* To be agreed with the lab */}

          Labels carry \`{visit}\`, and the unit has 48 beds. The first study begins on <Date of="goLive" />.
        `,
      },
    ],
  }),
  checkProse(prose, _, report) {
    for (const { range, isStatement } of prose.code) {
      const code = quote(prose.source(range));
      if (isStatement) {
        report.at(range, {
          message: `The prose brings in program code by ${code}`,
          help: 'Delete it: the components for plans are there without it. Where a sentence is meant, let it begin with another word.',
        });
      } else {
        report.at(range, {
          message: `${code} is program code`,
          help: 'Write what it stands for. Where the braces themselves are meant, put the passage in back quotes, or write `\\{`.',
        });
      }
    }
  },
});
