import { z } from 'zod';
import { instanceIds, isKindId, type KindId } from '../src/lifecycle/kinds.ts';
import { environment } from './environment.ts';
import { optional } from './scalars.ts';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The most characters of a plan's id: it names files of the site, and no file system takes any name. */
export const longestPlanId = 100;

/** Whether `id` may be a plan's: kebab-case, like the file it names. */
export function isPlanId(id: string): boolean {
  return kebabCase.test(id) && id.length <= longestPlanId;
}

/** Whether `id` may name an environment: kebab-case, and no word that names an instance. */
export function isEnvironmentId(id: string): boolean {
  return kebabCase.test(id) && !instanceIds.some((instance) => instance === id);
}

/** The kind of the environment `id`: an id that is a kind's name has that kind. */
export function kindOf(id: string, written: unknown): KindId | undefined {
  if (isKindId(id)) return id;
  return typeof written === 'string' && isKindId(written) ? written : undefined;
}

/** The environments by their ids. Which keys go with which kind is checked beside this schema. */
export const environments = () =>
  z.record(z.string(), optional(environment())).meta({
    description: 'The environments: id -> environment',
    expected: 'a map of environments by their ids',
  });
