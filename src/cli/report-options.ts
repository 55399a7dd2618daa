import { type Command, InvalidArgumentError, Option } from 'commander';
import { escaped } from '../lifecycle/words.ts';
import { type Format, formats, isFormat } from '../report/index.ts';
import { realPath } from './real-path.ts';

/** What is asked of the reports of a run, and by which of its findings it fails. */
export interface ReportOptions {
  readonly format?: readonly Output[];
  readonly outputFile?: string;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly color?: boolean;
}

/** Gives a command the options of {@link ReportOptions}. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--format <format[=file]>',
        'how to show the findings, and where; may be given several times; pretty where it is not',
      )
        .choices(Object.keys(formats))
        .argParser(toOutputs),
    )
    .option('--output-file <file>', 'write the report to a file')
    .option('--quiet', 'show errors only')
    .option('--max-warnings <number>', 'fail on more warnings than this', wholeNumber)
    .option('--color', 'use color even where the output is no terminal')
    .option('--no-color', 'use no color');
}

/** A report that was asked for, and where it goes: standard output where no file is named. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

/** Adds what `--format` names, such as `sarif=waypost.sarif`, to what it named before. */
function toOutputs(text: string, before: readonly Output[] = []): Output[] {
  const [format = '', ...rest] = text.split('=');
  if (!isFormat(format)) {
    throw new InvalidArgumentError(`The formats are ${Object.keys(formats).join(', ')}.`);
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '') {
    throw new InvalidArgumentError(`Name the file after the equals sign: ${format}=FILE.`);
  }
  return [...before, { format, file: file || undefined }];
}

/**
 * Gives the reports that have no file yet the one of `--output-file`.
 *
 * @param asked the one for people where none was asked for
 * @throws Error where two reports would end up in the same place
 */
export function settled(
  asked: readonly Output[] = [{ format: 'pretty', file: undefined }],
  outputFile?: string,
): Output[] {
  const outputs = asked.map(({ format, file }) => ({ format, file: file ?? outputFile }));
  const places = outputs.map(({ file }) => file && realPath(file));
  const twice = outputs.find((_, index) => places.indexOf(places[index]) < index);
  if (twice) {
    const where = twice.file === undefined ? 'standard output' : escaped(twice.file);
    throw new Error(
      `Two reports would be mixed in ${where}: name a file for each, as in --format sarif=FILE`,
    );
  }
  return outputs;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number, such as 0.');
  return Number(text);
}
