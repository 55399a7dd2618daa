import { byCodeUnit } from '../lifecycle/order.ts';
import { planFactsOf } from '../lifecycle/records.ts';
import { rules as allRules } from '../rules/index.ts';
import type { ProseContext, Rule } from '../rules/rule.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Problem } from '../source/problems.ts';
import { byPlace, type Finding } from './finding.ts';
import { findingOf, findingOfProblem } from './locate.ts';
import { type Observation, proseReportTo, reportTo } from './observation.ts';
import { PlanSite, pageOf } from './plan-site.ts';
import { defaultSettings, type Setting, type Settings, type SettingsOfPlan } from './settings.ts';
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

/** What a run may be told besides its plans. */
export interface LintOptions {
  /** The rules to ask; all of them when left out. */
  readonly rules?: readonly Rule[];
  /** How they are asked; each as it is by itself when left out. */
  readonly settings?: Settings;
  /** Where the site is published: it stands before the address of a rule's page. */
  readonly site?: string;
  /** Those of the plans whose findings are wanted; all when left out. */
  readonly only?: ReadonlySet<PlanFile>;
}

/**
 * Checks plans against the rules.
 *
 * @param plans the plans of the run; portfolio rules look at all of them
 * @returns the findings by file, line, column and rule
 * @throws {RuleCrash} when a rule itself fails
 */
export async function lint(
  plans: readonly PlanFile[],
  options: LintOptions = {},
): Promise<Finding[]> {
  return new Run(plans, options).findings();
}

/** What was found in one plan, and what of it is said. */
interface Heard {
  readonly problems: readonly Problem[];
  readonly own: readonly Observation[];
  readonly said: readonly Observation[];
}

/** A rule on data, and the options it is asked with. */
interface Check {
  readonly rule: Rule;
  readonly check: NonNullable<Rule['check']>;
  readonly options: Setting['options'];
}

/** One run over some plans. */
class Run {
  readonly #files: readonly PlanFile[];
  readonly #wanted: readonly PlanFile[];
  readonly #rules: readonly Rule[];
  readonly #settings: Settings;
  readonly #site: PlanSite;
  readonly #address: string;
  readonly #readers: ReadonlyMap<Problem['type'], Rule>;
  readonly #byFacts: ReadonlyMap<object, PlanFile>;
  readonly #order: ReadonlyMap<Rule, number>;
  readonly #checks = new Map<SettingsOfPlan, readonly Check[]>();

  constructor(plans: readonly PlanFile[], options: LintOptions) {
    // Which of two duplicates is the further one must not depend on how the plans were found.
    this.#files = [...plans].sort((a, b) => byCodeUnit(a.file, b.file));
    this.#wanted = this.#files.filter((file) => options.only?.has(file) ?? true);
    this.#rules = options.rules ?? allRules;
    this.#settings = options.settings ?? defaultSettings;
    this.#site = new PlanSite(this.#files);
    this.#address = options.site ?? '';
    this.#readers = new Map(
      this.#rules.flatMap((rule) => (rule.reads ? [[rule.reads, rule]] : [])),
    );
    this.#byFacts = new Map(
      this.#files.flatMap((file) => (file.plan ? [[file.plan.facts, file]] : [])),
    );
    this.#order = new Map(this.#rules.map((rule, index) => [rule, index]));
  }

  async findings(): Promise<Finding[]> {
    const acrossPlans = this.#observeTogether();
    const findings: Finding[] = [];
    for (const files of inBatches(this.#wanted)) {
      const inData = this.#observeData(files);
      for (const file of files) {
        const own = [
          ...(inData.get(file) ?? []),
          ...(acrossPlans.get(file) ?? []),
          ...(await this.#observeProse(file)),
        ];
        findings.push(...(await this.#findingsIn(file, own)));
        file.forgetProse();
      }
    }
    return findings.sort(byPlace);
  }

  /** What is to be said of a plan, given what the rules have found in it. */
  async #findingsIn(file: PlanFile, own: readonly Observation[]): Promise<readonly Finding[]> {
    const problems = await problemsOf(file);
    const said = withoutEchoes(problems, this.#inOrder(own));
    return this.#judged(file, { problems, own, said }, [
      ...problems.map((problem) => this.#addressed(findingOfProblem(file, problem, this.#readers))),
      ...said.map((observation) => this.#locate(observation, file)),
    ]);
  }

  /**
   * What the rules find in the data of some plans, by the plan. One rule is asked of all of them before the
   * next: so many rules do not fit into the processor's caches.
   */
  #observeData(files: readonly PlanFile[]): Map<PlanFile, Observation[]> {
    const byFile = new Map(files.map((file): [PlanFile, Observation[]] => [file, []]));
    const bySettings = Map.groupBy(files, ({ id }) => this.#settings.forPlan(id));
    for (const [settings, alike] of bySettings) {
      for (const check of this.#checksWith(settings)) observeEach(alike, check, byFile);
    }
    return byFile;
  }

  /** The rules on data that plans with these settings are asked by. Put together once: most plans share theirs. */
  #checksWith(settings: SettingsOfPlan): readonly Check[] {
    const known = this.#checks.get(settings);
    if (known) return known;
    const checks = this.#rules.flatMap((rule): Check[] => {
      const { check } = rule;
      const setting = check && settings(rule);
      return setting ? [{ rule, check, options: setting.options }] : [];
    });
    this.#checks.set(settings, checks);
    return checks;
  }

  /** What the rules find in the plans of the run together, by the plan it is about. */
  #observeTogether(): Map<PlanFile, Observation[]> {
    const plans = this.#files.flatMap(({ plan }) => plan ?? []);
    const byFile = new Map<PlanFile, Observation[]>();
    for (const rule of this.#rules) {
      const observations: Observation[] = [];
      const report = reportTo(observations, rule);
      guarded(rule, 'the plans of this run', () => rule.checkAll?.(plans, report, {}));
      for (const observation of observations) {
        const file = this.#fileOf(observation.record);
        if (!this.#settings.of(rule, file.id)) continue;
        byFile.set(file, [...(byFile.get(file) ?? []), observation]);
      }
    }
    return byFile;
  }

  /** What the rules find in the prose of a plan, if it has any. */
  async #observeProse(file: PlanFile): Promise<Observation[]> {
    const prose = await file.prose();
    if (!prose || 'problem' in prose) return [];
    const observations: Observation[] = [];
    const { plan, attachments } = file;
    const context: ProseContext = { plan, attachments, page: pageOf(file), site: this.#site };
    const settings = this.#settings.forPlan(file.id);
    for (const rule of this.#rules) {
      if (!rule.checkProse) continue;
      const setting = settings(rule);
      if (!setting) continue;
      try {
        const report = proseReportTo(observations, rule, file);
        await rule.checkProse(prose, context, report, setting.options);
      } catch (error) {
        throw new RuleCrash(rule, file.file, error);
      }
    }
    return observations.filter(({ rule, words }) => settings(rule, words.member?.name));
  }

  /** The findings of a plan once its waivers are applied, and those on the waivers themselves. */
  #judged(file: PlanFile, heard: Heard, found: readonly Finding[]): readonly Finding[] {
    if (!file.plan?.facts.waivers) return found;
    const { findings, uses } = waive(file.plan, found, this.#rules, this.#certainty(file, heard));
    const onWaivers: Observation[] = [];
    for (const rule of this.#rules) {
      guarded(rule, file.file, () => rule.judge?.(uses, reportTo(onWaivers, rule)));
    }
    const said = withoutEchoes(file.problems, [...heard.own, ...onWaivers]);
    const isOnWaivers = new Set(onWaivers);
    const judgements = said.filter((observation) => isOnWaivers.has(observation));
    return [...findings, ...judgements.map((judgement) => this.#locate(judgement, file))];
  }

  /**
   * Tells of a rule that found nothing whether that is all there is to it: it was asked, nothing keeps it
   * from speaking, and it looks at nothing that may be different in another run.
   */
  #certainty(file: PlanFile, { problems, own, said }: Heard): (rule: Rule) => boolean {
    if (problems.length > 0 || own.some(({ rule }) => rule.doubts)) return () => false;
    const spoken = new Set(said);
    const silenced = new Set(own.filter((one) => !spoken.has(one)).map(({ rule }) => rule));
    return (rule) =>
      !silenced.has(rule) &&
      !rule.checkAll &&
      !rule.checkProse &&
      this.#settings.of(rule, file.id) !== undefined;
  }

  #locate(observation: Observation, file: PlanFile): Finding {
    const { rule, words } = observation;
    const setting = this.#settings.of(rule, file.id, words.member?.name);
    const finding = findingOf(observation, (record) => this.#fileOf(record));
    return this.#addressed({ ...finding, severity: setting?.severity ?? finding.severity });
  }

  /** A page of the site gets the site's address; those of rules from elsewhere have their own. */
  #addressed(finding: Finding): Finding {
    return finding.url.startsWith('/') ? { ...finding, url: this.#address + finding.url } : finding;
  }

  /** By the registry: where two rules put each other in doubt, the earlier one holds. */
  #inOrder(observations: readonly Observation[]): Observation[] {
    const place = ({ rule }: Observation) => this.#order.get(rule) ?? 0;
    return observations.toSorted((a, b) => place(a) - place(b));
  }

  #fileOf(record: object | undefined): PlanFile {
    const file = record && this.#byFacts.get(planFactsOf(record));
    if (!file) throw new Error('A finding names a record of no plan in this run');
    return file;
  }
}

/** Adds what one rule finds in the data of each of some plans to what is known of that. */
function observeEach(
  files: readonly PlanFile[],
  { rule, check, options }: Check,
  byFile: ReadonlyMap<PlanFile, Observation[]>,
): void {
  const observations: Observation[] = [];
  const report = reportTo(observations, rule);
  for (const file of files) {
    try {
      if (file.plan) check(file.plan, report, options);
    } catch (error) {
      throw new RuleCrash(rule, file.file, error);
    }
    if (observations.length > 0) byFile.get(file)?.push(...observations.splice(0));
  }
}

/** Few enough for all of their facts to stay in the processor's caches. */
const batch = 32;

function* inBatches(files: readonly PlanFile[]): Generator<readonly PlanFile[]> {
  for (let start = 0; start < files.length; start += batch) yield files.slice(start, start + batch);
}

async function problemsOf(file: PlanFile): Promise<readonly Problem[]> {
  const prose = await file.prose();
  return prose && 'problem' in prose ? [...file.problems, prose.problem] : file.problems;
}

function guarded(rule: Rule, subject: string, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    throw new RuleCrash(rule, subject, error);
  }
}
