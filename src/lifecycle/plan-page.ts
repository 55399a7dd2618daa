/** Where on a plan's page something stands: the ids that links lead to. */

/** The parts of a plan's page that are always there. */
export const planPartIds = ['key-dates', 'notes', 'diagram', 'timeline', 'findings'] as const;

/** The sections with a plan's facts; one stands there if the plan has something for it. */
export const planSectionIds = [
  'environments',
  'evidence',
  'migration',
  'validation',
  'upgrades',
  'training',
  'activities',
  'transfers',
  'decisions',
  'master-library',
  'integrations',
  'contacts',
  'deviations',
  'history',
] as const;

export type PlanSectionId = (typeof planSectionIds)[number];

/** The id of an environment's part of the page. It cannot collide with those of sections. */
export function environmentAnchor(id: string): string {
  return `environment-${id}`;
}

/** The id of a heading of the prose, from its text, as GitHub makes it. */
export function proseAnchor(slug: string): string {
  return `notes-${slug}`;
}
