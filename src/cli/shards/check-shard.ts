import { isAbsolute, sep } from 'node:path';
import type { Shard } from '../../report/report.ts';
import { shownPath } from '../../source/discover.ts';
import { version } from '../../version.ts';
import { type Checked, type Checking, checkPlans, plansFolders } from '../check.ts';
import { type Part, plansOf } from './part.ts';
import { portfolioOf } from './portfolio.ts';
import { Witness } from './witness.ts';

/**
 * Lints a part of the plans in the light of all of them, and says what it takes to put the parts together.
 *
 * @param paths files and folders of all plans; the plans' folder where none is given
 */
export async function checkShard(
  part: Part,
  paths: readonly string[],
  checking: Pick<Checking, 'configuration' | 'cache'>,
): Promise<Checked & { readonly shard: Shard }> {
  const witness = new Witness();
  const checked = await checkPlans(paths, {
    ...checking,
    read: witness.read,
    part: (plans) => plansOf(part, plans),
  });
  const { configuration: config } = checking;
  const own = checked.files.map(({ file }) => [file, witness.plans.get(file) ?? '']);
  return {
    ...checked,
    shard: {
      ...part,
      waypost: version(),
      paths: plansFolders(paths).map(portable),
      config: config === undefined ? null : portable(config),
      portfolio: portfolioOf(witness.plans, checked.configuration),
      plans: Object.fromEntries(own),
      attachments: witness.attachments,
    },
  };
}

/** A path that means the same in another checkout, on whatever machine. */
function portable(path: string): string {
  const shown = isAbsolute(path) ? shownPath(path, process.cwd()) : path;
  return shown.split(sep).join('/');
}
