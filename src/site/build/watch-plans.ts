import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { defaultPlansFolder } from '../../source/discover.ts';

/** While one is writing: when a plan changes, all plans are read anew and open pages are reloaded. */
export function watchPlans(): Plugin {
  const folder = resolve(defaultPlansFolder);
  return {
    name: 'waypost:watch-plans',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_, path) => {
        if (path !== folder && !path.startsWith(folder + sep)) return;
        for (const { hot, moduleGraph } of Object.values(server.environments)) {
          moduleGraph.invalidateAll();
          hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}
