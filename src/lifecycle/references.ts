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
  return [...written(plan)].map(({ record, key, text, names }) => ({
    record,
    key,
    text,
    names,
    place: placeNamed(plan, text, names),
    finding: names === 'finding' ? findingNamed(plan, text) : undefined,
  }));
}

/** The names that a reference may use in this plan, in the order in which they are written. */
export function namesIn(plan: Plan, names: Reference['names']): string[] {
  if (names === 'finding') return findingsOf(plan).flatMap(({ id }) => id ?? []);
  const ids = plan.allEnvironments.map(({ id }) => id);
  if (names === 'environment') return ids;
  const instances = plan.allEnvironments.flatMap((environment) => environment.instances);
  return [...new Set([...ids, ...instances.map(({ reference }) => reference)])];
}

/** The findings of all validations. */
export function findingsOf(plan: Plan): Finding[] {
  return plan.validations.flatMap(({ findings }) => findings ?? []);
}

type Written = Pick<Reference, 'record' | 'key' | 'text' | 'names'>;

function* written(plan: Plan): Generator<Written> {
  for (const { facts } of plan.allEnvironments) {
    yield* name(facts, 'clonedFrom', 'environment');
    yield* name(facts, 'promotedFrom', 'environment');
    for (const change of facts.changes ?? []) yield* name(change, 'finding', 'finding');
    for (const report of facts.reports ?? []) yield* name(report, 'comparedWith', 'environment');
  }
  yield* name(plan.facts.migration?.acceptance, 'environment', 'environment');
  for (const validation of plan.validations) yield* name(validation, 'environment', 'environment');
  for (const upgrade of plan.upgrades) yield* name(upgrade, 'val', 'environment');
  for (const training of plan.training) yield* name(training, 'instance', 'instance');
  for (const activity of plan.activities) yield* name(activity, 'instance', 'instance');
  for (const transfer of plan.transfers) {
    yield* name(transfer, 'from', 'instance');
    yield* name(transfer, 'to', 'instance');
  }
  yield* name(plan.facts.masterLibrary, 'environment', 'environment');
  for (const sso of plan.facts.integrations?.sso ?? []) yield* name(sso, 'instance', 'instance');
}

function* name<Key extends string>(
  record: { readonly [K in Key]?: string | undefined } | undefined,
  key: Key,
  names: Reference['names'],
): Generator<Written> {
  const text = record?.[key];
  if (record && text !== undefined) yield { record, key, text, names };
}

function placeNamed(plan: Plan, text: string, names: Reference['names']): Place | undefined {
  if (names === 'finding') return undefined;
  if (names === 'environment' && !plan.environment(text)) return undefined;
  return plan.place(text);
}

function findingNamed(plan: Plan, text: string): Finding | undefined {
  return findingsOf(plan).find(({ id }) => id === text);
}
