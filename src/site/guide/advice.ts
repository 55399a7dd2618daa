import { type Kind, type KindId, kindIds, type Misuse, type Use } from '../../lifecycle/kinds.ts';
import type { Plan } from '../../lifecycle/plan.ts';

/** What to do, and what not to do, in environments of a kind. */
export interface Advice {
  readonly uses: readonly Use[];
  readonly misuses: readonly Misuse[];
}

/** All that there is to say of a kind, as far as it concerns those who have environments of these kinds. */
export function adviceOn(kind: Kind, present: readonly KindId[] = kindIds): Advice {
  const concerns = ({ concerns: other }: Use | Misuse) => !other || present.includes(other);
  return {
    uses: kind.uses.filter(concerns),
    misuses: kind.misuses.filter(concerns).map((misuse) => {
      const elsewhere = misuse.instead?.kind;
      if (!elsewhere || present.includes(elsewhere)) return misuse;
      const { instead, ...rest } = misuse;
      return rest;
    }),
  };
}

/** The kinds of which a plan has an environment. */
export function kindsIn(plan: Plan): KindId[] {
  return kindIds.filter((id) => plan.allEnvironments.some(({ kind }) => kind?.id === id));
}
