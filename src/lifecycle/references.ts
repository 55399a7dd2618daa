import { perPlan } from './per-plan.ts';
import type { Finding, Place, Plan } from './plan.ts';

/** Where a plan names an environment, an instance or a finding of its own by text. */
export interface Reference {
  /** The record and the key under which the name is written. */
  readonly record: object;
  readonly key: string;
  readonly text: string;
  /** What is meant there; where an instance is meant, a whole environment may be named too. */
  readonly names: 'environment' | 'instance' | 'finding';
  /** The environment or instance that is named, if the plan has it. */
  readonly place: Place | undefined;
  /** The finding that is named, if the plan has it. */
  readonly finding: Finding | undefined;
}

/** All references of a plan, block by block. */
export function referencesOf(plan: Plan): Reference[] {
  const references: Reference[] = [];
  const findings = Map.groupBy(findingsOf(plan), ({ id }) => id);
  const note = <Key extends string>(
    record: Naming<Key> | undefined,
    key: Key,
    names: Reference['names'],
  ) => {
    const text = record?.[key];
    if (!record || text === undefined) return;
    const place = placeNamed(plan, text, names);
    const finding = names === 'finding' ? findings.get(text)?.[0] : undefined;
    references.push({ record, key, text, names, place, finding });
  };

  const { migration, masterLibrary, integrations } = plan.facts;
  for (const { facts } of plan.allEnvironments) {
    note(facts, 'clonedFrom', 'environment');
    note(facts, 'promotedFrom', 'environment');
    for (const change of facts.changes ?? []) note(change, 'finding', 'finding');
    for (const report of facts.reports ?? []) note(report, 'comparedWith', 'environment');
  }
  note(migration?.acceptance, 'environment', 'environment');
  for (const validation of plan.validations) note(validation, 'environment', 'environment');
  for (const upgrade of plan.upgrades) note(upgrade, 'val', 'environment');
  for (const training of plan.training) note(training, 'instance', 'instance');
  for (const activity of plan.activities) note(activity, 'instance', 'instance');
  for (const transfer of plan.transfers) {
    note(transfer, 'from', 'instance');
    note(transfer, 'to', 'instance');
  }
  note(masterLibrary, 'environment', 'environment');
  for (const sso of integrations?.sso ?? []) note(sso, 'instance', 'instance');
  return references;
}

/** The names that a reference may use in this plan, in the order in which they are written. */
export function namesIn(plan: Plan, names: Reference['names']): readonly string[] {
  return namesOf(plan)[names];
}

const namesOf = perPlan((plan): Record<Reference['names'], readonly string[]> => {
  const environment = plan.allEnvironments.map(({ id }) => id);
  const instances = plan.allEnvironments.flatMap((one) => one.instances);
  const instance = [...new Set([...environment, ...instances.map(({ reference }) => reference)])];
  const finding = findingsOf(plan).flatMap(({ id }) => id ?? []);
  return { environment, instance, finding };
});

/** The findings of all validations. */
export function findingsOf(plan: Plan): Finding[] {
  return plan.validations.flatMap(({ findings }) => findings ?? []);
}

/** A record in which something may be named under a key. */
type Naming<Key extends string> = { readonly [K in Key]?: string | undefined };

function placeNamed(plan: Plan, text: string, names: Reference['names']): Place | undefined {
  if (names === 'finding') return undefined;
  if (names === 'environment' && !plan.environment(text)) return undefined;
  return plan.place(text);
}
