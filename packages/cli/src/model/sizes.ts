import {
  type Bindings,
  bindSymbols,
  dim,
  type Graph,
  InputMismatchError,
  solveSymbols,
  typeOf,
} from '@separable/core';
import { UsageError } from '../errors.js';

/** Options of every command that may be told the size of a model's inputs. */
export const sizeOptions = {
  shape: {
    type: 'text',
    value: 'INPUT=DIMS',
    multiple: true,
    description: 'the shape of an input, such as x=1,3,224,224',
  },
  size: {
    type: 'text',
    value: 'SYMBOL=N',
    multiple: true,
    description: 'the size of a symbol in the shapes, such as batch=1',
  },
} as const;

/** What the options said about sizes. */
export interface Sizes {
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly symbols: Bindings;
  /** The option that gave the shapes, for messages. */
  readonly shapeOption: string;
}

/**
 * Reads `--shape` and `--size`.
 *
 * @throws UsageError on anything but `name=` and whole numbers, and on a name given twice
 */
export function parseSizes(
  shape: readonly string[],
  size: readonly string[],
  shapeOption = '--shape',
): Sizes {
  const shapes = new Map<string, readonly number[]>();
  for (const text of shape) {
    const [name, value] = assignment(shapeOption, text, 'x=1,3,224,224');
    if (shapes.has(name)) throw new UsageError(`${shapeOption} gives input '${name}' two shapes`);
    shapes.set(
      name,
      value === '' ? [] : value.split(',').map((part) => extent(shapeOption, text, part)),
    );
  }
  const symbols = new Map<string, number>();
  for (const text of size) {
    const [name, value] = assignment('--size', text, 'batch=1');
    if (symbols.has(name)) throw new UsageError(`--size gives '${name}' two sizes`);
    symbols.set(name, extent('--size', text, value));
  }
  return { shapes: Object.fromEntries(shapes), symbols, shapeOption };
}

function assignment(option: string, text: string, like: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1)
    throw new UsageError(`${option} ${text}: expected NAME=VALUE, such as ${option} ${like}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function extent(option: string, text: string, part: string): number {
  const value = /^\s*\d{1,15}\s*$/.test(part) ? Number(part) : Number.NaN;
  if (Number.isNaN(value)) throw new UsageError(`${option} ${text}: '${part}' is no whole number`);
  return value;
}

/**
 * The graph at the sizes given; symbols that were not given stay.
 *
 * @throws UsageError when a name is not the graph's or a shape does not fit
 */
export function bindSizes(graph: Graph, { shapes, symbols, shapeOption }: Sizes): Graph {
  const inputs = new Set(graph.inputs);
  const stranger = Object.keys(shapes).find((name) => !inputs.has(name));
  if (stranger !== undefined) {
    throw new UsageError(`${shapeOption}: there is no input '${stranger}'`, {
      hint: `inputs: ${graph.inputs.join(', ')}`,
    });
  }
  const known = symbolsOf(graph);
  const unknown = [...symbols.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const hint = known.length === 0 ? 'all shapes are numbers' : `symbols: ${known.join(', ')}`;
    throw new UsageError(`--size: there is no symbol '${unknown}' in the inputs`, { hint });
  }
  const sized = symbols.size === 0 ? graph : bindSymbols(graph, symbols);
  if (Object.keys(shapes).length === 0) return sized;
  try {
    return bindSymbols(sized, solveSymbols(sized, shapes));
  } catch (cause) {
    if (cause instanceof InputMismatchError)
      throw new UsageError(`${shapeOption}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** The symbols in the shapes of a graph's inputs, in the order they appear. */
export function symbolsOf(graph: Graph): readonly string[] {
  return [
    ...new Set(graph.inputs.flatMap((name) => typeOf(graph, name).shape.flatMap(dim.symbolsOf))),
  ];
}
