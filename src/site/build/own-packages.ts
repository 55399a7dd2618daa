import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Lets the pages find the packages they import. Astro bundles pages into the folder that a build was
 * started in, which may be a user's own, with other versions of a package or none. So what bundled
 * pages import is looked up from here, and for the packages of Astro and Starlight from there.
 */
export function ownPackages(): AstroIntegration {
  const homes = [
    import.meta.url,
    import.meta.resolve('astro'),
    import.meta.resolve('@astrojs/starlight'),
  ];
  let hooks: ReturnType<typeof registerHooks> | undefined;
  return {
    name: 'waypost:own-packages',
    hooks: {
      'astro:build:start'() {
        hooks = registerHooks({
          resolve(specifier, context, next) {
            const isPackage = /^[@\w]/.test(specifier) && !specifier.includes(':');
            if (!isPackage || !context.parentURL?.includes('/.prerender/')) {
              return next(specifier, context);
            }
            if (context.conditions.includes('require')) {
              const path = firstOf(homes, (home) => createRequire(home).resolve(specifier));
              return { url: pathToFileURL(path).href, shortCircuit: true };
            }
            return firstOf(homes, (parentURL) => next(specifier, { ...context, parentURL }));
          },
        });
      },
      'astro:build:done'() {
        hooks?.deregister();
      },
    },
  };
}

/** What the first attempt that does not fail returns; the first failure where all fail. */
function firstOf<Result>(homes: readonly string[], attempt: (home: string) => Result): Result {
  let failure: unknown;
  for (const home of homes) {
    try {
      return attempt(home);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}
