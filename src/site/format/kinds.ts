import type { Kind } from '../../lifecycle/kinds.ts';

/** What a kind of environment is, in three words at most. */
export function kindWords({ controlled, longevity, owner }: Kind): string[] {
  return [
    controlled ? 'Change control' : 'No change control',
    longevity,
    ...(owner === 'iqvia' ? ['IQVIA’s own'] : []),
  ];
}
