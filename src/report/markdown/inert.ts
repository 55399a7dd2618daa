/** Has no width, and is no blank: what stands on either side of it is no longer one word. */
const apart = '\u200b';

/**
 * Text that means nothing to GitHub beyond Markdown: nobody is mentioned, no issue, commit or address
 * is linked, no formula and no emoji is made of it. Markdown itself is escaped where the text is written.
 */
export function inert(text: string): string {
  return text
    .replace(/@/g, `@${apart}`)
    .replace(/#(?=\d)/g, `#${apart}`)
    .replace(/\b(gh-)(?=\d)/gi, `$1${apart}`)
    .replace(/\$/g, `$$${apart}`)
    .replace(/:(?=[\w+-]+:)/g, `:${apart}`)
    .replace(/:(?=\/\/)/g, `:${apart}`)
    .replace(/\bwww(?=\.)/gi, `$&${apart}`)
    .replace(/\b[0-9a-f]{7,}\b/gi, (hex) => hex.replace(/.{6}/g, `$&${apart}`));
}
