import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { portfolioOf } from '../support/portfolio/index.ts';
import { forget } from './forget.ts';
import { duration, memoryOfAll, type Program } from './processes.ts';
import type { Measurement, Row } from './row.ts';
import { writeStarlight } from './starlight.ts';

/**
 * What is measured of the site.
 *
 * @param folder an empty folder for the plans
 * @param home the package that builds the site
 * @param customers how many there are; in one row twice as many
 */
export function siteRows(folder: string, home: string, customers: number): Row[] {
  const one = portfolio(folder, customers);
  const two = portfolio(folder, 2 * customers);
  const build = (cwd: string): Program => ({ args: [join(home, 'src/cli/bin.mjs'), 'build'], cwd });
  const cold = (cwd: string): Measurement => ({
    before: () => forget(home),
    run: () => duration(build(cwd)),
  });
  const named = (count: number) => `${count.toLocaleString('en')} customers`;
  return [
    {
      what: `${named(customers)}, cold`,
      figure: cold(one),
      floor: bareStarlight(folder, home, build(one)),
      reach: { ratio: 2 },
      unit: 'ms',
    },
    {
      what: `${named(2 * customers)}, cold`,
      figure: cold(two),
      floor: { name: named(customers), ...cold(one) },
      reach: { ratio: 2.2 },
      unit: 'ms',
    },
    {
      what: `${named(customers)}, one plan changed`,
      figure: { before: () => changePlan(one), run: () => duration(build(one)) },
      floor: { name: 'cold', ...cold(one) },
      reach: { ratio: 0.6 },
      unit: 'ms',
    },
    {
      what: `Peak memory, ${named(customers)}, cold`,
      figure: { before: () => forget(home), run: () => memoryOfAll(build(one)) },
      reach: { most: 1500 },
      unit: 'MB',
    },
  ];
}

/** A repository of plans, as users have one. */
function portfolio(folder: string, customers: number): string {
  const root = join(folder, `site-${customers}`);
  const plans = join(root, 'content/plans');
  mkdirSync(plans, { recursive: true });
  for (const { name, content } of portfolioOf(customers)) writeFileSync(join(plans, name), content);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'Begin');
  return root;
}

function changePlan(root: string): void {
  const plans = join(root, 'content/plans');
  const name = readdirSync(plans).find((file) => file.endsWith('.yaml')) ?? '';
  appendFileSync(join(plans, name), '# Read once more.\n');
}

/** Starlight by itself, with as many pages as the site that `build` makes, each as heavy. */
function bareStarlight(folder: string, home: string, build: Program): Required<Row>['floor'] {
  const astro = dirname(createRequire(join(home, 'package.json')).resolve('astro/package.json'));
  const cwd = join(folder, 'starlight');
  const site = join(build.cwd, 'dist');
  return {
    name: 'bare Starlight',
    async before() {
      if (!existsSync(site)) await duration(build);
      writeStarlight(cwd, dirname(astro), pageWeights(site));
    },
    run: () => duration({ args: [join(astro, 'bin/astro.mjs'), 'build'], cwd }),
  };
}

function pageWeights(site: string): number[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => statSync(join(site, name)).size);
}
