import type { Root } from 'hast';
import { element, replaceElements } from './elements.ts';

/** Lets wide tables scroll by themselves, by keyboard too, so that the page never scrolls sideways. */
export function frameTables(root: Root): void {
  replaceElements(root, (table) => {
    if (table.tagName !== 'table') return undefined;
    const frame = { className: ['wp-scroll'], role: 'group', tabIndex: 0, ariaLabel: 'Table' };
    return element('div', frame, table);
  });
}
