import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what tests in several files share, gone when all are done. */
    scratch: string;
  }
}

/** Makes the folder that tests share. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'waypost-tests-'));
  project.provide('scratch', scratch);
  return () => rm(scratch, { recursive: true, force: true });
}
