import { readFileSync } from 'node:fs';
import type { Command } from './command/command.js';
import { commandHelp, generalHelp } from './command/help.js';
import { parse } from './command/parse.js';
import { commands } from './commands/index.js';
import { complain } from './complain.js';
import { UsageError } from './errors.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { type Io, print } from './io.js';

/**
 * The `separable` command: dispatches to the command named first.
 *
 * @param argv the arguments after the program's name
 * @returns the exit status; errors are printed, never thrown
 * @example
 * ```ts
 * import { main } from '@separable/cli';
 * const status = await main(['--version'], {
 *   stdout: { write: (text) => console.log(text.trim()) },
 *   stderr: { write: (text) => console.error(text) },
 *   cwd: '.',
 *   env: {},
 * });
 * console.log(status); // 0
 * ```
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first = '', ...rest] = argv;
  try {
    if (argv.length === 0)
      throw new UsageError('a command is needed', { hint: 'separable --help lists them' });
    if (first === '--help' || first === '-h') return show(io, generalHelp(commands));
    if (first === '--version') return show(io, version());
    const command = commandNamed(first);
    const { options, operands } = parse(command, rest);
    if (options['help'] === true) return show(io, commandHelp(command));
    return await command.run(options, io, ...operands);
  } catch (error) {
    const verbose = argv.includes('--verbose') || Boolean(io.env['DEBUG']);
    return complain(error, verbose, io);
  }
}

function commandNamed(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const what = name.startsWith('-') ? 'option' : 'command';
  throw new UsageError(`unknown ${what} '${name}'`, {
    hint: `commands: ${commands.map((one) => one.name).join(', ')}; separable --help says more`,
  });
}

function show(io: Io, text: string): ExitCode {
  print(io, text);
  return exitCodes.fine;
}

function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return (manifest as { readonly version: string }).version;
}
