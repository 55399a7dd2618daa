import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ShardReport } from '../../../schemas/reports/shard.ts';
import { byCodeUnit } from '../../lifecycle/order.ts';
import { escaped } from '../../lifecycle/words.ts';
import { summaryOf } from '../../report/report.ts';
import { reasonOf } from '../../source/failure.ts';
import { version } from '../../version.ts';

/** The report of a shard, and where it lies. */
export interface NamedReport extends ShardReport {
  /** The file, as it is shown. */
  readonly name: string;
}

const howTo =
  'Reports to merge are written by `npx --no waypost lint --shard 1/4 --format json=FILE`, one for each shard.';

/**
 * Reads the reports of shards.
 *
 * @param paths files; of a folder, all files in it and below that end in .json
 * @throws {Error} where one of them cannot be read, or is not as this Waypost has written it
 */
export async function readReports(paths: readonly string[]): Promise<NamedReport[]> {
  const files = new Map(paths.flatMap(filesAt).map((file) => [resolve(file), file]));
  return Promise.all([...files.values()].map(readReport));
}

function filesAt(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ parentPath, name }) => join(parentPath, name));
  if (files.length > 0) return files.sort(byCodeUnit);
  throw new Error(`There is no report in ${escaped(path)}: no file in it ends in .json. ${howTo}`);
}

async function readReport(file: string): Promise<NamedReport> {
  const name = escaped(file);
  const written = parsed(name, await textOf(file));
  refuseOtherVersions(name, written);
  const { success, data, error } = ShardReport.safeParse(written);
  if (!success)
    throw new Error(`${name} is no report of a shard: ${faultOf(written, error)}.\n${howTo}`);
  const counted = { plans: Object.keys(data.shard.plans).length, ...summaryOf(data.findings) };
  if (!isDeepStrictEqual(counted, { plans: data.plans, ...data.summary })) {
    throw new Error(
      `${name} was changed after it was written: it does not hold as many plans and findings as it counts. ` +
        'What was taken out would be missing in every report. Merge it as the shard has written it.',
    );
  }
  return { ...data, name };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`Cannot read the report ${escaped(file)}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${name} is no report of a shard: it is not JSON, or its end is missing.\n${howTo}`,
      { cause: error },
    );
  }
}

/** Another version may give its reports another shape, and that is not what is to be complained of. */
function refuseOtherVersions(name: string, written: unknown): void {
  const maker: unknown = Object(Object(written).shard).waypost;
  if (typeof maker !== 'string' || maker === version()) return;
  throw new Error(
    `${name} was made by Waypost ${escaped(maker)}, and this is ${version()}: their rules may differ. ` +
      'Run the shards and the merge with the same version, such as the one in the lock.',
  );
}

type Issues = NonNullable<ReturnType<typeof ShardReport.safeParse>['error']>;

function faultOf(written: unknown, { issues }: Issues): string {
  const { findings, shard } = Object(written);
  if (Array.isArray(findings) && shard === undefined) return 'it was made without `--shard`';
  const place = issues[0]?.path.join('.');
  return place ? `there is something else at \`${escaped(place)}\`` : 'it holds something else';
}
