import type { Page } from 'playwright-core';

/**
 * Measures every diagram on the page and lists the labels that do not lie where they belong: outside of their box or
 * group, or, for labels of edges, outside of their background or on top of a box.
 *
 * @param page - an open page.
 * @returns one line per fault, with the label's text; empty when all is well.
 */
export function labelsOutsideBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What a browser's rounding may add, in CSS pixels.
    const TOLERANCE = 0.5;
    const faults: string[] = [];
    const box = (element: Element) => element.getBoundingClientRect();
    const contains = (outer: DOMRect, inner: DOMRect) =>
      inner.left >= outer.left - TOLERANCE &&
      inner.right <= outer.right + TOLERANCE &&
      inner.top >= outer.top - TOLERANCE &&
      inner.bottom <= outer.bottom + TOLERANCE;
    const overlap = (one: DOMRect, other: DOMRect) =>
      one.left < other.right - TOLERANCE &&
      other.left < one.right - TOLERANCE &&
      one.top < other.bottom - TOLERANCE &&
      other.top < one.bottom - TOLERANCE;
    const shapeOf = (group: Element) =>
      group.querySelector(':scope > :is(rect, circle, ellipse, polygon, path), :scope > g > path');

    for (const svg of document.querySelectorAll('svg.wp-diagram')) {
      if (box(svg).width === 0) continue;
      const nodes = [...svg.querySelectorAll('.node')];
      const edgeLabels = [...svg.querySelectorAll('.edgeLabel')];
      for (const group of [...nodes, ...svg.querySelectorAll('.cluster'), ...edgeLabels]) {
        const label = group.querySelector(':scope > .label');
        const shape = shapeOf(group);
        if (label === null) continue;
        if (shape !== null && contains(box(shape), box(label))) continue;
        faults.push(`"${label.textContent}" is not inside its box`);
      }
      for (const edgeLabel of edgeLabels) {
        const background = shapeOf(edgeLabel);
        if (background === null) continue;
        const others = [...nodes.map(shapeOf), ...svg.querySelectorAll('.cluster > .label')];
        const covered = others.filter(
          (other) => other !== null && overlap(box(background), box(other)),
        );
        if (covered.length > 0)
          faults.push(`"${edgeLabel.textContent}" covers ${covered.length} others`);
      }
      for (const label of svg.querySelectorAll('.label')) {
        if (!contains(box(svg), box(label))) faults.push(`"${label.textContent}" is cut off`);
      }
    }
    return faults;
  });
}

/**
 * Says how far the page can be scrolled sideways.
 *
 * @param page - an open page.
 * @returns CSS pixels; 0 when the page fits its window.
 */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/**
 * Computes the contrast of every label in a diagram with the shape that it lies on; axe does not look into SVG.
 *
 * @param page - an open page.
 * @returns one line per label with less than 4.5 to 1; empty when all can be read.
 */
export function faintLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const paper = getComputedStyle(document.body).backgroundColor;
    const luminance = (colour: string) => {
      if (canvas === null) return 0;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
        (value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        },
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const ground = (label: Element) => {
      const shape = label.parentElement?.querySelector(':scope > :is(rect, circle, polygon, path)');
      const fill = shape ? getComputedStyle(shape).fill : 'none';
      return fill === 'none' ? paper : fill;
    };
    const faults: string[] = [];
    for (const label of document.querySelectorAll('svg.wp-diagram .label')) {
      if (label.getBoundingClientRect().width === 0) continue;
      const runs = label.children.length > 0 ? [...label.children] : [label];
      for (const run of runs) {
        const ratio = contrast(getComputedStyle(run).fill, ground(label));
        if (ratio < 4.5) faults.push(`"${run.textContent}" has ${ratio.toFixed(2)} to 1`);
      }
    }
    return faults;
  });
}
