/// <reference types="astro/client" />

/** The type check does not look into components; Astro's own compiler does. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

declare namespace App {
  interface Locals {
    starlightRoute: import('@astrojs/starlight/route-data').StarlightRouteData;
  }
}

/** Comes without types. */
declare module '@pagefind/default-ui' {
  export class PagefindUI {
    constructor(options: object);
  }
}
