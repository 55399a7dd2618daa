import type { ElementContent } from 'hast';
import type { BlockContent, PhrasingContent } from 'mdast';

const longest = 400;

/**
 * Something in prose that the site does not show as what it wants to be. It stays visible, as text.
 *
 * @param source what is written
 * @param reason why it is not allowed, as the end of "not allowed here: …"
 */
export function refusedInline(source: string, reason: string): PhrasingContent {
  const hChildren = [code(source), text(' '), note(reason)];
  return {
    type: 'emphasis',
    children: [],
    data: { hName: 'span', hProperties: { className: ['wp-refused'] }, hChildren },
  };
}

/** The same, on lines of its own. */
export function refusedBlock(source: string, reason: string): BlockContent {
  const pre: ElementContent = {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [code(source)],
  };
  const why: ElementContent = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [note(reason)],
  };
  return {
    type: 'blockquote',
    children: [],
    data: {
      hName: 'div',
      hProperties: { className: ['wp-refused'] },
      hChildren: [why, pre],
    },
  };
}

/** The sentence that says why something is shown as text. */
export function note(reason: string): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['wp-refused-note'] },
    children: [text(`not allowed here: ${reason}`)],
  };
}

function code(source: string): ElementContent {
  const shown = source.length > longest ? `${source.slice(0, longest)}…` : source;
  return { type: 'element', tagName: 'code', properties: {}, children: [text(shown)] };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
