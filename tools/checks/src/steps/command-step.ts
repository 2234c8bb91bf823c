import { complaintOf } from '../run-command.js';
import { single, type Step } from '../step.js';

/** A step that passes when a command exits with 0, and shows what it printed when not. */
export function commandStep(name: string, command: string, ...args: readonly string[]): Step {
  return { name, run: async () => single(name, await complaintOf(command, args)) };
}
