import type { Group } from '../rule.ts';
import upgradeBeforeGoLive from './upgrade-before-go-live.ts';
import upgradeBeforeValidation from './upgrade-before-validation.ts';
import upgradeEcrMissing from './upgrade-ecr-missing.ts';
import upgradeNotForward from './upgrade-not-forward.ts';
import upgradePairSplit from './upgrade-pair-split.ts';
import upgradeValNotClonedFromProd from './upgrade-val-not-cloned-from-prod.ts';
import upgradeWithoutVal from './upgrade-without-val.ts';
import valNotObfuscated from './val-not-obfuscated.ts';
import valReused from './val-reused.ts';

export const upgrades: Group = {
  id: 'upgrades',
  title: 'Upgrades',
  rules: [
    upgradeWithoutVal,
    valReused,
    upgradeValNotClonedFromProd,
    valNotObfuscated,
    upgradeBeforeValidation,
    upgradeBeforeGoLive,
    upgradePairSplit,
    upgradeEcrMissing,
    upgradeNotForward,
  ],
};
