/** The id of a heading from its text: as GitHub makes it, where writers look up what to link to. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The ids of a text's headings: where one repeats, it gets a number. */
export function headingSlugs(texts: readonly (string | undefined)[]): (string | undefined)[] {
  const uses = new Map<string, number>();
  return texts.map((text) => {
    if (text === undefined) return undefined;
    const slug = slugOf(text);
    let free = slug;
    let n = uses.get(slug) ?? 0;
    for (; uses.has(free); n++) free = `${slug}-${n + 1}`;
    uses.set(slug, n);
    uses.set(free, uses.get(free) ?? 0);
    return free;
  });
}
