import type { Environment } from '../../lifecycle/environment.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { stateOf } from '../../lifecycle/state.ts';
import { type Sentence, say, tense } from './sentence.ts';

/** From when on an environment is under change control, and what that asks for. */
export function controlOf(plan: Plan, environment: Environment): Sentence[] {
  const { kind, qualifications, instances } = environment;
  const isOver = stateOf(plan, environment) === 'ended';
  const known = qualifications.map(({ iq, name }) => {
    const at = moment(iq, 'date');
    if (!at) return unqualified(name);
    const document = iq.document ? ` (${iq.document})` : '';
    if (isOver && plan.hasHappened(at.date))
      return say`${name} was qualified by IQ on ${at}${document}.`;
    return tense(
      plan,
      at,
      say`${name} was qualified by IQ on ${at}${document}. Since then each change needs an ECR.`,
      say`${name} is to be qualified by IQ on ${at}${document}. From then on each change needs an ECR.`,
    );
  });
  if (!kind?.controlled) {
    return known.length > 0 || !kind
      ? known
      : [say`It ${isOver ? 'was' : 'is'} not under change control: no IQ, and no ECRs.`];
  }
  const lacking = instances.filter(({ iq }) => !iq).map(({ name }) => unqualified(name));
  const nothing = instances.length === 0 && known.length === 0;
  return [...known, ...(nothing ? [unqualified(environment.name)] : lacking)];
}

function unqualified(name: string): Sentence {
  return say`When ${name} is qualified by IQ is not fixed yet. Nothing that counts is done there before.`;
}
