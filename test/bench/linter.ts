import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus, type Notation } from './corpora.ts';
import { forget } from './forget.ts';
import { duration, ownFigure, peakMemory } from './processes.ts';
import type { Measurement, Row } from './row.ts';

/**
 * What is measured of the linter.
 *
 * @param folder an empty folder for the plans
 * @param home the package whose command line is measured
 */
export function linterRows(folder: string, home: string): Row[] {
  const waypost = join(home, 'src/cli/bin.mjs');
  const lint = (cwd: string) => () => duration({ args: [waypost, 'lint', '--quiet'], cwd });
  const cold = (cwd: string): Measurement => ({ before: () => forget(home), run: lint(cwd) });
  const floor = (name: string, cwd: string) => () => duration({ args: [script(name)], cwd });

  const many = (notation: Notation, what: string, bare: string, ratio: number): Row[] => {
    const cwd = corpus(folder, notation, 2000);
    const name = `bare ${bare}`;
    return [
      {
        what: `2,000 ${what}, cold`,
        figure: cold(cwd),
        floor: { name, run: floor(`floors/${bare}.ts`, cwd) },
        reach: { ratio },
        unit: 'ms',
      },
      {
        what: `2,000 ${what}, nothing changed`,
        figure: { run: lint(cwd) },
        floor: { name: 'cold', ...cold(cwd) },
        reach: { ratio: 0.3 },
        unit: 'ms',
      },
    ];
  };

  const one = corpus(folder, 'yaml', 1);
  const mixed = corpus(folder, 'mixed', 5000);
  return [
    {
      what: 'One plan, whole process',
      figure: { run: lint(one) },
      floor: { name: 'node -e 0', run: () => duration({ args: ['-e', '0'], cwd: one }) },
      reach: { ratio: 4 },
      unit: 'ms',
    },
    ...many('yaml', 'YAML plans', 'yaml', 4),
    ...many('plain-mdx', 'MDX plans, plain prose', 'prose', 1.3),
    ...many('rich-mdx', 'MDX plans with links and emphasis', 'prose', 1.3),
    {
      what: 'Keystroke to diagnostics',
      figure: { run: () => ownFigure({ args: [script('keystroke.ts')], cwd: one }) },
      floor: {
        name: 'bare yaml',
        run: () => ownFigure({ args: [script('floors/keystroke.ts')], cwd: one }),
      },
      reach: { most: 10 },
      unit: 'ms',
    },
    {
      what: 'Peak memory, 5,000 plans, cold',
      figure: {
        before: () => forget(home),
        run: () => peakMemory({ args: [waypost, 'lint'], cwd: mixed }),
      },
      reach: { most: 500 },
      unit: 'MB',
    },
    {
      what: 'Peak memory, 5,000 plans, nothing changed',
      figure: { run: () => peakMemory({ args: [waypost, 'lint'], cwd: mixed }) },
      reach: { most: 500 },
      unit: 'MB',
    },
  ];
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
