import { matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keptWorker } from './support/mutants/kept-worker.ts';
import { partNamed } from './support/mutants/parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const part = partNamed(process.env.MUTANTS_PART ?? '');

/** The tests that fail first stand first: a mutant is done with as soon as one test notices it. */
class InGivenOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) =>
      part.tests.findIndex((test) => matchesGlob(relative(root, moduleId), test));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

/** The tests that are to notice the mutants of one part of the code: see `.dev/mutants.ts`. */
export default defineConfig({
  plugins: [keptWorker()],
  test: {
    root,
    include: [...part.tests],
    ...(part.names && { testNamePattern: part.names }),
    sequence: { sequencer: InGivenOrder },
    testTimeout: 60_000,
    // Every mutant starts the tests anew, so that it counts how quickly they start.
    isolate: false,
    // A thread that is started again listens once more each time.
    execArgv: ['--disable-warning=MaxListenersExceededWarning'],
    setupFiles: ['test/support/mutants/unmutated.ts'],
    experimental: { viteModuleRunner: false },
  },
});
