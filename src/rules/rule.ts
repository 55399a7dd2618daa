import { z } from 'zod';
import type { Attachments } from '../lifecycle/attachments.ts';
import { type Constraint, gapOf, holds } from '../lifecycle/constraints.ts';
import type { Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import type { Fact } from '../lifecycle/records.ts';
import type { Site, Page as SitePage } from '../lifecycle/site.ts';
import type { Problem } from '../source/problems.ts';
import type { ProseModel } from '../source/prose-model.ts';
import type { Range } from '../source/text.ts';
import type { Example } from './example.ts';
import type { Repair } from './repair.ts';
import type { WaiverUse } from './waiver-use.ts';

export type Severity = 'error' | 'warning';

/** A record of a plan, or a view of one such as an environment. */
type Record = object;

/** A further place that a reader of the finding needs to see. */
export interface Related {
  readonly record: Record;
  /** Its key; the record as a whole when left out. */
  readonly key?: string;
  readonly message: string;
  /** Facts that would count instead, where the place is a day that stands in for them. */
  readonly inPlaceOf?: readonly Fact[];
}

/** A finding in words: what is wrong with this plan, and what to do about it. */
export interface Words {
  readonly message: string;
  readonly help: string;
  readonly related?: readonly Related[];
  /** Further facts that the verdict rests on, though it puts none of them in doubt. */
  readonly restsOn?: readonly Fact[];
  /** The one right answer, where there is one. */
  readonly repair?: Repair | undefined;
}

/** How a rule says what it found, in the plan's own terms. Places follow from record and key. */
export interface Report {
  /** The value of `key` is wrong. */
  value(record: Record, key: string, words: Words): void;
  /** The key must not be there, or stands for all that is wrong below it. */
  key(record: Record, key: string, words: Words): void;
  /** The record lacks `keys`. */
  missing(record: Record, keys: string | readonly string[], words: Words): void;
  /** The record as a whole is wrong: the finding points at its key. */
  record(record: Record, words: Words): void;
  /** Two dates do not stand as they should; the finding points at the one the rule is about. */
  order(constraint: Constraint, words: Words): void;
}

/** How a rule says what it found in prose. */
export interface ProseReport {
  /**
   * @param range where in the prose it stands
   * @param about the place in the plan that the prose speaks of: where that is in doubt, the finding
   * is not reported
   */
  at(range: Range, words: ProseWords, about?: Path): void;
}

export interface ProseWords extends Words {
  /** The rule of the family that found it: the finding bears its name and leads to its page. */
  readonly member?: { readonly name: string; readonly url: string };
}

/** What rules on prose may ask about besides the prose itself. */
export interface ProseContext {
  /** The plan that the prose belongs to; undefined where its data could not be read. */
  readonly plan: Plan | undefined;
  /** The files beside the plan; undefined where it does not come from a folder. */
  readonly attachments: Attachments | undefined;
  /** The page that shows the prose. */
  readonly page: SitePage;
  readonly site: Site;
}

/** The page that explains a rule; every place that shows the rule takes its words from here. */
interface Page<Options extends z.ZodObject> {
  /** The rule's name, in kebab-case. A promise to users: it never changes. */
  readonly id: string;
  readonly severity: Severity;
  /** The rule in one line, as a sentence of the domain. */
  readonly title: string;
  /** Why it matters to somebody who is audited. */
  readonly why: string;
  /** What to do about a finding. */
  readonly remedy: string;
  /** False where a deviation can never be accepted, nor the rule be turned off. */
  readonly waivable?: false;
  /** Limits that a configuration may set. */
  readonly options?: Options;
  /**
   * Documentation and test at once: each bad one gives exactly its findings, each good one none. They are
   * made when they are asked for: a run that lints shows none.
   */
  examples(): { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** Rules that speak instead of this one where both rest on the same fact. */
  readonly yieldsTo?: readonly Rule[];
  /** Whether a finding puts the facts it rests on in doubt, so that other rules are silent there. */
  readonly doubts?: boolean;
  /** The rules from elsewhere that it stands for: their ids are its own, a `/` and their name. */
  readonly family?: readonly string[];
}

type OptionsOf<Options extends z.ZodObject> = z.output<Options>;

export interface Rule<Options extends z.ZodObject = z.ZodObject> extends Page<Options> {
  /** Judges one plan. */
  check?(plan: Plan, report: Report, options: OptionsOf<Options>): void;
  /** Judges the plans of a run together. */
  checkAll?(plans: readonly Plan[], report: Report, options: OptionsOf<Options>): void;
  /** The order and distance between dates that this rule asks for. */
  constraints?(plan: Plan, options: OptionsOf<Options>): Iterable<Constraint>;
  /** Judges the prose of one plan, even where the plan's data could not be read. */
  checkProse?(
    prose: ProseModel,
    context: ProseContext,
    report: ProseReport,
    options: OptionsOf<Options>,
  ): void | Promise<void>;
  /** Judges how the waivers of a plan met its findings. */
  judge?(uses: readonly WaiverUse[], report: Report): void;
  /** The kind of reading problem that this rule puts into words. */
  readonly reads?: Problem['type'];
  words?(problem: Problem): Words;
}

/** Rules that belong together, in the order in which they are shown. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/**
 * A rule that looks at one plan, with `checkAll` at all plans of a run, with `checkProse` at prose,
 * or with `judge` at waivers.
 */
export function rule<Options extends z.ZodObject = z.ZodObject>(
  definition: Page<Options> & Pick<Rule<Options>, 'check' | 'checkAll' | 'checkProse' | 'judge'>,
): Rule {
  return definition as unknown as Rule;
}

/** A broken constraint, as a rule of order puts it into words. */
export type Broken<C extends Constraint> = C & { readonly gap: number };

/**
 * A rule of order or distance: it declares constraints, and words the ones that do not hold. What
 * no constraint can say, such as that a date is missing, it checks besides.
 */
export function orderRule<C extends Constraint, Options extends z.ZodObject = z.ZodObject>(
  definition: Page<Options> &
    Pick<Rule<Options>, 'check'> & {
      constraints(plan: Plan, options: OptionsOf<Options>): Iterable<C>;
      words(broken: Broken<C>, plan: Plan, options: OptionsOf<Options>): Words;
    },
): Rule {
  const { words, ...page } = definition;
  const check = (plan: Plan, report: Report, options: OptionsOf<Options>) => {
    definition.check?.(plan, report, options);
    for (const constraint of definition.constraints(plan, options)) {
      if (holds(constraint)) continue;
      report.order(constraint, words({ ...constraint, gap: gapOf(constraint) }, plan, options));
    }
  };
  return { ...page, check } as unknown as Rule;
}

/** A rule that words one kind of problem that reading a plan can run into. */
export function readingRule<Type extends Problem['type']>(
  definition: Page<z.ZodObject> & {
    reads: Type;
    words(problem: Extract<Problem, { type: Type }>): Words;
  },
): Rule {
  return definition as unknown as Rule;
}

/** The option of rules that limit a distance, in days. */
export function days(limit: number, description: string) {
  const expected = 'a whole number of days, 0 or more';
  return z.strictObject({ days: z.int().min(0).default(limit).meta({ description, expected }) });
}
