import { InvalidArgumentError } from 'commander';
import type { PlanFile } from '../../source/plan-file.ts';

/** One of the parts that the plans of a run are split into. */
export interface Part {
  /** Which one, counted from 1. */
  readonly number: number;
  readonly of: number;
}

/** Reads what `--shard` names, such as `2/4`. */
export function toPart(text: string): Part {
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined) {
    throw new InvalidArgumentError('It takes which shard of how many, such as 2/4.');
  }
  if (of === 0) throw new InvalidArgumentError('There is at least one shard: 1/1.');
  if (number === 0) throw new InvalidArgumentError(`Shards are counted from 1: 1/${of}.`);
  if (number > of) {
    throw new InvalidArgumentError(`Of ${of} shards the last one is ${of}/${of}.`);
  }
  return { number, of };
}

/**
 * The plans of a part. They are dealt like cards, so that it does not matter which names are alike; those with
 * prose first, which takes by far the longest.
 *
 * @param plans all plans, by name
 */
export function plansOf({ number, of }: Part, plans: readonly PlanFile[]): PlanFile[] {
  const { long = [], short = [] } = Object.groupBy(plans, hasProse);
  const dealt = [...long, ...short].filter((_, index) => index % of === number - 1);
  const own = new Set(dealt);
  return plans.filter((plan) => own.has(plan));
}

function hasProse({ proseRange }: PlanFile): 'long' | 'short' {
  return proseRange ? 'long' : 'short';
}
