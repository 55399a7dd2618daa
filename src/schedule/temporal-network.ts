/** "`to` is at least `min` and at most `max` days after `from`", and who says so. */
export interface Link<Reason> {
  readonly from: string;
  readonly to: string;
  /** Fewest days; no limit when left out. */
  readonly min?: number | undefined;
  /** Most days; no limit when left out. */
  readonly max?: number | undefined;
  readonly reason: Reason;
}

/** The days on which something may fall, counted from the origin of the network. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

/** `to` is at most `days` after `from`. */
interface Bound<Reason> {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly link: Link<Reason>;
}

/**
 * A simple temporal network: days that are unknown, and how far apart they may be. Each pair of
 * limits is an edge of a graph, and the shortest ways in it tell on which days everything may fall
 * (Dechter, Meiri and Pearl: Temporal constraint networks, 1991).
 */
export class TemporalNetwork<Reason> {
  /** The name of the day from which all others are counted. */
  static readonly origin = '';

  readonly #bounds: Bound<Reason>[] = [];
  readonly #points = new Set<string>([TemporalNetwork.origin]);

  constructor(links: Iterable<Link<Reason>> = []) {
    for (const link of links) this.add(link);
  }

  add(link: Link<Reason>): void {
    const { from, to, min, max } = link;
    this.#points.add(from).add(to);
    if (max !== undefined) this.#bounds.push({ from, to, days: max, link });
    if (min !== undefined) this.#bounds.push({ from: to, to: from, days: -min, link });
  }

  /** The days on which a point may fall so that all others still find theirs; only where there is no conflict. */
  window(point: string): Window {
    const { origin } = TemporalNetwork;
    return {
      earliest: 0 - (this.#distances(point).get(origin) ?? Infinity),
      latest: this.#distances(origin).get(point) ?? Infinity,
    };
  }

  /**
   * A chain of links that cannot all hold.
   *
   * @returns the links in the order in which they follow from each other; undefined where all can hold
   */
  conflict(): Link<Reason>[] | undefined {
    const reached = new Map([...this.#points].map((point) => [point, 0]));
    const arrivals = new Map<string, Bound<Reason>>();
    let last: string | undefined;
    for (let round = 0; round < this.#points.size; round++) {
      last = this.#relax(reached, arrivals);
      if (last === undefined) return undefined;
    }
    return circle(arrivals, last ?? TemporalNetwork.origin);
  }

  #distances(from: string): ReadonlyMap<string, number> {
    const reached = new Map([[from, 0]]);
    for (let round = 0; round < this.#points.size; round++) {
      if (this.#relax(reached) === undefined) break;
    }
    return reached;
  }

  /** Shortens ways by one edge each; the last point that came nearer, if one did. */
  #relax(reached: Map<string, number>, arrivals?: Map<string, Bound<Reason>>): string | undefined {
    let nearer: string | undefined;
    for (const bound of this.#bounds) {
      const days = (reached.get(bound.from) ?? Infinity) + bound.days;
      if (days >= (reached.get(bound.to) ?? Infinity)) continue;
      reached.set(bound.to, days);
      arrivals?.set(bound.to, bound);
      nearer = bound.to;
    }
    return nearer;
  }
}

/** The way that comes back to where it began, found by going back far enough from a point it leads to. */
function circle<Reason>(
  arrivals: ReadonlyMap<string, Bound<Reason>>,
  reached: string,
): Link<Reason>[] {
  let point = reached;
  for (let step = 0; step < arrivals.size; step++) point = arrivals.get(point)?.from ?? point;
  const links: Link<Reason>[] = [];
  const start = point;
  do {
    const arrival = arrivals.get(point);
    if (!arrival) break;
    links.unshift(arrival.link);
    point = arrival.from;
  } while (point !== start);
  return links;
}
