import { GitFailure } from '../git/git.ts';
import { Repository } from '../git/repository.ts';

/**
 * The git repository that a command runs in.
 *
 * @param advice what it is needed for, and what to do without it
 * @throws {GitFailure} where there is none, or no git
 */
export async function repositoryHere(advice: string): Promise<Repository> {
  try {
    return await Repository.at(process.cwd());
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new GitFailure(error.reason, `${error.message}.\n${advice}`);
  }
}
