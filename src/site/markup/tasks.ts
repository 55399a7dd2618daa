import type { Root } from 'hast';
import { element, replaceElements } from './elements.ts';

/** Shows the boxes of task lists as marks with a word: they are facts, nothing that can be ticked. */
export function markTasks(root: Root): void {
  replaceElements(root, ({ tagName, properties }) => {
    if (tagName !== 'input' || properties.type !== 'checkbox') return undefined;
    const done = Boolean(properties.checked);
    const className = done ? ['wp-task', 'wp-task-done'] : ['wp-task'];
    return element('span', { className }, element('span', {}, done ? 'Done: ' : 'Open: '));
  });
}
