import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';

type Parse = typeof Parser.parse;
type ParseExpression = typeof Parser.parseExpressionAt;

/**
 * The parser of program code in MDX, which is asked anew at each `}` and each blank line whether the code
 * ends there: it reads so much in one text, and then no more.
 */
export class CodeParser {
  /** Many times what stands between the braces of any honest text, however often it is read. */
  static readonly patience = 500_000;

  readonly #parser = Parser.extend(acornJsx());
  #read = 0;

  /** Begins another text. */
  begin(): void {
    this.#read = 0;
  }

  /** Whether a text was more than it would read. */
  get isExhausted(): boolean {
    return this.#read > CodeParser.patience;
  }

  readonly parse: Parse = (code, options) => {
    this.#take(code);
    return this.#parser.parse(code, options);
  };

  readonly parseExpressionAt: ParseExpression = (code, at, options) => {
    this.#take(code);
    return this.#parser.parseExpressionAt(code, at, options);
  };

  #take({ length }: string): void {
    this.#read += length;
    if (this.isExhausted) throw new Exhausted('Too much program code');
  }
}

/**
 * The parser of prose catches what a parser of code throws, and asks again further on; but first of all
 * it looks where that was.
 */
class Exhausted extends Error {
  get pos(): never {
    throw this;
  }
}
