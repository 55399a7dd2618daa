import { isDeepStrictEqual } from 'node:util';
import { inWords } from '../../lifecycle/words.ts';
import type { NamedReport } from './shard-reports.ts';
import { most, some } from './some.ts';

/**
 * Refuses reports that are not those of all shards of one run.
 *
 * @returns the first of them, for what all have in common
 * @throws {Error} where one is missing, is there twice, or belongs to another run
 */
export function wholeRun(reports: readonly NamedReport[]): NamedReport {
  const [first, ...others] = reports.toSorted((a, b) => a.shard.number - b.shard.number);
  if (!first) throw new Error('There is no report to merge');
  refuseOtherSplits(first, others);
  refuseDoubled(reports);
  refuseMissing(reports, first.shard.of);
  for (const other of others) refuseOtherRun(first, other);
  return first;
}

function refuseOtherSplits(first: NamedReport, others: readonly NamedReport[]): void {
  const other = others.find(({ shard }) => shard.of !== first.shard.of);
  if (!other) return;
  throw new Error(
    `${called(first)} and ${called(other)} do not belong together: their plans were split in two ways, ` +
      'so some would be missing and some would be there twice. Merge the reports of one run, and none that is left of another.',
  );
}

function refuseDoubled(reports: readonly NamedReport[]): void {
  const byNumber = Map.groupBy(reports, ({ shard }) => shard.number);
  const [one, ...more] = [...byNumber.values()].find(({ length }) => length > 1) ?? [];
  if (!one) return;
  const { number, of } = one.shard;
  const names = [one, ...more].map(({ name }) => name);
  throw new Error(
    `There are ${names.length} reports of shard ${number} of ${of}: ${inWords(names)}. ` +
      'Its findings would be told more than once, and nobody knows which report holds. Leave all but one out.',
  );
}

function refuseMissing(reports: readonly NamedReport[], of: number): void {
  const there = new Set(reports.map(({ shard }) => shard.number));
  const count = of - there.size;
  if (count === 0) return;
  const missing: string[] = [];
  for (let number = 1; number <= of && missing.length < most; number++) {
    if (!there.has(number)) missing.push(`${number}`);
  }
  const [what, are] = count === 1 ? ['Shard', 'is'] : ['Shards', 'are'];
  throw new Error(
    `${what} ${some(missing, count)} of ${of} ${are} missing: plans that nobody has checked would pass. ` +
      `Find out why there is no report, and merge all ${of}.`,
  );
}

function refuseOtherRun(first: NamedReport, other: NamedReport): void {
  const settled = ({ shard: { paths, config } }: NamedReport) => ({ paths, config });
  if (!isDeepStrictEqual(settled(first), settled(other))) {
    throw new Error(
      `${called(first)} and ${called(other)} were given other paths, or another configuration. ` +
        'What they have found does not belong together: run all shards with the same ones.',
    );
  }
  const base = ({ since, shard }: NamedReport) => [since?.revision, shard.since];
  if (!isDeepStrictEqual(base(first), base(other))) {
    throw new Error(
      `${called(first)} and ${called(other)} do not show what has changed since the same commit; perhaps a branch has moved in between. ` +
        'Findings would be left out that nobody has seen before: run all shards with `--since` and the same commit.',
    );
  }
  if (isDeepStrictEqual(first.shard.portfolio, other.shard.portfolio)) return;
  throw new Error(
    `${called(first)} and ${called(other)} have not seen the same plans and settings; perhaps they are of two commits. ` +
      'Rules look across plans, so what they have found does not belong together: run all shards on the same commit.',
  );
}

/** `Shard 2 of 4 (reports/2.json)` */
function called({ name, shard: { number, of } }: NamedReport): string {
  return `Shard ${number} of ${of} (${name})`;
}
