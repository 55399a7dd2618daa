/** A place in a plan: the keys and list positions that lead to it. The plan itself is `[]`. */
export type Path = readonly (string | number)[];

/** `validations[0].findings[1].severity`; a key that is no plain word is written `["…"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[A-Za-z0-9_-]+$/.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** The path that `text` writes, or undefined where it writes none. The inverse of {@link formatPath}. */
export function parsePath(text: string): Path | undefined {
  const step = /(?:^|(?<!^)\.)([A-Za-z0-9_-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  const path: (string | number)[] = [];
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) return undefined;
    const [, word, index, quoted] = match;
    if (word !== undefined) path.push(word);
    else if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) {
      const key = unquote(quoted);
      if (key === undefined) return undefined;
      path.push(key);
    }
  }
  return path;
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.every((step, i) => step === path[i]);
}

function unquote(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}
