import type { Command } from '../command/command.js';
import { backendsCommand } from './backends.js';
import { bisect } from './bisect.js';
import { conformance } from './conformance.js';
import { convert } from './convert.js';
import { inspect } from './inspect.js';
import { printCommand } from './print.js';
import { run } from './run.js';

/** Every command, in the order help lists them. A new one is a line here. */
export const commands: readonly Command[] = [
  inspect,
  run,
  backendsCommand,
  convert,
  bisect,
  conformance,
  printCommand,
];
