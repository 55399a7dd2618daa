import type { Activity } from './plan.ts';

/**
 * The seven kinds of environment: the one table that schema, rules, diagrams and guides derive from.
 * Source: the lifecycle document, "Environments Summary" and the section of each kind; what is added
 * from ClinSpark's public pages says so.
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

/** What the instances of a pair are called. */
export const instanceNames: Readonly<Record<InstanceId, string>> = { main: 'Main', test: 'Test' };

/** Something that is done in environments of a kind. */
export interface Use {
  readonly what: string;
  /** The instance of a pair that it is done in; in either where none is named. */
  readonly instance?: InstanceId;
  /** What a plan calls it. */
  readonly activity?: Activity['activity'];
  /** It is of no concern where there is no environment of this kind. */
  readonly concerns?: KindId;
}

/** Something that does not belong in environments of a kind. */
export interface Misuse {
  readonly what: string;
  readonly because: string;
  /** Where, or how, it is done instead. */
  readonly instead?: { readonly text: string; readonly kind?: KindId };
  /** It is of no concern where there is no environment of this kind. */
  readonly concerns?: KindId;
}

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
  /** What to do there. */
  readonly uses: readonly Use[];
  /** What not to do there. */
  readonly misuses: readonly Misuse[];
  /** Who gets in, in one or two sentences. */
  readonly access: string;
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
    uses: [
      { what: 'Train the core team', activity: 'training' },
      { what: 'Explore features', activity: 'feature-exploration' },
      { what: 'Make first study designs', activity: 'early-study-design' },
      { what: 'Test informally', activity: 'informal-testing' },
      {
        what: 'Rehearse formal testing, so that scripts are mature before VAL',
        activity: 'dry-run-formal-testing',
      },
      {
        what: 'Practice the export of a study from Main and its import into Test',
        instance: 'test',
        activity: 'export-import-practice',
      },
      { what: 'Develop test cases', instance: 'test', activity: 'test-case-development' },
      {
        what: 'Try single sign-on on one instance first; public documentation suggests this one',
        instance: 'test',
      },
    ],
    misuses: [
      {
        what: 'Formal testing',
        because: 'Nothing here is qualified, so the result proves nothing',
        instead: { text: 'VAL', kind: 'val' },
      },
      {
        what: 'Building the master library',
        because: 'It cannot be copied out',
        instead: { text: 'Pre-PROD', kind: 'pre-prod' },
      },
      {
        what: 'Loading real or migrated volunteers',
        because: 'Sandbox holds dummy volunteers',
        instead: { text: 'Migration, for reviewing migrated data', kind: 'migration' },
      },
      {
        what: 'Signing users off for PROD Main',
        because: 'The sign-off is given where users are trained on what they will see',
        instead: { text: 'PROD Test', kind: 'prod' },
      },
      {
        what: 'Exploring new releases after go-live',
        because: 'The pair is destroyed once the customer is live',
        instead: { text: 'Community Dev', kind: 'community' },
      },
    ],
    access:
      'The customer’s core team: project lead, system administrator, study designers, validation lead, and whoever owns the recruitment database.',
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
    uses: [
      {
        what: 'Review each load, volunteer by volunteer, against the Migration Specification',
        activity: 'data-review',
      },
      { what: 'Compare the counts of the QC Import Report with those of the old system' },
      { what: 'Run and document the formal acceptance test of the scripts' },
    ],
    misuses: [
      {
        what: 'Configuring',
        because: 'Changes are not kept, whoever makes them',
        instead: {
          text: 'the Migration Specification where it applies, and Pre-PROD',
          kind: 'pre-prod',
        },
      },
      {
        what: 'Designing studies',
        because: 'There is nothing here to carry them onwards',
        instead: { text: 'Sandbox, then Pre-PROD', kind: 'sandbox' },
      },
      {
        what: 'Training users',
        because: 'They would learn on data that the next load replaces',
        instead: { text: 'PROD Test', kind: 'prod' },
      },
    ],
    access:
      'The people who review: the owner of the recruitment database, recruiters who know the old system by heart, and quality.',
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
    uses: [
      {
        what: 'Enter each decision by hand soon after it is made, and note the day in the plan',
        activity: 'configuration',
      },
      { what: 'Build the master library of forms here, so that VAL is cloned with it' },
      {
        what: 'Bring over basic CRF design elements by CDISC ODM XML, if building them anew is too much work',
      },
      {
        what: 'Enter volunteer configuration that does not come with the migration',
        concerns: 'migration',
      },
      {
        what: 'Take a Configuration Report when the configuration is final, and after each later change',
      },
    ],
    misuses: [
      {
        what: 'Trying out ideas',
        because: 'Under change control, each experiment is a change',
        instead: { text: 'Sandbox', kind: 'sandbox' },
      },
      {
        what: 'Validation',
        because: 'It is a pair’s work, from build to publishing',
        instead: { text: 'VAL', kind: 'val' },
      },
      {
        what: 'Larger changes after VAL is cloned',
        because: 'Something would be promoted that was not validated',
        instead: { text: 'minor adjustments only, each with its finding' },
      },
      {
        what: 'Training users',
        because: 'Users are trained on what they will see',
        instead: { text: 'PROD Test', kind: 'prod' },
      },
    ],
    access:
      'Advice: the few people who configure, and one who checks them. Everyone else looks at Sandbox.',
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
    uses: [
      { what: 'Test formally, in Main and Test', activity: 'formal-testing' },
      { what: 'Go through study build, study test and study publishing, end to end' },
      {
        what: 'Test your own dashboards, reports, exports and integrations; public documentation points out that the testing of a release does not cover them',
      },
      { what: 'Repeat failed tests after a correction' },
    ],
    misuses: [
      {
        what: 'Configuring for PROD',
        because: 'VAL is destroyed in the end, and what was corrected only here is gone with it',
        instead: {
          text: 'in onboarding, Pre-PROD first; VAL receives a copy of the correction',
          kind: 'pre-prod',
        },
      },
      {
        what: 'Training users',
        because: 'The pair is for validation, and does not stay',
        instead: { text: 'PROD Test', kind: 'prod' },
      },
      {
        what: 'Counting on single sign-on to be there',
        because: 'It is set up per instance and never comes with a clone',
        instead: { text: 'ask for it with the request' },
      },
    ],
    access:
      'Testers, the validation lead and quality. Advice: give testers the roles they are to test and nothing beyond, otherwise the tests of access rights prove little.',
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
    uses: [
      {
        what: 'Recruit volunteers and conduct studies',
        instance: 'main',
        activity: 'study-conduct',
      },
      { what: 'Build studies, then export them to Test', instance: 'main' },
      { what: 'Assign a role after it has been tried in Test', instance: 'main' },
      {
        what: 'Train staff, monitors and CRAs, and sign them off',
        instance: 'test',
        activity: 'training',
      },
      { what: 'Import a study and test it before it starts in Main', instance: 'test' },
      { what: 'Try new roles and new ways of working', instance: 'test' },
    ],
    misuses: [
      {
        what: 'Real data in Test',
        because:
          'Test holds dummy data only: no real volunteer, not even one to reproduce something',
        instead: { text: 'dummy volunteers' },
      },
      {
        what: 'Access to Main without a sign-off in Test, or without a role',
        because: 'Users enter Main once they have shown in Test what their role asks for',
        instead: { text: 'training and sign-off first' },
      },
      {
        what: 'Silent changes',
        because: 'Both instances are under change control',
        instead: { text: 'an ECR for each change' },
      },
      {
        what: 'Importing a study into Test without thinking',
        because:
          'Public documentation warns that it erases all data of that study there and overwrites what the whole instance shares, such as roles, sites and devices',
      },
    ],
    access:
      'Test: everyone who is being trained, people from outside such as monitors included. Main: people who have been signed off, each with the access their role calls for.',
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
    uses: [{ what: 'Watch, ask, and note the version that is shown', activity: 'demonstration' }],
    misuses: [
      {
        what: 'Training, testing or configuration',
        because: 'It is IQVIA’s, and may be another one tomorrow',
        instead: { text: 'Sandbox', kind: 'sandbox' },
      },
      {
        what: 'Counting on what was shown being in your release',
        because: 'Several may exist, each with another version',
        instead: { text: 'compare the versions' },
      },
    ],
    access: 'IQVIA. Customers are typically given none.',
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
    uses: [
      { what: 'Explore functions of the newest release', activity: 'feature-exploration' },
      { what: 'See whether a new function is worth validating, before you ask for VAL' },
      { what: 'Show a colleague something that PROD does not have yet' },
    ],
    misuses: [
      {
        what: 'Formal testing',
        because: 'It is shared and not under change control',
        instead: { text: 'VAL', kind: 'val' },
      },
      {
        what: 'Signing users off',
        because: 'Its release is usually not yours',
        instead: { text: 'PROD Test', kind: 'prod' },
      },
      {
        what: 'Accepting migration scripts',
        because: 'Your volunteers have no business here',
        instead: { text: 'Migration', kind: 'migration' },
        concerns: 'migration',
      },
      {
        what: 'Configuring for PROD',
        because: 'It is not yours, and others change it',
        instead: { text: 'Pre-PROD', kind: 'pre-prod' },
      },
      {
        what: 'Conducting studies',
        because: 'It is not yours, and others see it',
        instead: { text: 'PROD Main', kind: 'prod' },
      },
      {
        what: 'Entering real data of any kind',
        because: 'Assume that other customers can see it',
        instead: { text: 'dummy data only' },
      },
    ],
    access:
      'All customers, side by side. Assume that anyone can read what you type: names of sponsors and study titles included.',
  },
};

/** Whether `id` is the name of a kind. */
export function isKindId(id: string): id is KindId {
  return Object.hasOwn(kinds, id);
}

/** The address of the guide to a kind of environment, from the root of the site. */
export function guideOf(kind: KindId): string {
  return `/guides/environments/${kind}/`;
}
