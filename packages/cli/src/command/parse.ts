import { parseArgs } from 'node:util';
import { UsageError } from '../errors.js';
import {
  type Command,
  commonOptions,
  type GivenOptions,
  type OptionSpec,
  type OptionSpecs,
} from './command.js';

/** A command line, read. */
export interface Parsed {
  readonly options: GivenOptions;
  readonly operands: readonly string[];
}

/**
 * Reads the arguments after a command's name.
 *
 * @throws UsageError on unknown options, missing or surplus values and operands
 */
export function parse(command: Command, argv: readonly string[]): Parsed {
  const specs: OptionSpecs = { ...command.options, ...commonOptions };
  const hint = `separable ${command.name} --help shows what it takes`;
  const options: Record<string, boolean | string | string[] | undefined> = {};
  for (const [name, spec] of Object.entries(specs)) options[name] = absent(spec);
  const operands: string[] = [];
  for (const token of tokensOf(specs, argv)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw new UsageError(`unknown option '${token.rawName}'`, { hint });
    const before = options[token.name];
    const given = valueOf(token, spec, hint);
    if (Array.isArray(before)) before.push(given as string);
    else if (typeof before === 'string') {
      throw new UsageError(`option '${token.rawName}' was given twice`, { hint });
    } else options[token.name] = given;
  }
  const help = options['help'] === true;
  return { options, operands: help ? [] : checkedOperands(command, operands, hint) };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Without `strict`, so that the messages are this command's own. */
function tokensOf(specs: OptionSpecs, argv: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type }]) => [
      name,
      {
        type: type === 'text' ? ('string' as const) : type,
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  );
  const read = {
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  } as const;
  return parseArgs(read).tokens;
}

function absent({ type, multiple }: OptionSpec): false | string[] | undefined {
  if (type === 'boolean') return false;
  return multiple === true ? [] : undefined;
}

function valueOf(
  { rawName, value, inlineValue }: OptionToken,
  spec: OptionSpec,
  hint: string,
): string | true {
  if (spec.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`option '${rawName}' takes no value`, { hint });
    return true;
  }
  // Another option where the value should be means that the value was forgotten.
  const forgotten = inlineValue !== true && value?.startsWith('--') === true;
  if (value === undefined || value === '' || forgotten) {
    throw new UsageError(`option '${rawName}' needs a value: ${rawName} ${spec.value ?? 'VALUE'}`, {
      hint,
    });
  }
  return value;
}

function checkedOperands(
  { name, operand }: Command,
  operands: readonly string[],
  hint: string,
): readonly string[] {
  const wanted = operand?.split(' ') ?? [];
  const missing = wanted[operands.length];
  if (missing !== undefined) {
    throw new UsageError(`${name} needs ${/^[AEIO]/.test(missing) ? 'an' : 'a'} ${missing}`, {
      hint,
    });
  }
  if (operands.length > wanted.length) {
    throw new UsageError(`${name} cannot make use of '${operands[wanted.length]}'`, { hint });
  }
  return operands;
}
