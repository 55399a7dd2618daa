import { extname } from 'node:path/posix';
import { phaseOf } from '../lifecycle/phase.ts';
import type { Plan } from '../lifecycle/plan.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { dataIn, dataOf, type Version } from './data.ts';
import { dataChanges } from './data-changes.ts';
import { compare } from './differences.ts';
import { notesChange } from './notes-change.ts';
import { orderChanges } from './order-changes.ts';
import { inReadingOrder, type PlanChange } from './plan-change.ts';

/**
 * What has changed from one version of a plan to another, what is to be looked at first at the top.
 * Whatever differs in what they say is told; how they are written makes no difference.
 */
export function changesBetween(before: Plan, after: Plan): PlanChange[] {
  return inReadingOrder(
    versionChanges(
      { plan: before, data: dataOf(before.facts) },
      { plan: after, data: dataOf(after.facts) },
    ),
  );
}

/**
 * What has changed from one version of a plan's file to another: data, those that are wrong and the
 * team's own included, and notes. Where the files differ, something is told.
 */
export function fileChanges(before: PlanFile, after: PlanFile): PlanChange[] {
  if (before.text === after.text && extname(before.file) === extname(after.file)) return [];
  const changes = [...dataChangesOf(before, after), ...notesChange(before, after)];
  if (changes.length > 0 || sameText(before.text, after.text)) return inReadingOrder(changes);
  return [
    {
      type: 'changed',
      topic: 'notation',
      weight: 'normal',
      what: 'The file',
      how: 'written differently; it says the same',
      path: null,
      before: null,
      after: null,
    },
  ];
}

function dataChangesOf(before: PlanFile, after: PlanFile): PlanChange[] {
  const was = versionIn(before);
  const is = versionIn(after);
  if (was && is) return versionChanges(was, is);
  if (was) return [unread('removed', 'high', 'can no longer be read')];
  if (is) return [unread('added', 'normal', 'can be read again')];
  if (sameText(before.text, after.text)) return [];
  return [unread('changed', 'high', 'changed, and can be read neither before nor after')];
}

function versionIn(file: PlanFile): Version | undefined {
  const data = dataIn(file);
  return file.plan && data && { plan: file.plan, data };
}

function versionChanges(before: Version, after: Version): PlanChange[] {
  const { differences, counterparts } = compare(before.data, after.data);
  return [
    ...dataChanges(differences, before, after),
    ...orderChanges(before.plan, after.plan, counterparts),
    ...phaseChange(before.plan, after.plan),
  ];
}

function phaseChange(before: Plan, after: Plan): PlanChange[] {
  const [was, is] = [phaseOf(before)?.name ?? 'unknown', phaseOf(after)?.name ?? 'unknown'];
  if (was === is) return [];
  return [
    {
      type: 'changed',
      topic: 'status',
      weight: 'normal',
      what: 'Phase',
      how: `changed from ${was} to ${is}`,
      path: null,
      before: was,
      after: is,
    },
  ];
}

function unread(type: PlanChange['type'], weight: PlanChange['weight'], how: string): PlanChange {
  return {
    type,
    topic: 'plan',
    weight,
    what: 'The data',
    how,
    path: null,
    before: null,
    after: null,
  };
}

/** How lines end is the work of programs. */
function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}
