import { parseArgs } from 'node:util';
import { UsageError } from './errors.js';

/** What the command line asks for; paths as they were given. */
export interface Options {
  /** The picture to read; the sample when absent. */
  readonly image: string | undefined;
  readonly backend: string;
  /** Where the drawing goes; `out/<name>-read.png` in the app when absent. */
  readonly output: string | undefined;
  /** The backends to set side by side, the one to compare with first; a reading when absent. */
  readonly compare: readonly string[] | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

/**
 * Reads the command line.
 *
 * @param backends the names that `--backend` may take; the first is the default
 * @throws UsageError for an unknown option, a missing value or an unknown backend
 */
export function parseOptions(
  args: readonly string[],
  backends: readonly [string, ...string[]],
): Options {
  const { image, backend: given, output, compare, json, help } = parse(args);
  const backend = given ?? backends[0];
  if (!backends.includes(backend)) {
    throw new UsageError(`unknown backend '${backend}'; expected one of: ${backends.join(', ')}`);
  }
  for (const [name, value] of Object.entries({ image, output })) {
    if (value === '') throw new UsageError(`--${name} needs the name of a file`);
  }
  const compared = given === undefined ? backends : [...new Set([backends[0], given])];
  return {
    image,
    backend,
    output,
    compare: compare === true ? compared : undefined,
    json: json ?? false,
    help: help ?? false,
  };
}

const known = {
  image: { type: 'string', short: 'i' },
  backend: { type: 'string', short: 'b' },
  output: { type: 'string', short: 'o' },
  compare: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
const names = Object.keys(known).map((name) => `--${name}`);

interface Parsed {
  readonly image?: string | undefined;
  readonly backend?: string | undefined;
  readonly output?: string | undefined;
  readonly compare?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
}

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...args], options: known, strict: true }).values;
  } catch (cause) {
    throw new UsageError(explain(cause, args));
  }
}

function explain(cause: unknown, args: readonly string[]): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? args.join(' ');
  // Node quotes an option as it is declared: `-i, --image <value>`.
  const option = /--[\w-]+/.exec(quoted)?.[0] ?? quoted;
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `unknown option '${quoted}'; expected one of: ${names.join(', ')}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `unexpected argument '${quoted}'; a picture is named with --image ${quoted}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `${option} takes no value`
        : `${option} needs a value`;
    default:
      return message;
  }
}

/** The text of `--help`. */
export function helpText(backends: readonly string[]): string {
  return `Reads the text in a picture with PP-OCRv4 mobile, run by Separable.

Usage: npm start -- [options]

  -i, --image FILE     a PNG, JPEG or WebP picture (default: the sample, a notice on a desk)
  -b, --backend NAME   what computes: ${backends.join(', ')} (default: ${String(backends[0])})
  -o, --output FILE    where the drawn result goes, a PNG (default: apps/reader/out/<name>-read.png)
      --compare        read on every backend, or on ${String(backends[0])} and the one named, and compare
      --json           print one JSON object instead of text
  -h, --help           show this

Example:

  npm start -- --image letter.jpg --backend ${String(backends[0])} --output letter-read.png

Exit codes: 0 read, 1 no picture there, or something failed, 2 a wrong command line.
`;
}
