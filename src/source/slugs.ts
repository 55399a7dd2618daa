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
  const taken = new Set<string>();
  return texts.map((text) => {
    if (text === undefined) return undefined;
    const slug = slugOf(text);
    let free = slug;
    for (let n = 1; taken.has(free); n++) free = `${slug}-${n}`;
    taken.add(free);
    return free;
  });
}
