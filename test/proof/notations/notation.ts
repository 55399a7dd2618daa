import fc from 'fast-check';

/** One of the many ways in which the same plan can be written down. */
export interface Notation {
  readonly format: 'yaml' | 'mdx';
  readonly eol: '\n' | '\r\n' | '\r';
  readonly mark: boolean;
  readonly indent: number;
  /** Whether keys may stand in another order. */
  readonly order: boolean;
  readonly comments: boolean;
  readonly quotes: boolean;
  readonly flow: boolean;
  readonly blocks: boolean;
  readonly aliases: boolean;
  /** Whether keys of the team's own, and keys without a value, stand among the others. */
  readonly extras: boolean;
  /** Decides, over and over, whether to do here what is allowed. */
  readonly dice: readonly number[];
}

/** How a plan is written as plainly as can be. */
export const plainly: Notation = {
  format: 'yaml',
  eol: '\n',
  mark: false,
  indent: 2,
  order: false,
  comments: false,
  quotes: false,
  flow: false,
  blocks: false,
  aliases: false,
  extras: false,
  dice: [],
};

export const notations: fc.Arbitrary<Notation> = fc.record({
  format: fc.constantFrom('yaml', 'mdx'),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.boolean(),
  indent: fc.constantFrom(2, 1, 4, 7),
  order: fc.boolean(),
  comments: fc.boolean(),
  quotes: fc.boolean(),
  flow: fc.boolean(),
  blocks: fc.boolean(),
  aliases: fc.boolean(),
  extras: fc.boolean(),
  dice: fc.array(fc.nat(255), { minLength: 1, maxLength: 60 }),
});

/** Throws the dice of a notation: the same throws for the same notation. */
export class Dice {
  readonly #faces: readonly number[];
  #thrown = 0;

  constructor({ dice }: Notation) {
    this.#faces = dice;
  }

  /** One of `count` outcomes; the first where there are no dice. */
  throw(count: number): number {
    if (this.#faces.length === 0) return 0;
    const face = this.#faces[this.#thrown % this.#faces.length] ?? 0;
    // Once round, the same faces are read in another way.
    const round = Math.floor(this.#thrown / this.#faces.length);
    this.#thrown += 1;
    return (face + round * 7) % count;
  }

  /** Once in `count` throws. */
  once(allowed: boolean, count = 3): boolean {
    return allowed && this.throw(count) === count - 1;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, rank: this.throw(256) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}
