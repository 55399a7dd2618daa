import type { Rule, Severity } from '../rules/rule.ts';
import { fits } from './plan-pattern.ts';

/** How a rule is asked of a plan. */
export interface Setting {
  readonly severity: Severity;
  /** The rule's options, its defaults included. */
  readonly options: Record<string, unknown>;
}

/** The setting of a rule for one plan; undefined where the rule is turned off. */
export type SettingsOfPlan = (rule: Rule, member?: string) => Setting | undefined;

/** A rule's setting as it is written. */
export type WrittenSetting = string | Readonly<Record<string, unknown>>;

/** Settings for the plans whose id matches one of the patterns. */
export interface Override {
  readonly plans: readonly string[];
  readonly rules: Readonly<Record<string, WrittenSetting | undefined>>;
}

/** How the rules are asked, plan by plan. Later overrides win over earlier ones. */
export class Settings {
  readonly #overrides: readonly {
    readonly matches: (id: string) => boolean;
    readonly rules: Override['rules'];
  }[];
  readonly #shared = new Map<string, SettingsOfPlan>();
  readonly #known = new Map<string, SettingsOfPlan>();

  /** @param overrides settings in the order in which they apply; `*` stands for all plans */
  constructor(overrides: readonly Override[] = []) {
    this.#overrides = overrides.map(({ plans, rules }) => ({
      matches: (id: string) => plans.some((pattern) => fits(id, pattern)),
      rules,
    }));
  }

  /**
   * The setting of a rule for a plan; undefined where the rule is turned off.
   *
   * @param member the rule of its family that is meant, where the rule stands for several
   */
  of(rule: Rule, planId: string, member?: string): Setting | undefined {
    return this.forPlan(planId)(rule, member);
  }

  /**
   * The settings of all rules for one plan: where many are asked for. Plans to which the same overrides
   * apply share them.
   */
  forPlan(planId: string): SettingsOfPlan {
    const known = this.#known.get(planId);
    if (known) return known;
    const applying = this.#overrides.map(({ matches }) => matches(planId)).join();
    const settings = this.#shared.get(applying) ?? this.#settingsFor(planId);
    this.#shared.set(applying, settings);
    this.#known.set(planId, settings);
    return settings;
  }

  #settingsFor(planId: string): SettingsOfPlan {
    const known = new Map<string, Setting | undefined>();
    return (rule, member) => {
      const id = member === undefined ? rule.id : `${rule.id}/${member}`;
      if (!known.has(id)) known.set(id, this.#settingOf(rule, planId, id));
      return known.get(id);
    };
  }

  #settingOf(rule: Rule, planId: string, id: string): Setting | undefined {
    let off = false;
    let severity: unknown = rule.severity;
    let options: Record<string, unknown> = {};
    for (const { matches, rules } of this.#overrides) {
      const written = matches(planId) ? (rules[id] ?? rules[rule.id]) : undefined;
      if (written === undefined) continue;
      off = written === 'off';
      if (off) continue;
      const { severity: own, ...further } =
        typeof written === 'string' ? { severity: written } : written;
      severity = own ?? severity;
      options = { ...options, ...further };
    }
    if (off) return undefined;
    return {
      severity: severity === 'error' ? 'error' : 'warning',
      // Rarely asked, so it is not worth Zod's while to make code of it.
      options: rule.options?.parse(options, { jitless: true }) ?? {},
    };
  }
}

/** Every rule as it is by itself. */
export const defaultSettings = new Settings();
