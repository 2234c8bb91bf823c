import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';

/** One `--option`. */
export interface OptionSpec {
  readonly type: 'boolean' | 'text';
  /** Stands for the value in help, such as `FILE`; text options have it. */
  readonly value?: string;
  /** The option may be given again and again. */
  readonly multiple?: boolean;
  /** What it does; lines are kept. */
  readonly description: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What was given for each option: false, nothing or an empty list where it was left out. */
export type Given<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends { readonly type: 'boolean' }
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

/** What was given, by option, where the types of the options are not known. */
export type GivenOptions = Readonly<
  Record<string, boolean | string | readonly string[] | undefined>
>;

/** A command line to copy, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** A command as data: help is printed from it, arguments are read by it. */
export interface Command<O extends OptionSpecs = OptionSpecs, G = GivenOptions> {
  readonly name: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** The operands in order, such as `MODEL` or `IN OUT`; undefined when the command takes none. */
  readonly operand?: string;
  /** Paragraphs for help; lines are kept. */
  readonly details: readonly string[];
  readonly options: O;
  readonly examples: readonly [Example, ...Example[]];
  /** What the statuses mean here, where there is more to say than what they always mean. */
  readonly exitCodes?: Readonly<Partial<Record<ExitCode, string>>>;
  /** @param operands as many as `operand` names */
  run(given: G, io: Io, ...operands: readonly string[]): Promise<ExitCode>;
}

/** A command that keeps the types of its options to itself, so that a table may hold it. */
export function command<const O extends OptionSpecs>(spec: Command<O, Given<O>>): Command {
  return spec;
}

/** Options of every command. */
export const commonOptions = {
  verbose: { type: 'boolean', description: 'show the stack of an error (also with DEBUG set)' },
  help: { type: 'boolean', description: 'show this help' },
} as const;
