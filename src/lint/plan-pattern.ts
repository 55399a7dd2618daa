/**
 * Whether the id of a plan fits a pattern, in which each `*` stands for any text. It is asked without a
 * regular expression, since one made of what somebody writes may take very long.
 */
export function fits(id: string, pattern: string): boolean {
  const [beginning = '', ...others] = pattern.split('*');
  const end = others.pop();
  if (end === undefined) return id === pattern;
  if (!id.startsWith(beginning)) return false;
  let at = beginning.length;
  for (const part of others) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.endsWith(end) && id.length - end.length >= at;
}
