import { join } from 'node:path';
import { removeAbandonedDrafts } from '../../source/drafts.ts';
import { keptHome } from '../../source/kept-home.ts';
import { KeptTexts } from './kept-texts.ts';

/** Whether this build takes nothing that was kept, and keeps nothing. */
export const isAnew = process.env.WAYPOST_NO_CACHE !== undefined;

/**
 * What builds keep of one sort.
 *
 * @param sort the name of the folder
 * @param maker tells everything apart that makes another text of the same key, or throws where that
 *   cannot be told
 * @returns undefined where nothing is kept
 */
export function keptTexts(sort: string, maker: () => string): KeptTexts | undefined {
  const home = isAnew ? undefined : keptHome();
  if (home === undefined) return undefined;
  const folder = join(home, sort);
  removeAbandonedDrafts(folder);
  try {
    return new KeptTexts(folder, maker());
  } catch {
    return undefined;
  }
}
