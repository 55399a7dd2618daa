import type { Plan } from '../lifecycle/plan.ts';
import { belongsTo } from '../lifecycle/records.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Problem } from '../source/problems.ts';
import { byPlace, type Finding } from './finding.ts';
import { findingOf, findingOfProblem } from './locate.ts';
import { type Observation, reportTo } from './observation.ts';
import { withoutEchoes } from './silence.ts';

/** A rule threw: its verdict is unknown, and that must never look like a pass. */
export class RuleCrash extends Error {
  constructor(rule: Rule, subject: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The rule ${rule.id} failed on ${subject}: ${reason}`, { cause });
    this.name = 'RuleCrash';
  }
}

/**
 * Checks plans against the rules.
 *
 * @param files the plans of the run; portfolio rules look at all of them
 * @param rules the rules to ask; all of them when left out
 * @returns the findings by file, line, column and rule
 * @throws {RuleCrash} when a rule itself fails
 */
export async function lint(
  files: readonly PlanFile[],
  rules: readonly Rule[] = allRules,
): Promise<Finding[]> {
  const readers = new Map(rules.flatMap((rule) => (rule.reads ? [[rule.reads, rule]] : [])));
  const observations = rules.flatMap((rule) => observe(rule, files));
  const findings: Finding[] = [];
  for (const file of files) {
    const problems = await problemsOf(file);
    for (const problem of problems) findings.push(findingOfProblem(file, problem, readers));
    const own = observations.filter(({ record }) => holds(file, record));
    for (const observation of withoutEchoes(problems, own)) {
      findings.push(findingOf(observation, (record) => fileOf(files, record)));
    }
  }
  return findings.sort(byPlace);
}

async function problemsOf(file: PlanFile): Promise<readonly Problem[]> {
  const prose = await file.prose();
  return prose && 'problem' in prose ? [...file.problems, prose.problem] : file.problems;
}

/** What one rule finds in the plans. */
function observe(rule: Rule, files: readonly PlanFile[]): Observation[] {
  const observations: Observation[] = [];
  const report = reportTo(observations, rule);
  const options = rule.options?.parse({}) ?? {};
  const plans: Plan[] = [];
  for (const { file, plan } of files) {
    if (!plan) continue;
    plans.push(plan);
    guarded(rule, file, () => rule.check?.(plan, report, options));
  }
  guarded(rule, 'the plans of this run', () => rule.checkAll?.(plans, report, options));
  return observations;
}

function guarded(rule: Rule, subject: string, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    throw new RuleCrash(rule, subject, error);
  }
}

function holds(file: PlanFile, record: object): boolean {
  return file.plan !== undefined && belongsTo(record, file.plan.facts);
}

function fileOf(files: readonly PlanFile[], record: object): PlanFile {
  const file = files.find((candidate) => holds(candidate, record));
  if (!file) throw new Error('A finding names a record of no plan in this run');
  return file;
}
