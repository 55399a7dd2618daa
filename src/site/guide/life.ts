import { instanceName } from '../../diagram/environments/names.ts';
import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { inWords } from '../../lifecycle/words.ts';
import { it, passive, type Sentence, type Subject, say, tense } from './sentence.ts';

/** How an environment came, or is to come, into being, and how it ends: a sentence a step. */
export function lifeOf(plan: Plan, environment: Environment): Sentence[] {
  return [
    ...beginningOf(plan, environment),
    ...preparationOf(plan, environment),
    ...endOf(plan, environment),
  ];
}

/** How an environment ends. */
export function endOf(plan: Plan, environment: Environment): Sentence[] {
  const { kind, destroyed } = environment;
  const destruction = () => passive(plan, subjectOf(environment.instances), 'destroyed', destroyed);
  if (kind?.id === 'pre-prod') {
    const promotion = passive(plan, it, `promoted to ${prodMain(plan)}`, plan.promotion);
    return destroyed ? [promotion, destruction()] : [promotion];
  }
  if (destroyed || kind?.longevity === 'ephemeral') return [destruction()];
  return kind ? [say`It ${kind.ends.replace(/^S/, 's')}.`] : [];
}

/** "Main and Test", "Main", or for what is one instance "It". */
export function subjectOf(instances: readonly Instance[]): Subject {
  const names = instances.map(instanceName).filter((name) => name !== '');
  return names.length === 0 ? it : { name: inWords(names), several: names.length > 1 };
}

function beginningOf(plan: Plan, environment: Environment): Sentence[] {
  if (environment.kind?.owner === 'iqvia') return accessTo(plan, environment);
  const { facts, instances } = environment;
  if (instances.length === 0) {
    return [passive(plan, it, origin(plan, environment), moment(facts, 'created'))];
  }
  const steps = Map.groupBy(
    instances,
    (instance) => `${instance.created?.date} ${isPromoted(instance)}`,
  );
  return [...steps.values()].map((together) => beginningTogether(plan, environment, together));
}

function beginningTogether(
  plan: Plan,
  environment: Environment,
  instances: readonly Instance[],
): Sentence {
  const created = instances[0]?.created;
  if (instances.some(isPromoted)) {
    const source = { name: plan.nameAt(environment.facts.promotedFrom) };
    return passive(plan, source, `promoted to ${environment.main?.name ?? 'it'}`, created);
  }
  return passive(plan, subjectOf(instances), origin(plan, environment), created);
}

function isPromoted({ id, environment }: Instance): boolean {
  return environment.facts.promotedFrom !== undefined && id !== 'test';
}

function origin(plan: Plan, { facts: { clonedFrom } }: Environment): string {
  return clonedFrom === undefined ? 'created' : `cloned from ${plan.nameAt(clonedFrom)}`;
}

function accessTo(plan: Plan, { kind, facts }: Environment): Sentence[] {
  const at = moment(facts, 'access');
  if (at)
    return [
      tense(plan, at, say`Users have had access since ${at}.`, say`Users get access on ${at}.`),
    ];
  return kind?.id === 'community' ? [say`When users get access is not fixed yet.`] : [];
}

/** What makes an environment ready for its use. */
function preparationOf(plan: Plan, environment: Environment): Sentence[] {
  const { facts, kind } = environment;
  return [
    ...(isOfPeople(plan, environment) || facts.obfuscated
      ? [obfuscation(plan, moment(facts, 'obfuscated'))]
      : []),
    ...(kind?.id === 'pre-prod' || facts.configurationFinal
      ? [finality(plan, moment(facts, 'configurationFinal'))]
      : []),
  ];
}

/** Whether real volunteers came along with a clone. */
function isOfPeople(plan: Plan, { facts }: Environment): boolean {
  return plan.kindAt(facts.clonedFrom) === 'prod';
}

function obfuscation(plan: Plan, at: Moment | undefined): Sentence {
  const data = { name: 'The volunteers’ personal data', several: true };
  return passive(plan, data, 'obfuscated', at);
}

function finality(plan: Plan, at: Moment | undefined): Sentence {
  if (!at) return say`When its configuration is full and final is not fixed yet.`;
  return tense(
    plan,
    at,
    say`Its configuration was full and final on ${at}.`,
    say`Its configuration is to be full and final on ${at}.`,
  );
}

function prodMain(plan: Plan): string {
  return plan.ofKind('prod')[0]?.main?.name ?? 'PROD Main';
}
