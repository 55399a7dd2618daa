import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Plan } from '../lifecycle/plan.ts';
import type { PlanSectionId, planPartIds } from '../lifecycle/plan-page.ts';
import EnvironmentDiagram from './components/EnvironmentDiagram.astro';
import Activities from './components/plan/Activities.astro';
import Contacts from './components/plan/Contacts.astro';
import Decisions from './components/plan/Decisions.astro';
import Environments from './components/plan/Environments.astro';
import Evidence from './components/plan/Evidence.astro';
import Integrations from './components/plan/Integrations.astro';
import KeyDates from './components/plan/KeyDates.astro';
import MasterLibrary from './components/plan/MasterLibrary.astro';
import Migration from './components/plan/Migration.astro';
import Prose from './components/plan/Prose.astro';
import Training from './components/plan/Training.astro';
import Transfers from './components/plan/Transfers.astro';
import Upgrades from './components/plan/Upgrades.astro';
import Validations from './components/plan/Validations.astro';
import Waivers from './components/plan/Waivers.astro';
import Timeline from './components/Timeline.astro';
import { evidenceOf } from './evidence.ts';
import type { RenderedProse } from './prose/render.ts';

/** A part of a plan's page. Its component is given the plan, its slug, the rendered prose and the section's id. */
export interface PlanSection {
  readonly id: (typeof planPartIds)[number] | PlanSectionId;
  readonly title: string;
  readonly component: AstroComponentFactory;
  /** Whether the plan has anything to show there. */
  has(plan: Plan, prose: RenderedProse | undefined): boolean;
}

const sections: readonly PlanSection[] = [
  {
    id: 'key-dates',
    title: 'Key dates',
    component: KeyDates,
    has: () => true,
  },
  {
    id: 'diagram',
    title: 'Environment diagram',
    component: EnvironmentDiagram,
    has: () => true,
  },
  {
    id: 'timeline',
    title: 'Timeline',
    component: Timeline,
    has: () => true,
  },
  {
    id: 'environments',
    title: 'Environments',
    component: Environments,
    has: (plan) => plan.allEnvironments.length > 0,
  },
  {
    id: 'evidence',
    title: 'Evidence',
    component: Evidence,
    has: (plan) => evidenceOf(plan).length > 0,
  },
  {
    id: 'migration',
    title: 'Volunteer database migration',
    component: Migration,
    has: ({ facts, hasSourceDatabase }) =>
      facts.migration !== undefined || hasSourceDatabase === true,
  },
  {
    id: 'validation',
    title: 'Validation',
    component: Validations,
    has: ({ validations }) => validations.length > 0,
  },
  {
    id: 'upgrades',
    title: 'Upgrades',
    component: Upgrades,
    has: ({ upgrades }) => upgrades.length > 0,
  },
  {
    id: 'training',
    title: 'Training and access',
    component: Training,
    has: ({ training }) => training.length > 0,
  },
  {
    id: 'activities',
    title: 'Activities',
    component: Activities,
    has: ({ activities }) => activities.length > 0,
  },
  {
    id: 'transfers',
    title: 'Transfers',
    component: Transfers,
    has: ({ transfers }) => transfers.length > 0,
  },
  {
    id: 'decisions',
    title: 'Decisions',
    component: Decisions,
    has: ({ facts }) => facts.decisions !== undefined,
  },
  {
    id: 'master-library',
    title: 'Master library',
    component: MasterLibrary,
    has: ({ facts }) => facts.masterLibrary !== undefined,
  },
  {
    id: 'integrations',
    title: 'Integrations',
    component: Integrations,
    has: ({ facts }) => facts.integrations !== undefined,
  },
  {
    id: 'contacts',
    title: 'Sites and contacts',
    component: Contacts,
    has: ({ facts }) => facts.sites !== undefined || facts.contacts !== undefined,
  },
  {
    id: 'deviations',
    title: 'Accepted deviations',
    component: Waivers,
    has: ({ facts }) => facts.waivers !== undefined,
  },
  {
    id: 'notes',
    title: 'Notes',
    component: Prose,
    has: (_, prose) => prose !== undefined,
  },
];

/** The sections that a plan has something for, in the order of the page. */
export function sectionsOf(plan: Plan, prose: RenderedProse | undefined): PlanSection[] {
  return sections.filter((section) => section.has(plan, prose));
}
