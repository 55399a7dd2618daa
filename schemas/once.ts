/**
 * Lets a schema be made when it is first asked for. That takes longer than checking a plan by it, and a
 * run in which all plans are known needs none.
 */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
