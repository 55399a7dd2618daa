import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

/**
 * GitHub's Markdown but for addresses that stand bare in the text: to look for those, the parser stops at
 * every word, and takes half as long again. For prose that holds none.
 */
export function withoutBareAddresses(this: Processor): void {
  remarkGfm.call(this);
  const data = this.data();
  for (const { text = {} } of data.micromarkExtensions ?? []) {
    for (const [code, constructs = []] of Object.entries(text)) {
      const others = [constructs].flat().filter(({ name = '' }) => !forAddresses.includes(name));
      if (others.length > 0) Object.assign(text, { [code]: others });
      else Reflect.deleteProperty(text, code);
    }
  }
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extensions) =>
    [extensions].flat().filter(({ enter }) => !enter?.literalAutolink),
  );
}

/** What micromark-extension-gfm-autolink-literal calls its parts. */
const forAddresses = ['emailAutolink', 'protocolAutolink', 'wwwAutolink'];
