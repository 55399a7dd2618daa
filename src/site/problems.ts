import { byCodeUnit, byDay } from '../lifecycle/order.ts';
import type { Waiver } from '../lifecycle/plan.ts';
import type { Finding } from '../lint/finding.ts';
import { type Summary, summaryOf } from '../report/report.ts';
import { type Entry, isReadable, type Portfolio } from './portfolio.ts';

/** What is wrong with a plan. */
export interface Problem {
  readonly entry: Entry;
  /** Without accepted deviations. */
  readonly findings: readonly Finding[];
}

/** How often a rule finds something. */
export interface RuleTally extends Summary {
  readonly rule: string;
  readonly url: string;
  /** The plans in which it does. */
  readonly plans: number;
}

/** An accepted deviation that comes to an end. */
export interface EndingWaiver {
  readonly entry: Entry;
  readonly waiver: Waiver & { readonly until: string };
}

/** The plans with which something is wrong: those that could not be read, then those with errors. */
export function problemsOf({ entries }: Portfolio): Problem[] {
  const problems = entries.map((entry) => ({ entry, findings: openOf(entry) }));
  return problems
    .filter(({ entry, findings }) => !isReadable(entry) || findings.length > 0)
    .toSorted((a, b) => gravity(a) - gravity(b));
}

/** The plans in which nothing was found. One that could not be read is never among them. */
export function soundOf({ entries }: Portfolio): Entry[] {
  return entries.filter((entry) => isReadable(entry) && openOf(entry).length === 0);
}

/** Which rules find most. */
export function ruleTallies(problems: readonly Problem[]): RuleTally[] {
  const byRule = Map.groupBy(
    problems.flatMap(({ findings }) => findings),
    ({ rule }) => rule,
  );
  const tallies = [...byRule].map(([rule, findings]) => ({
    rule,
    url: findings[0]?.url ?? '',
    plans: new Set(findings.map(({ file }) => file)).size,
    ...summaryOf(findings),
  }));
  const total = ({ errors, warnings }: RuleTally) => errors + warnings;
  return tallies.sort((a, b) => total(b) - total(a) || byCodeUnit(a.rule, b.rule));
}

/** The accepted deviations that end after the status date of their plan, soonest first. */
export function endingWaivers({ entries }: Portfolio): EndingWaiver[] {
  const ending = entries.flatMap((entry) =>
    (entry.plan?.waivers ?? []).flatMap((waiver) => {
      const { until } = waiver;
      // Of those that have ended, the linter speaks.
      const hasEnded = until !== undefined && until < (entry.plan?.facts.statusDate ?? '');
      return until === undefined || hasEnded ? [] : [{ entry, waiver: { ...waiver, until } }];
    }),
  );
  return ending.sort((a, b) => byDay(a.waiver.until, b.waiver.until));
}

function openOf({ findings }: Entry): Finding[] {
  return findings.filter(({ waived }) => waived === null);
}

function gravity({ entry, findings }: Problem): number {
  if (!isReadable(entry)) return 0;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 2;
}
