import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './repository.js';

/** How a command ended and everything it printed. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  /** stdout and stderr in the order they came. */
  readonly output: string;
}

/**
 * Runs a command with nothing on stdin and the repository's own binaries first on the path.
 * A failing exit code is a result, not an error.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: {
        ...process.env,
        CI: 'true',
        NO_COLOR: '1',
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        ...options.env,
        PATH: join(root, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? ''),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error) => {
      resolve({ code: 1, stdout, output: `${output}cannot run ${command}: ${error.message}` });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, stdout, output });
    });
  });
}

/** What a command printed when it failed, and nothing when it did not. */
export async function complaintOf(
  command: string,
  args: readonly string[],
  cwd: string = root,
): Promise<string | undefined> {
  const result = await runCommand(command, args, { cwd });
  return result.code === 0 ? undefined : stripVTControlCharacters(result.output).trim();
}
