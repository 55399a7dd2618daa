import fc from 'fast-check';
import type { KindId } from '../../../src/lifecycle/kinds.ts';

/** The ids of a plan's environments: that of the kind, or one of the customer's own. */
export const idChoices = fc.record({
  sandbox: fc.constantFrom('sandbox', 'sbx', 'constructor'),
  migration: fc.constantFrom('migration', 'legacy-2'),
  'pre-prod': fc.constantFrom('pre-prod', 'staging', 'null'),
  val: fc.constantFrom('val', 'val-26-9', '26'),
  prod: fc.constantFrom('prod', 'live'),
  demo: fc.constantFrom('demo', 'true'),
  community: fc.constantFrom('community', 'shared'),
} satisfies Record<KindId, fc.Arbitrary<string>>);

/** The ids of the VALs of upgrades. */
export const upgradeIds = ['val-x', '27', 'val-3'];

/** The ids of environments that are called by their kinds. */
export const kindNames = {
  sandbox: 'sandbox',
  migration: 'migration',
  'pre-prod': 'pre-prod',
  val: 'val',
  prod: 'prod',
  demo: 'demo',
  community: 'community',
} as const satisfies Record<KindId, KindId>;
