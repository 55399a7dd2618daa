/** What holds from a day on, until the next span begins. */
export interface Span<Value> {
  readonly from: string;
  readonly value: Value;
}

/** What always held, and the spans after it in their order. */
export type Spans<Value> = readonly [
  { readonly from: undefined; readonly value: Value },
  ...Span<Value>[],
];

/** What holds on a day; without a day, what held at first. */
export function valueOn<Value>(spans: Spans<Value>, day: string | undefined): Value {
  const [first, ...later] = spans;
  // No span begins before the empty text.
  return (later.findLast(({ from }) => from <= (day ?? '')) ?? first).value;
}
