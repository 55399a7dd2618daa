import type { Environment, Instance } from './environment.ts';

/** How an environment or one of its instances came into being, or is to. */
export interface Origin {
  readonly how: 'provisioned' | 'cloned' | 'promoted' | 'kept by IQVIA';
  /** The environment it came from, as the plan names it; undefined where it came from none. */
  readonly from: string | undefined;
}

/**
 * Where something comes from. Pre-PROD becomes PROD Main alone: Test is provisioned after it.
 *
 * @param instance the instance that is asked about; the environment as a whole when left out
 */
export function originOf({ kind, facts }: Environment, instance?: Instance): Origin {
  const { clonedFrom, promotedFrom } = facts;
  if (clonedFrom !== undefined) return { how: 'cloned', from: clonedFrom };
  if (promotedFrom !== undefined && instance?.id !== 'test') {
    return { how: 'promoted', from: promotedFrom };
  }
  return { how: kind?.owner === 'iqvia' ? 'kept by IQVIA' : 'provisioned', from: undefined };
}
