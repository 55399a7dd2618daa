/**
 * The seven kinds of environment: the one table that schema, rules, diagrams and guides derive from.
 * Source: the lifecycle document, "Environments Summary" and the section of each kind.
 */

export const kindIds = [
  'sandbox',
  'migration',
  'pre-prod',
  'val',
  'prod',
  'demo',
  'community',
] as const;

export type KindId = (typeof kindIds)[number];

export const instanceIds = ['main', 'test'] as const;

export type InstanceId = (typeof instanceIds)[number];

export interface Kind {
  readonly id: KindId;
  /** The canonical spelling, as it is written in prose. */
  readonly name: string;
  /** A pair has the instances Main and Test; every other kind is a single instance. */
  readonly paired: boolean;
  /** Ephemeral environments end once their purpose is met; persistent ones do not. */
  readonly longevity: 'ephemeral' | 'persistent';
  /** Under change control an instance is qualified (IQ), and later changes are recorded (ECR). */
  readonly controlled: boolean;
  /** Whose environment it is: a plan owns its customer's, and only refers to IQVIA's. */
  readonly owner: 'customer' | 'iqvia';
  /** Every onboarding has one. Migration is needed only where there is a source database. */
  readonly required: boolean;
  /** What the environment is for, in one line. */
  readonly purpose: string;
  /** How it comes into being. */
  readonly begins: string;
  /** How it ends. */
  readonly ends: string;
}

/** One entry a kind, in the order in which a customer meets them. */
export const kinds: Readonly<Record<KindId, Kind>> = {
  sandbox: {
    id: 'sandbox',
    name: 'Sandbox',
    paired: true,
    longevity: 'ephemeral',
    controlled: false,
    owner: 'customer',
    required: true,
    purpose: 'Learn the platform, explore features and try out decisions on dummy data',
    begins: 'Provisioned when the contract is signed',
    ends: 'Destroyed once the customer is live',
  },
  migration: {
    id: 'migration',
    name: 'Migration',
    paired: false,
    longevity: 'ephemeral',
    controlled: false,
    owner: 'customer',
    required: false,
    purpose: 'Review each iteration of the volunteer database migration and accept its scripts',
    begins: 'Provisioned only where a legacy database is migrated',
    ends: 'Destroyed once the customer has approved the migration scripts',
  },
  'pre-prod': {
    id: 'pre-prod',
    name: 'Pre-PROD',
    paired: false,
    longevity: 'ephemeral',
    controlled: true,
    owner: 'customer',
    required: true,
    purpose: 'Hold the configuration and the master library that VAL and PROD will have',
    begins: 'Provisioned, then configured by hand from what was decided in Sandbox',
    ends: 'Promoted: it becomes PROD Main',
  },
  val: {
    id: 'val',
    name: 'VAL',
    paired: true,
    longevity: 'ephemeral',
    controlled: true,
    owner: 'customer',
    required: true,
    purpose: 'Run the customer’s platform validation, from study build to publishing',
    begins: 'Cloned from Pre-PROD, or from PROD for an upgrade',
    ends: 'Destroyed after validation is completed and the customer is live',
  },
  prod: {
    id: 'prod',
    name: 'PROD',
    paired: true,
    longevity: 'persistent',
    controlled: true,
    owner: 'customer',
    required: true,
    purpose: 'Conduct studies in Main; train and sign off users in Test',
    begins: 'Main by promotion of Pre-PROD, Test directly after',
    ends: 'Stays',
  },
  demo: {
    id: 'demo',
    name: 'Demo',
    paired: false,
    longevity: 'persistent',
    controlled: false,
    owner: 'iqvia',
    required: false,
    purpose: 'Show the platform to prospective customers',
    begins: 'Kept by IQVIA, one or more of them',
    ends: 'Stays with IQVIA',
  },
  community: {
    id: 'community',
    name: 'Community Dev',
    paired: false,
    longevity: 'persistent',
    controlled: false,
    owner: 'iqvia',
    required: false,
    purpose: 'Explore the newest release, shared by all customers',
    begins: 'Kept by IQVIA; customers are given access',
    ends: 'Stays with IQVIA, and replaces Sandbox after go-live',
  },
};

/** Whether `id` is the name of a kind. */
export function isKindId(id: string): id is KindId {
  return Object.hasOwn(kinds, id);
}
