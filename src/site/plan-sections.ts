import type { Plan } from '../lifecycle/plan.ts';
import type { PlanSectionId, planPartIds } from '../lifecycle/plan-page.ts';
import { evidenceOf } from './evidence.ts';
import { activityBlocks } from './sections/activities.ts';
import type { Block } from './sections/blocks.ts';
import { contactBlocks } from './sections/contacts.ts';
import { decisionBlocks } from './sections/decisions.ts';
import { deviationBlocks } from './sections/deviations.ts';
import { evidenceBlocks } from './sections/evidence.ts';
import { integrationBlocks } from './sections/integrations.ts';
import { masterLibraryBlocks } from './sections/master-library.ts';
import { migrationBlocks } from './sections/migration.ts';
import { trainingBlocks } from './sections/training.ts';
import { transferBlocks } from './sections/transfers.ts';
import { upgradeBlocks } from './sections/upgrades.ts';
import { validationBlocks } from './sections/validation.ts';

/** The sections that a page and Markdown each show in a way of their own. */
export type DrawnSectionId =
  | 'key-dates'
  | 'diagram'
  | 'timeline'
  | 'environments'
  | 'notes'
  | 'history';

/** What there is to show besides the data of the plan. */
export interface Besides {
  readonly prose: boolean;
  /** What became of the plan lately; of the repository, and so on the page alone. */
  readonly history: boolean;
}

interface Described {
  readonly title: string;
  /** Whether the plan has anything to show there. */
  has(plan: Plan, besides: Besides): boolean;
}

interface DrawnSection extends Described {
  readonly id: DrawnSectionId;
}

interface BlockSection extends Described {
  readonly id: Exclude<(typeof planPartIds)[number] | PlanSectionId, DrawnSectionId>;
  /** What it says, the same on the page and in Markdown. */
  blocks(plan: Plan): Block[];
}

/** A part of what is shown of a plan. */
export type PlanSection = DrawnSection | BlockSection;

const sections: readonly PlanSection[] = [
  {
    id: 'key-dates',
    title: 'Key dates',
    has: () => true,
  },
  {
    id: 'diagram',
    title: 'Environment diagram',
    has: () => true,
  },
  {
    id: 'timeline',
    title: 'Timeline',
    has: () => true,
  },
  {
    id: 'environments',
    title: 'Environments',
    has: (plan) => plan.allEnvironments.length > 0,
  },
  {
    id: 'evidence',
    title: 'Evidence',
    blocks: evidenceBlocks,
    has: (plan) => evidenceOf(plan).length > 0,
  },
  {
    id: 'migration',
    title: 'Volunteer database migration',
    blocks: migrationBlocks,
    has: ({ facts, hasSourceDatabase }) =>
      facts.migration !== undefined || hasSourceDatabase === true,
  },
  {
    id: 'validation',
    title: 'Validation',
    blocks: validationBlocks,
    has: ({ validations }) => validations.length > 0,
  },
  {
    id: 'upgrades',
    title: 'Upgrades',
    blocks: upgradeBlocks,
    has: ({ upgrades }) => upgrades.length > 0,
  },
  {
    id: 'training',
    title: 'Training and access',
    blocks: trainingBlocks,
    has: ({ training }) => training.length > 0,
  },
  {
    id: 'activities',
    title: 'Activities',
    blocks: activityBlocks,
    has: ({ activities }) => activities.length > 0,
  },
  {
    id: 'transfers',
    title: 'Transfers',
    blocks: transferBlocks,
    has: ({ transfers }) => transfers.length > 0,
  },
  {
    id: 'decisions',
    title: 'Decisions',
    blocks: decisionBlocks,
    has: ({ facts }) => facts.decisions !== undefined,
  },
  {
    id: 'master-library',
    title: 'Master library',
    blocks: masterLibraryBlocks,
    has: ({ facts }) => facts.masterLibrary !== undefined,
  },
  {
    id: 'integrations',
    title: 'Integrations',
    blocks: integrationBlocks,
    has: ({ facts }) => facts.integrations !== undefined,
  },
  {
    id: 'contacts',
    title: 'Sites and contacts',
    blocks: contactBlocks,
    has: ({ facts }) => facts.sites !== undefined || facts.contacts !== undefined,
  },
  {
    id: 'deviations',
    title: 'Accepted deviations',
    blocks: deviationBlocks,
    has: ({ facts }) => facts.waivers !== undefined,
  },
  {
    id: 'notes',
    title: 'Notes',
    has: (_, { prose }) => prose,
  },
  {
    id: 'history',
    title: 'What changed lately',
    has: (_, { history }) => history,
  },
];

/** The sections that a plan has something for, in order. */
export function sectionsOf(plan: Plan, besides: Besides): PlanSection[] {
  return sections.filter((section) => section.has(plan, besides));
}
