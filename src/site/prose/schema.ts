import type { Options } from 'rehype-sanitize';

const headings = ['h3', 'h4', 'h5', 'h6'];

/**
 * What may be in the HTML of prose. Writers cannot write HTML, so this is the second lock: it lets
 * through what Markdown and the components of plans make, and nothing else.
 */
export const schema: Options = {
  tagNames: [
    ...headings,
    ...['p', 'blockquote', 'pre', 'hr', 'br', 'div', 'aside', 'section'],
    ...['ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'strong', 'em', 'del', 'code', 'sup', 'span', 'time'],
  ],
  attributes: {
    a: ['href', 'id', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    aside: ['ariaLabel', ['className', 'starlight-aside', /^starlight-aside--(note|caution)$/]],
    code: [['className', /^language-[\w-]+$/]],
    div: [
      ['className', 'wp-refused', 'wp-scroll', 'starlight-aside__content'],
      ['dataSlot', 'EnvironmentDiagram', 'Timeline'],
      ['role', 'group'],
      ['tabIndex', 0],
      'ariaLabel',
    ],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    p: [['className', 'starlight-aside__title']],
    section: ['dataFootnotes'],
    span: [['className', 'wp-refused', 'wp-refused-note', 'wp-fault', 'wp-task', 'wp-task-done']],
    td: ['align'],
    th: ['align'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    ...Object.fromEntries(headings.map((heading) => [heading, ['id']])),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  strip: ['script', 'style'],
};
