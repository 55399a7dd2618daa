import { existsSync } from 'node:fs';
import { changedFiles } from '../git/changed-files.ts';
import { readPlansAt } from '../git/plans-at.ts';
import type { Repository } from '../git/repository.ts';
import { printable } from '../lifecycle/words.ts';
import { defaultConfigurationFile } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import type { Checked as Reported } from '../report/report.ts';
import { type Checked, isAbout, plansFolders } from './check.ts';
import { repositoryHere } from './repository-here.ts';

const advice = 'What has changed is taken from git. Without `--since` all findings are shown.';

/**
 * Leaves out the findings that were there before. What is told of: findings in plans that have changed,
 * findings that lead to such a plan, and whatever was not found then, in whichever plan.
 *
 * @param checked what was found in all plans
 * @param revision what the working tree is compared with: the commit in which the branch left it
 * @param paths files and folders, as the user has named them
 * @param configuration path of the configuration; the folder's own when left out
 * @throws {GitFailure} where git does not have what is to be compared
 */
export async function sinceRevision(
  checked: Checked,
  revision: string,
  paths: readonly string[],
  configuration = defaultConfigurationFile,
): Promise<Reported> {
  const repository = await repositoryHere(advice);
  const then = await whereItLeft(repository, revision);
  if (await differs(repository, then, configuration)) {
    process.stderr.write(
      `${printable(configuration)} has changed since ${printable(revision)}, so all findings are shown\n`,
    );
    return checked;
  }
  const names = checked.files.map(({ file }) => file);
  const changed = await changedFiles(repository, then, names);
  const others = checked.findings.filter((finding) => !isAbout(finding, changed));
  const before = others.length > 0 ? await findingsAt(repository, then, paths, checked) : [];
  const known = new Set(before.map(identity));
  const unshown = new Set(others.filter((finding) => known.has(identity(finding))));
  return {
    ...checked,
    findings: checked.findings.filter((finding) => !unshown.has(finding)),
    since: { revision, changed: changed.size, unshown: unshown.size },
  };
}

/** Where the two have gone different ways, what came to the other one meanwhile is none of ours. */
async function whereItLeft(repository: Repository, revision: string): Promise<string> {
  const commit = await repository.commit(revision);
  return repository.mergeBase(commit, await repository.commit('HEAD'));
}

async function differs(repository: Repository, commit: string, file: string): Promise<boolean> {
  if (existsSync(file)) return (await changedFiles(repository, commit, [file])).size > 0;
  return repository.has(commit, file);
}

/** What is found in the plans of a commit, by the rules as they are set now. */
async function findingsAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  { options }: Checked,
): Promise<Finding[]> {
  const { files } = await readPlansAt(repository, commit, plansFolders(paths));
  return lint(files, options);
}

/** The same finding in a file that has not changed is in the same place. */
function identity({ file, rule, line, column, message }: Finding): string {
  return JSON.stringify([file, rule, line, column, message]);
}
