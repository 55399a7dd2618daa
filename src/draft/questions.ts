import { isPlanId, longestPlanId } from '../../schemas/environments.ts';
import { type CompletePlan, planSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';

/** What has to be known for a new plan, and the option that says it. */
export const questions = {
  customer: 'customer',
  signed: 'contractSigned',
  goLive: 'goLive',
  sourceDatabase: 'sourceDatabase',
} as const satisfies Record<string, keyof CompletePlan>;

export type Question = keyof typeof questions;

/** The question in words, such as: Date the contract was signed. */
export function wordsOf(question: Question): string {
  return metaAt(planSchema(), [questions[question]]).description ?? question;
}

/** What is wrong with an answer; undefined where nothing is. */
export function faultOf(question: Question, answer: string): string | undefined {
  const key = questions[question];
  if (planSchema().shape[key].safeParse(answer).success) return undefined;
  return `Expected ${metaAt(planSchema(), [key]).expected}, such as ${samples[question]}`;
}

/** What is wrong with the id of a new plan; undefined where nothing is. */
export function faultOfId(id: string): string | undefined {
  if (isPlanId(id)) return undefined;
  return `Expected at most ${longestPlanId} small letters and digits, joined by hyphens, such as quillon-bay: the id names the file and the page of the plan`;
}

const samples: Record<Question, string> = {
  customer: 'Quillon Bay Research',
  signed: '2026-03-02',
  goLive: '2026-07-20',
  sourceDatabase: 'MedVol 11',
};
