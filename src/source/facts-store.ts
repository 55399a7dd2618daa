import type { PlanFacts } from '../../schemas/plan.ts';
import type { StyleNote } from './markdown-style.ts';
import type { ProseFacts } from './prose-facts.ts';

/** What is read from a text, by what is read from it: the data of a plan, or its prose. */
export interface Facts {
  readonly data: PlanFacts;
  readonly prose: ProseFacts;
  readonly style: readonly StyleNote[];
}

/** Facts that were read from a text before, to be had again without reading it. */
export interface FactsStore {
  /** @returns the facts as they were kept; undefined where there are none */
  find<Kind extends keyof Facts>(kind: Kind, text: string): Facts[Kind] | undefined;
  keep<Kind extends keyof Facts>(kind: Kind, text: string, facts: Facts[Kind]): void;
}
