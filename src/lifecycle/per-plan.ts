import type { Plan } from './plan.ts';

/**
 * The same question, asked once of each plan: a plan never changes, and whoever compares all plans
 * of a portfolio asks each of them again whenever one is exchanged.
 */
export function perPlan<Answer extends object>(
  question: (plan: Plan) => Answer,
): (plan: Plan) => Answer {
  const answers = new WeakMap<Plan, Answer>();
  return (plan) => {
    const known = answers.get(plan);
    if (known) return known;
    const answer = question(plan);
    answers.set(plan, answer);
    return answer;
  };
}
