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
  for (const { record, key, text, names } of spotsOf(plan)) {
    if (!record || text === undefined) continue;
    const place = placeNamed(plan, text, names);
    const finding = names === 'finding' ? findingNamed(plan, text) : undefined;
    references.push({ record, key, text, names, place, finding });
  }
  return references;
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

/** A place where a plan may name something. */
interface Spot extends Pick<Reference, 'key' | 'names'> {
  readonly record: object | undefined;
  readonly text: string | undefined;
}

function* spotsOf(plan: Plan): Generator<Spot> {
  for (const { facts } of plan.allEnvironments) {
    yield spot(facts, 'clonedFrom', 'environment');
    yield spot(facts, 'promotedFrom', 'environment');
    for (const change of facts.changes ?? []) yield spot(change, 'finding', 'finding');
    for (const report of facts.reports ?? []) yield spot(report, 'comparedWith', 'environment');
  }
  yield spot(plan.facts.migration?.acceptance, 'environment', 'environment');
  for (const validation of plan.validations) yield spot(validation, 'environment', 'environment');
  for (const upgrade of plan.upgrades) yield spot(upgrade, 'val', 'environment');
  for (const training of plan.training) yield spot(training, 'instance', 'instance');
  for (const activity of plan.activities) yield spot(activity, 'instance', 'instance');
  for (const transfer of plan.transfers) {
    yield spot(transfer, 'from', 'instance');
    yield spot(transfer, 'to', 'instance');
  }
  yield spot(plan.facts.masterLibrary, 'environment', 'environment');
  for (const sso of plan.facts.integrations?.sso ?? []) yield spot(sso, 'instance', 'instance');
}

function spot<Key extends string>(
  record: { readonly [K in Key]?: string | undefined } | undefined,
  key: Key,
  names: Reference['names'],
): Spot {
  return { record, key, text: record?.[key], names };
}

function placeNamed(plan: Plan, text: string, names: Reference['names']): Place | undefined {
  if (names === 'finding') return undefined;
  if (names === 'environment' && !plan.environment(text)) return undefined;
  return plan.place(text);
}

function findingNamed(plan: Plan, text: string): Finding | undefined {
  return findingsOf(plan).find(({ id }) => id === text);
}
