import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { defaultConfigurationFile } from '../../lint/configuration-file.ts';
import { defaultPlansFolder } from '../../source/discover.ts';

/**
 * While one is writing: when a plan changes, or how rules are set, all plans are read and checked
 * anew, and open pages are reloaded.
 */
export function watchPlans(): Plugin {
  const folder = resolve(defaultPlansFolder);
  const configuration = resolve(process.env.WAYPOST_CONFIG ?? defaultConfigurationFile);
  const isWatched = (path: string) =>
    path === configuration || path === folder || path.startsWith(folder + sep);
  return {
    name: 'waypost:watch-plans',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add([folder, configuration]);
      server.watcher.on('all', (_, path) => {
        if (!isWatched(path)) return;
        for (const { hot, moduleGraph } of Object.values(server.environments)) {
          moduleGraph.invalidateAll();
          hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}
