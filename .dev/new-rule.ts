/** `npm run new-rule -- <group> <id>`: a rule's file to fill in, listed in its group. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [group = '', id = ''] = process.argv.slice(2);
const folder = new URL(`../src/rules/${group}/`, import.meta.url);
const index = new URL('index.ts', folder);
const file = new URL(`${id}.ts`, folder);

if (!/^[a-z]+(-[a-z]+)*$/.test(id) || !existsSync(index))
  fail('Usage: npm run new-rule -- <group> <id>, such as: sandbox sandbox-late');
if (existsSync(file)) fail(`The rule ${id} exists already.`);

writeFileSync(
  file,
  `import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: '${id}',
  severity: 'error',
  title: 'What holds, as a sentence of the domain',
  why: 'What happens to whom where it does not hold.',
  remedy: 'What to do about it.',
  examples: () => ({
    bad: [
      {
        text: text\`
          goLive: «2026-07-20»
        \`,
        finds: ['What is wrong, with the names and dates of the plan'],
      },
    ],
    good: [
      {
        text: text\`
          goLive: 2026-07-20
        \`,
      },
    ],
  }),
  check(plan, report) {
    const { goLive } = plan.facts;
    if (goLive === undefined) return;
    report.value(plan.facts, 'goLive', {
      message: 'What is wrong, with the names and dates of the plan',
      help: 'What to do here.',
    });
  },
});
`,
);

const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const listed = readFileSync(index, 'utf8')
  .replace(
    "import type { Group } from '../rule.ts';\n",
    (line) => `${line}import ${name} from './${id}.ts';\n`,
  )
  .replace(/,?\s*\],\n\};\s*$/, `, ${name}],\n};\n`);
writeFileSync(index, listed);
process.stdout.write(
  `src/rules/${group}/${id}.ts is yours to fill in; then: npm run format && npm test\n`,
);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
