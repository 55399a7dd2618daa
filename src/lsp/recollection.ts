import type { Facts, FactsStore } from '../source/facts-store.ts';

/**
 * What was read last from a document, for the next keystroke: while somebody writes the data, the prose
 * stays as it is.
 */
export class Recollection implements FactsStore {
  readonly #last: {
    [Kind in keyof Facts]?: { readonly text: string; readonly facts: Facts[Kind] };
  } = {};

  find<Kind extends keyof Facts>(kind: Kind, text: string): Facts[Kind] | undefined {
    const last = this.#last[kind];
    return last?.text === text ? last.facts : undefined;
  }

  keep<Kind extends keyof Facts>(kind: Kind, text: string, facts: Facts[Kind]): void {
    // A plan takes its facts over; they cannot be those of another.
    if (kind !== 'data') Object.assign(this.#last, { [kind]: { text, facts } });
  }
}
