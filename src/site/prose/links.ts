import type { Root } from 'hast';
import { staysInSite } from '../../lifecycle/site.ts';
import { underBase } from '../links.ts';
import { element, replaceElements } from '../markup/elements.ts';
import { note } from './refused.ts';

/**
 * Keeps links that are http(s), mailto or relative; any other becomes its text and a remark. What is
 * written from the root of the site gets the base path.
 *
 * @param root changed in place
 * @param base the path under which the site is served
 */
export function settleLinks(root: Root, base: string): void {
  replaceElements(root, (link) => {
    if (link.tagName !== 'a') return undefined;
    const href = String(link.properties.href ?? '');
    if (isAllowed(href)) {
      // What cleans the page afterwards knows schemes in small letters only.
      const written = href.replace(schemes, (scheme) => scheme.toLowerCase());
      link.properties.href = underBase(written, base);
      return undefined;
    }
    const why = note(allowedLinks);
    return element('span', { className: ['wp-refused'] }, ...link.children, ' ', why);
  });
}

const schemes = /^(https?:\/\/|mailto:)/i;
const nowhere = 'https://waypost.invalid';

/** Which links are allowed, as the end of "not allowed here: …". */
export const allowedLinks = 'links are http(s), mailto or within the site';

/** Whether a link may lead there. Asks the parser that browsers use, which sees through blanks and backslashes in an address. */
export function isAllowed(href: string): boolean {
  if (!URL.canParse(href, nowhere)) return false;
  if (/^[^/?#]*:/.test(href)) return schemes.test(href);
  return new URL(href, nowhere).origin === nowhere && staysInSite(href);
}
