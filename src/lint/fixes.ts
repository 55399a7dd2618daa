import { pathOf } from '../lifecycle/records.ts';
import { quote } from '../lifecycle/words.ts';
import type { Repair } from '../rules/repair.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { removal } from '../source/removal.ts';
import { rewriteKey, rewriteValue } from '../source/rewrite.ts';
import type { Fix } from './finding.ts';
import type { Spot, Target } from './observation.ts';

/**
 * A repair as changes to the text of the file.
 *
 * @param target where the finding is
 * @returns undefined where the file does not let it be made without touching anything else
 */
export function fixOf(
  repair: Repair | undefined,
  file: PlanFile,
  target: Target | Spot,
): Fix | undefined {
  if (!repair) return undefined;
  const edit = editFor(repair, file, target);
  if (!edit) return undefined;
  return { title: titleOf(repair), edits: [edit] };
}

function titleOf(repair: Repair): string {
  return 'remove' in repair ? repair.title : `Write ${quote(String(repair.write))}`;
}

function editFor(repair: Repair, { root, text, lines }: PlanFile, target: Target | Spot) {
  if ('range' in target) {
    return 'write' in repair ? { ...target.range, text: String(repair.write) } : undefined;
  }
  if (!root) return undefined;
  if ('remove' in repair) return removal({ root, text, lines }, pathOf(repair.remove));
  const { path, token } = target;
  return token === 'key'
    ? rewriteKey(root, text, path, String(repair.write))
    : rewriteValue(root, text, path, repair.write);
}
