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
import { waive } from './waivers.ts';

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
 * @param plans the plans of the run; portfolio rules look at all of them
 * @param rules the rules to ask; all of them when left out
 * @returns the findings by file, line, column and rule
 * @throws {RuleCrash} when a rule itself fails
 */
export async function lint(
  plans: readonly PlanFile[],
  rules: readonly Rule[] = allRules,
): Promise<Finding[]> {
  // Which of two duplicates is the further one must not depend on how the plans were found.
  const files = [...plans].sort((a, b) => (a.file < b.file ? -1 : 1));
  const readers = new Map(rules.flatMap((rule) => (rule.reads ? [[rule.reads, rule]] : [])));
  const observations = rules.flatMap((rule) => observe(rule, files));
  const findings: Finding[] = [];
  for (const file of files) {
    const own = observations.filter(({ record }) => holds(file, record));
    const problems = await problemsOf(file);
    const found = [
      ...problems.map((problem) => findingOfProblem(file, problem, readers)),
      ...withoutEchoes(problems, own).map((observation) => locate(observation, files)),
    ];
    findings.push(...judged(file, found, rules));
  }
  return findings.sort(byPlace);
}

/** The findings of a plan once its waivers are applied, and those on the waivers themselves. */
function judged(
  file: PlanFile,
  found: readonly Finding[],
  rules: readonly Rule[],
): readonly Finding[] {
  if (!file.plan?.facts.waivers) return found;
  const { findings, uses } = waive(file.plan, found, rules);
  const onWaivers = rules.flatMap((rule) => {
    const observations: Observation[] = [];
    guarded(rule, file.file, () => rule.judge?.(uses, reportTo(observations, rule)));
    return observations;
  });
  return [...findings, ...onWaivers.map((observation) => locate(observation, [file]))];
}

function locate(observation: Observation, files: readonly PlanFile[]): Finding {
  return findingOf(observation, (record) => fileOf(files, record));
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
