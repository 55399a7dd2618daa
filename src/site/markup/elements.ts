import type { Element, ElementContent, Root } from 'hast';

/** All elements below `parent`, in document order. */
export function* elementsIn(parent: Root | Element): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** Puts what `replace` returns in the place of each element; undefined leaves it as it is. */
export function replaceElements(
  parent: Root | Element,
  replace: (element: Element) => Element | undefined,
): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== 'element') return child;
    replaceElements(child, replace);
    return replace(child) ?? child;
  }) as typeof parent.children;
}

/** The text in an element, without its markup. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Makes an element. */
export function element(
  tagName: string,
  properties: Element['properties'],
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}
