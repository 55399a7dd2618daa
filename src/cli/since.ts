import { existsSync } from 'node:fs';
import { changedFiles } from '../git/changed-files.ts';
import { readPlansAt } from '../git/plans-at.ts';
import type { Repository } from '../git/repository.ts';
import { printable } from '../lifecycle/words.ts';
import { defaultConfigurationFile } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { type LintOptions, lint } from '../lint/lint.ts';
import type { Checked as Reported } from '../report/report.ts';
import { type Checked, isAbout, plansFolders } from './check.ts';
import { repositoryHere } from './repository-here.ts';

const advice = 'What has changed is taken from git. Without `--since` all findings are shown.';

/**
 * Leaves out the findings that were there before. What is told of: findings in plans that have changed,
 * findings that lead to such a plan, and whatever was not found then, in whichever plan.
 *
 * @param checked what was found, be it in all plans or in a part of them
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
  const own = checked.files.map(({ file }) => file);
  const changed = await changedFiles(repository, then, new Set([...own, ...ledTo(checked)]));
  const others = checked.findings.filter((finding) => !isAbout(finding, changed));
  const before = await findingsAt(repository, then, paths, checked.options, filesOf(others));
  const known = new Set(before.map(identity));
  const unshown = new Set(others.filter((finding) => known.has(identity(finding))));
  return {
    ...checked,
    findings: checked.findings.filter((finding) => !unshown.has(finding)),
    since: {
      revision,
      commit: then,
      changed: own.filter((file) => changed.has(file)).length,
      unshown: unshown.size,
    },
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

/** The files that findings lead to; where a part of the plans was linted, they may be in another. */
function ledTo({ findings }: Checked): string[] {
  return findings.flatMap(({ related }) => related.map(({ file }) => file));
}

function filesOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ file }) => file));
}

/** What is found in some plans of a commit, in the light of all, by the rules as they are set now. */
async function findingsAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  options: LintOptions,
  wanted: ReadonlySet<string>,
): Promise<Finding[]> {
  if (wanted.size === 0) return [];
  const { files } = await readPlansAt(repository, commit, plansFolders(paths));
  return lint(files, { ...options, only: new Set(files.filter(({ file }) => wanted.has(file))) });
}

/** The same finding in a file that has not changed is in the same place. */
function identity({ file, rule, line, column, message }: Finding): string {
  return JSON.stringify([file, rule, line, column, message]);
}
