import { dump } from 'js-yaml';
import { customerPlan } from './customer.ts';
import { Dice } from './dice.ts';
import { notes } from './notes.ts';

/** A plan as it lies in a folder. */
export interface WrittenPlan {
  /** Its name below `content/plans`. */
  readonly name: string;
  readonly content: string;
}

const places = [
  'Alder',
  'Birch',
  'Cedar',
  'Dunmore',
  'Elmstead',
  'Fernhill',
  'Gorse',
  'Hazel',
  'Ivybridge',
  'Juniper',
  'Kestrel',
  'Linden',
  'Maple',
  'Nettle',
  'Oakhurst',
  'Poplar',
  'Quince',
  'Rowan',
  'Sorrel',
  'Thistle',
] as const;
const kinds = ['Clinical', 'Research Unit', 'Pharmacology', 'Institute', 'Early Phase'] as const;

/**
 * A made-up portfolio, for tests and measurements: plans in order, each with about 130 lines of
 * data, every other one with 60 lines of prose. The same for the same seed, and the first plans of a
 * large portfolio are those of a small one.
 */
export function portfolioOf(count: number, seed = 1): WrittenPlan[] {
  return Array.from({ length: count }, (_, index) => planAt(index, seed));
}

function planAt(index: number, seed: number): WrittenPlan {
  const place = places[index % places.length] ?? '';
  const kind = kinds[Math.floor(index / places.length) % kinds.length] ?? '';
  const round = Math.floor(index / (places.length * kinds.length));
  const customer = [place, kind, ...(round > 0 ? [String(round + 1)] : [])].join(' ');
  const facts = customerPlan(customer, `C${index + 1}`, new Dice(seed * 100_003 + index));
  const data = dump(JSON.parse(JSON.stringify(facts)), { flowLevel: 3, lineWidth: -1 });
  const id = customer.toLowerCase().replaceAll(' ', '-');
  if (index % 2 === 0) return { name: `${id}.yaml`, content: data };
  return { name: `${id}.mdx`, content: `---\n${data}---\n\n${notes}` };
}
