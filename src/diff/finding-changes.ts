import { quote } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { match } from './match.ts';
import type { PlanChange } from './plan-change.ts';

/** Findings of the linter that came and went, from one version of a plan to another. */
export function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
): PlanChange[] {
  const was = before.map(said);
  const is = after.map(said);
  const { pairs, added, removed } = match(was, is, [
    ['message', 'rule', 'path'],
    ['message', 'rule'],
    ['rule', 'path'],
  ]);
  return [
    ...added.flatMap((index) => change(undefined, is[index])),
    ...pairs.flatMap(([i, j]) => change(was[i], is[j])),
    ...removed.flatMap((index) => change(was[index], undefined)),
  ];
}

type Said = ReturnType<typeof said>;

/** A finding without its place in the file, which moves with every line that is written above. */
function said({ rule, message, path, severity, waived }: Finding) {
  return { rule, message, path: path ?? '', standing: waived ? ('accepted' as const) : severity };
}

function change(before: Said | undefined, after: Said | undefined): PlanChange[] {
  const finding = after ?? before;
  if (!finding || (before?.message === after?.message && before?.standing === after?.standing)) {
    return [];
  }
  const type = !before ? 'added' : !after ? 'removed' : 'changed';
  return [
    {
      type,
      topic: 'finding',
      weight: isWorse(before, after) ? 'high' : 'normal',
      what: titleOf(before, after),
      how: finding.message,
      path: finding.path || null,
      before: before ?? null,
      after: after ?? null,
    },
  ];
}

const nouns = { error: 'error', warning: 'warning', accepted: 'accepted deviation' } as const;
const ranks = { accepted: 0, warning: 1, error: 2 } as const;

function isWorse(before: Said | undefined, after: Said | undefined): boolean {
  if (!after || after.standing === 'accepted') return false;
  return (
    after.standing === 'error' || ranks[after.standing] > (before ? ranks[before.standing] : 1)
  );
}

/** "New error `iq-missing`", "Gone: error `iq-missing`", "Error `iq-late`, now accepted deviation". */
function titleOf(before: Said | undefined, after: Said | undefined): string {
  const name = ({ standing, rule }: Said) => `${nouns[standing]} ${quote(rule)}`;
  if (!before || !after)
    return after ? `New ${name(after)}` : before ? `Gone: ${name(before)}` : '';
  const was = name(before);
  const title = was.charAt(0).toUpperCase() + was.slice(1);
  return before.standing === after.standing
    ? `${title}, now`
    : `${title}, now ${nouns[after.standing]}`;
}
