import { inject } from 'vitest';

/** Tests are collected with the code as it is: the mutant before may still be active. */
const state = Reflect.get(globalThis, inject('globalNamespace') ?? '');
if (state) state.activeMutant = undefined;

declare module 'vitest' {
  interface ProvidedContext {
    /** The name under which Stryker keeps its state. */
    globalNamespace?: string;
  }
}
