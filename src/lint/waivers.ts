import { type Path, parsePath } from '../lifecycle/paths.ts';
import type { Plan, Waiver } from '../lifecycle/plan.ts';
import { meant, nearest } from '../lifecycle/suggest.ts';
import { ruleById } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { WaiverUse } from '../rules/waiver-use.ts';
import type { Finding } from './finding.ts';

/** What the waivers of a plan come to. */
export interface Waived {
  /** The findings, each with the waiver that covers it. */
  readonly findings: readonly Finding[];
  readonly uses: readonly WaiverUse[];
}

/**
 * Accepts the deviations that a plan's waivers document.
 *
 * @param findings the findings of that plan, from all rules but those on waivers
 * @param rules all rules there are
 * @param isCertain whether a rule that found nothing would find nothing once all else is mended
 */
export function waive(
  plan: Plan,
  findings: readonly Finding[],
  rules: readonly Rule[],
  isCertain: (rule: Rule) => boolean,
): Waived {
  const judged = plan.waivers.map((waiver) => judge(plan, waiver, rules));
  const cover = new Cover(judged.filter(({ holds }) => holds).map(({ waiver }) => waiver));
  const accepted = findings.map((finding) => {
    const waiver = cover.over(finding);
    return waiver ? acceptedBy(waiver, finding) : finding;
  });
  const { needed } = cover;
  const uses = judged.map((use) => {
    const isNeeded = needed.has(use.waiver);
    const isIdle = use.holds && !isNeeded && use.rule !== undefined && isCertain(use.rule);
    return { ...use, needed: isNeeded, idle: isIdle };
  });
  return { findings: accepted, uses };
}

function judge(
  plan: Plan,
  waiver: Waiver,
  rules: readonly Rule[],
): Omit<WaiverUse, 'needed' | 'idle'> {
  const { rule: id, reason, approvedBy, approved, at } = waiver;
  const rule = id === undefined ? undefined : ruleById(id, rules);
  const complete = [id, reason, approvedBy, approved].every((value) => value !== undefined);
  const flaw = flawOf(plan, waiver);
  const misspelt = rule ? undefined : id;
  const ids = rules.map((known) => known.id);
  const right = misspelt && ruleById(meant(misspelt, ids) ?? '', rules);
  return {
    plan,
    waiver,
    rule,
    nearest: misspelt ? nearest(misspelt, ids) : undefined,
    meant: right && right.waivable !== false ? right.id : undefined,
    void: flaw,
    namesNothing: at !== undefined && !exists(plan, parsePath(at)),
    holds: complete && flaw === undefined && rule !== undefined && rule.waivable !== false,
  };
}

function flawOf(plan: Plan, { approved, until }: Waiver): WaiverUse['void'] {
  const { statusDate } = plan.facts;
  if (statusDate === undefined) return undefined;
  if (until !== undefined && until < statusDate) return 'expired';
  return approved !== undefined && approved > statusDate ? 'not-yet-approved' : undefined;
}

/** Tells which waivers cover a finding; quick to ask, however many there are of both. */
class Cover {
  readonly #byPlace: ReadonlyMap<string, readonly Waiver[]>;
  readonly #order: ReadonlyMap<Waiver, number>;
  readonly #used = new Set<readonly Waiver[]>();

  /** @param waivers those that hold, in the order in which they are written */
  constructor(waivers: readonly Waiver[]) {
    this.#order = new Map(waivers.map((waiver, index) => [waiver, index]));
    this.#byPlace = Map.groupBy(waivers, ({ rule, at }) =>
      keyOf(rule, at === undefined ? null : parsePath(at)),
    );
  }

  /** The first of the waivers that cover a finding. */
  over({ rule, path }: Finding): Waiver | undefined {
    const covering = placesAround(path).flatMap((place) => {
      const waivers = this.#byPlace.get(keyOf(rule, place));
      return waivers ? [waivers] : [];
    });
    for (const waivers of covering) this.#used.add(waivers);
    const place = (waiver: Waiver) => this.#order.get(waiver) ?? 0;
    return covering.flatMap(([first]) => first ?? []).toSorted((a, b) => place(a) - place(b))[0];
  }

  /** All that cover a finding which was asked about. */
  get needed(): ReadonlySet<Waiver> {
    return new Set([...this.#used].flat());
  }
}

/** A place in the data, or null for the whole plan, prose and syntax included. */
type CoveredPlace = Path | null;

/** All that a finding lies in. Prose and syntax have no path: only a waiver for the whole plan covers them. */
function placesAround(path: string | null): CoveredPlace[] {
  const steps = path === null ? undefined : parsePath(path);
  if (!steps) return [null];
  return [null, ...Array.from({ length: steps.length + 1 }, (_, length) => steps.slice(0, length))];
}

/** @param place undefined where what is written is no path: then it is that of no finding */
function keyOf(rule: string | undefined, place: CoveredPlace | undefined): string {
  return JSON.stringify([rule, place === undefined ? false : place]);
}

function exists(plan: Plan, path: Path | undefined): boolean {
  if (!path) return false;
  let value: unknown = plan.facts;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return value !== undefined;
}

/** What is accepted stays as it is: nobody is to mend it. */
function acceptedBy(waiver: Waiver, { fix, ...finding }: Finding): Finding {
  const { reason = '', approvedBy = '', approved = '', until = null } = waiver;
  return { ...finding, waived: { reason, approvedBy, approved, until } };
}
