import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import type { Mermaid, MermaidConfig } from 'mermaid';
import { createDrawingWindow } from './measured-dom.ts';
import { packageFile } from './package-file.ts';

/** mermaid, and what it may see of the world. */
export interface Realm {
  mermaid: Mermaid;
  /** Window of a full DOM: parses and writes SVG, but knows no boxes. */
  window: JSDOM['window'];
  /** Gives mermaid an empty document, the same dice as at the first time. */
  startAfresh(): void;
}

// What code in a browser takes for granted and a bare V8 context lacks.
const PLATFORM = {
  console,
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  queueMicrotask,
  structuredClone,
  performance,
  crypto,
  atob,
  btoa,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  AbortController,
};

const READ_SECTIONS = new Set(['flowchart', 'state', 'elk', 'themeVariables', 'secure']);

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  suppressErrorRendering: true,
  securityLevel: 'strict',
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'waypost',
  look: 'classic',
  theme: 'base',
  layout: 'elk',
  // The last three keep a front matter or a directive from bringing back HTML labels and mermaid's own style.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'suppressErrorRendering',
    'maxEdges',
    'deterministicIds',
    'htmlLabels',
    'look',
    'fontFamily',
  ],
  flowchart: {
    htmlLabels: false,
    useMaxWidth: false,
    padding: 10,
    minNodeWidth: 96,
    wrappingWidth: 220,
  },
  state: { useMaxWidth: false },
};

/**
 * Loads mermaid into a V8 context of its own: its `window` and `document` exist there only, so that nothing else in this
 * process takes itself to be in a browser. Takes about a second, so load it when the first diagram comes.
 *
 * @returns the realm; it holds one diagram at a time.
 * @throws Error when mermaid or the fonts are not installed.
 */
export async function createRealm(): Promise<Realm> {
  const { window } = new JSDOM();
  // The usual kind of context looks into a sandbox object at every use of `Object` or `Array`, which is slow.
  const world = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  Object.assign(world, PLATFORM, browserNames(window), { self: world });
  const bundle = packageFile('mermaid/dist/mermaid.min.js');
  const script = new vm.Script(await readFile(bundle, 'utf8'), { filename: bundle });
  // DOMPurify takes hold of the window while the script loads, and must find the full one.
  script.runInContext(world);
  const mermaid = mermaidOf(world);
  forgetOtherKinds(mermaid);
  mermaid.initialize(CONFIG);

  const math: Math = vm.runInContext('Math', world);
  const builtIns: Record<string, unknown> = vm.runInContext(
    '({ Map, Set, WeakMap, Array, Object, Math, JSON, Promise, Error, Symbol })',
    world,
  );
  const startAfresh = () => {
    const drawing = createDrawingWindow();
    world.window = Object.assign(drawing, builtIns);
    world.document = drawing.document;
    math.random = dice();
  };
  return { mermaid, window, startAfresh };
}

// Mermaid copies all of its configuration at every label. Most of it is about diagrams that are not drawn here.
function forgetOtherKinds({ mermaidAPI }: Mermaid): void {
  for (const [section, options] of Object.entries(mermaidAPI.defaultConfig)) {
    if (READ_SECTIONS.has(section) || options === null || typeof options !== 'object') continue;
    for (const option of Object.keys(options)) Reflect.deleteProperty(options, option);
  }
}

function browserNames(window: JSDOM['window']): Record<string, unknown> {
  const { document, DOMParser, Node, NodeFilter, Element, HTMLElement } = window;
  const { CSSStyleSheet, MutationObserver } = window;
  const names = { DOMParser, Node, NodeFilter, Element, HTMLElement, CSSStyleSheet };
  return { window, document, MutationObserver, ...names };
}

function mermaidOf(world: vm.Context): Mermaid {
  return world.mermaid;
}

// mulberry32: small, and the same numbers on every machine.
function dice(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
