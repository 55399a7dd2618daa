import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { instanceNames } from '../../lifecycle/kinds.ts';

/** "VAL", or "VAL val-27-1" where the id does not say it already. May hold a plan's text. */
export function shownName({ id, kind }: Environment): string {
  if (!kind) return id;
  return id === kind.id ? kind.name : `${kind.name} ${id}`;
}

/** "Main" or "Test"; empty for the instance of a single environment. */
export function instanceName({ id }: Instance): string {
  return id === undefined ? '' : instanceNames[id];
}

/** The address of an environment's section on its plan's page. */
export function sectionOf({ id }: Environment): string {
  return `#environment-${encodeURIComponent(id.toWellFormed()).replaceAll("'", '%27')}`;
}

/**
 * Ids for the boxes of a diagram, made from the kinds so that they read well: `val`, `val_2`.
 * What a plan writes never becomes part of one.
 */
export function boxIds(environments: readonly Environment[]): ReadonlyMap<Environment, string> {
  const used = new Map<string, number>();
  return new Map(
    environments.map((environment) => {
      const name = (environment.kind?.id ?? 'environment').replaceAll('-', '_');
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return [environment, count === 1 ? name : `${name}_${count}`];
    }),
  );
}
