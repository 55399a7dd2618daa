import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

/** A regular expression as it is written in the source. */
export interface Written {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const home = fileURLToPath(new URL('../..', import.meta.url));

/** All regular expressions that the sources write as such. Those made of texts are not among them. */
export function regularExpressions(): Written[] {
  const files = globSync('{src,schemas}/**/*.{ts,mjs}', { cwd: home });
  return files.sort().flatMap((file) => {
    const found: Written[] = [];
    collect(parseAst(readFileSync(`${home}/${file}`, 'utf8'), { lang: 'ts' }, file), (regex) => {
      found.push({ file, source: regex.pattern, flags: regex.flags });
    });
    return found;
  });
}

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function collect(node: unknown, found: (regex: Literal) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('regex' in node && isLiteral(node.regex)) found(node.regex);
  for (const inner of Object.values(node)) collect(inner, found);
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}
