import { counted } from '../lifecycle/words.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { PlanChange } from './plan-change.ts';

/** A change to the prose of a plan, by how many lines came and went. */
export function notesChange(before: PlanFile, after: PlanFile): PlanChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  if (was.join('\n') === is.join('\n')) return [];
  const added = without(is, was).length;
  const removed = without(was, is).length;
  const type = was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed';
  return [
    {
      type,
      topic: 'notes',
      weight: 'normal',
      what: 'Notes',
      how: `${type}, ${inWords(added, removed)}`,
      path: null,
      before: was.join('\n') || null,
      after: is.join('\n') || null,
    },
  ];
}

function inWords(added: number, removed: number): string {
  if (added === 0 && removed === 0) return 'in blank lines or in the order of lines only';
  return [
    ...(added > 0 ? [`${counted(added, 'line')} added`] : []),
    ...(removed > 0 ? [`${counted(removed, 'line')} removed`] : []),
  ].join(', ');
}

function linesOf({ proseText }: PlanFile): string[] {
  const text = proseText?.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  return text ? text.split('\n') : [];
}

/** The lines of a text that another does not have as often. Blank ones do not count. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return line.trim() !== '' && count <= 0;
  });
}
