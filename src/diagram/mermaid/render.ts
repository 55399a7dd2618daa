import { check } from './check.ts';
import { withMermaid } from './engine.ts';
import { shield } from './escape.ts';
import { fitGrounds } from './grounds.ts';

/** What a drawing needs besides its text. */
export interface RenderOptions {
  /** Id of the SVG, and prefix of the ids in it: unique on the page, letters first, then also digits, `-` and `_`. */
  id: string;
}

/**
 * Draws a mermaid text as SVG, without a browser. The drawing has classes, no colours: `diagram.css` gives it its look,
 * light and dark. Same text and id, same bytes.
 *
 * @param source - a flowchart or state diagram; `accTitle` and `accDescr` in it become its name and description.
 * @param options - its id.
 * @returns the `<svg>` element, to be put into an HTML page as it is.
 * @throws MermaidError when the text is broken, too large, or of a kind that the site has no look for.
 * @throws RangeError when the id is not fit for an id.
 */
export async function renderMermaid(source: string, options: RenderOptions): Promise<string> {
  return fitGrounds(await drawMermaid(source, options));
}

/**
 * The same before its grounds are fitted to its texts, for one who has yet to put the texts in.
 *
 * @param source - a flowchart or state diagram.
 * @param options - its id.
 * @returns the `<svg>` element.
 * @throws MermaidError and RangeError as {@link renderMermaid} does.
 */
export async function drawMermaid(source: string, { id }: RenderOptions): Promise<string> {
  if (!/^[A-Za-z][\w-]*$/.test(id)) throw new RangeError(`"${id}" cannot be the id of a diagram`);
  return withMermaid(async (realm) => {
    const kind = await check(realm, source);
    // Late, because it measures text and so opens fonts: a linter that only checks has no need of them.
    const { finish } = await import('./finish.ts');
    const { svg } = await realm.mermaid.render(id, shield(source));
    return finish(svg, { id, kind, window: realm.window });
  });
}
