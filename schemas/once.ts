/**
 * Lets a schema be made when it is first asked for: that takes longer than checking a plan by it, and most
 * runs do without some, or without any.
 */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
