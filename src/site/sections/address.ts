import { link, type Part } from './pieces.ts';

const scheme = /^https?:\/\//i;

/**
 * The address of an instance: a link only where it is plainly one.
 *
 * @param isGone whether the instance is gone, so that its address leads nowhere
 */
export function address(url: string | undefined, isGone = false): Part {
  const text = url?.replace(scheme, '');
  return url === undefined || isGone || !scheme.test(url) ? text : link(url, text);
}
