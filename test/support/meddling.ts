/**
 * Environment variables by which a program that Node runs calls `code` whenever it calls a function of
 * `node:fs`, just before: to let something happen between two of its steps.
 *
 * @param code knows `fs`, and what the function was given as `path`
 */
export function meddling(name: string, code: string): Readonly<Record<string, string>> {
  const module = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs.${name};
    fs.${name} = (path, ...rest) => {
      ${code};
      return original(path, ...rest);
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}
