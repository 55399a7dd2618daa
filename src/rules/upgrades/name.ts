import type { Upgrade } from '../../lifecycle/plan.ts';

/** An upgrade as a message begins with it: "The upgrade to 26.2". */
export function upgradeName(upgrade: Upgrade): string {
  return `The ${bareName(upgrade)}`;
}

/** An upgrade as it is named within a message: "the upgrade to 26.2". */
export function theUpgrade(upgrade: Upgrade): string {
  return `the ${bareName(upgrade)}`;
}

function bareName({ type, release }: Upgrade): string {
  const what = type === 'hotfix' ? 'hotfix' : 'upgrade';
  return release === undefined ? what : `${what} to ${release}`;
}
