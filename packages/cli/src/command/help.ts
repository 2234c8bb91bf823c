import { exitCodes, type ExitCode } from '../exit-code.js';
import { type Command, commonOptions, type OptionSpecs } from './command.js';

const meanings: Readonly<Record<ExitCode, string>> = {
  [exitCodes.fine]: 'everything was done',
  [exitCodes.failed]: 'the work failed',
  [exitCodes.usage]: 'the command line is wrong',
  [exitCodes.file]: 'a model or an input cannot be read, or an output cannot be written',
  [exitCodes.unsupported]: 'the backend is not there, or an op is not supported',
};

/** The help of the whole: its commands. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'separable: inspect, run and check convolutional networks',
    '',
    'Usage: separable COMMAND [options]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'show this help; after a command, its help'],
      ['--version', 'show the version'],
    ]),
    '',
    'Examples:',
    ...commands.map(({ examples }) => `  ${examples[0].line}`),
    '',
    ...exitHelp({}),
  ].join('\n');
}

/** The help of one command. */
export function commandHelp({
  name,
  summary,
  operand,
  details,
  options,
  examples,
  exitCodes: own,
}: Command): string {
  const line = ['separable', name, operand, '[options]'].filter((part) => part !== undefined);
  return [
    `separable ${name}: ${summary}`,
    '',
    `Usage: ${line.join(' ')}`,
    '',
    ...details.flatMap((paragraph) => [paragraph, '']),
    'Options:',
    ...optionHelp({ ...options, ...commonOptions }),
    '',
    'Examples:',
    ...examples.flatMap((example) => [`  # ${example.does}`, `  ${example.line}`]),
    '',
    ...exitHelp(own ?? {}),
  ].join('\n');
}

function optionHelp(options: OptionSpecs): readonly string[] {
  return columns(
    Object.entries(options).map(([name, { value, multiple, description }]) => [
      `${name === 'help' ? '-h, ' : ''}--${name}${value === undefined ? '' : ` ${value}`}${multiple === true ? ' …' : ''}`,
      description,
    ]),
  );
}

function exitHelp(own: Readonly<Partial<Record<ExitCode, string>>>): readonly string[] {
  const lines = Object.values(exitCodes).map(
    (code) => [String(code), own[code] ?? meanings[code]] as const,
  );
  return ['Exit status:', ...columns(lines)];
}

/** Terms on the left, what they mean on the right; further lines of a meaning stay on the right. */
function columns(rows: readonly (readonly [term: string, meaning: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([term]) => term.length)) + 2;
  return rows.map(
    ([term, meaning]) =>
      `  ${term.padEnd(width)}${meaning.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}`,
  );
}
