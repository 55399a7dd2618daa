import type { ElementContent } from 'hast';
import type { BlockContent, PhrasingContent, Text } from 'mdast';

const longest = 400;

/**
 * Something in prose that the site does not show as what it wants to be. It stays visible, as text.
 *
 * @param source what is written
 * @param reason why it is not allowed, as the end of "not allowed here: …"
 */
export function refusedInline(source: string, reason: string): PhrasingContent {
  return {
    type: 'emphasis',
    children: [
      { type: 'inlineCode', value: cut(source) },
      { type: 'text', value: ' ' },
      why(reason),
    ],
    data: { hName: 'span', hProperties: { className: ['wp-refused'] } },
  };
}

/** The same, on lines of its own. */
export function refusedBlock(source: string, reason: string): BlockContent {
  return {
    type: 'blockquote',
    children: [
      { type: 'paragraph', children: [why(reason)] },
      { type: 'code', value: cut(source) },
    ],
    data: { hName: 'div', hProperties: { className: ['wp-refused'] } },
  };
}

const noteClass = { className: ['wp-refused-note'] };

/** The sentence that says why something is shown as text. */
export function note(reason: string): ElementContent {
  const { value } = why(reason);
  return {
    type: 'element',
    tagName: 'span',
    properties: noteClass,
    children: [{ type: 'text', value }],
  };
}

/** The same, before it is HTML. */
export function why(reason: string): Text {
  const data = { hName: 'span', hProperties: noteClass };
  return { type: 'text', value: `not allowed here: ${reason}`, data };
}

function cut(source: string): string {
  return source.length > longest ? `${source.slice(0, longest)}…` : source;
}
