/** What holds from a day on, until the next span begins. The first span has no day: it always held. */
export interface Span<Value> {
  readonly from: string | undefined;
  readonly value: Value;
}

/** Spans in order; there is always a first one. */
export type Spans<Value> = readonly [Span<Value>, ...Span<Value>[]];

/** What holds on a day; without a day, what held at first. */
export function valueOn<Value>(spans: Spans<Value>, day: string | undefined): Value {
  const begun = spans.findLast(
    ({ from }) => from === undefined || (day !== undefined && from <= day),
  );
  return (begun ?? spans[0]).value;
}
