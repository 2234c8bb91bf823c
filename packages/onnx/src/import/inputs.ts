import { dim, type Dim, type DType, ImportError, type Shape } from '@separable/core';
import { elementTypeName } from '../proto/element-types.js';
import type { GraphProto } from '../proto/graph-proto.js';
import { errorAt, quote } from '../proto/place.js';
import type { ValueInfoProto } from '../proto/value-info-proto.js';
import { dtypeOf } from '../tensor/to-tensor.js';
import type { ModelContext } from './node-import.js';
import type { RuntimeOperand } from './operand.js';
import { Symbols } from './symbols.js';

/** Shapes that fix or name what a file leaves open, by input. */
export type InputShapes = Readonly<Record<string, readonly Dim[]>>;

/** A dimension as far as the file knows it: numbers stay, names become symbols. */
type Declared = readonly (number | { readonly param: string } | undefined)[];

/**
 * Declares the graph's inputs: those of the file that no initialiser fills.
 *
 * @throws ImportError for an input that is no tensor, and for pinned shapes that do not fit
 */
export function declareInputs(
  graph: GraphProto,
  { g }: Pick<ModelContext, 'g'>,
  pinned: InputShapes,
): readonly RuntimeOperand[] {
  const filled = new Set(graph.initializers.map((tensor) => tensor.name));
  const inputs = graph.inputs.filter((input) => !filled.has(input.name));
  const unknown = Object.keys(pinned).find((name) => !inputs.some((input) => input.name === name));
  if (unknown !== undefined) {
    const names = inputs.map((input) => quote(input.name)).join(', ');
    throw new ImportError(`inputShapes names ${quote(unknown)}; the model's inputs are ${names}`);
  }
  const known = pinnedParams(inputs, pinned);
  const symbols = new Symbols();
  return inputs.map((input) => {
    const dtype = dtypeOfInput(input);
    const plain = g.input(input.name, dtype, shapeOf(input, pinned[input.name], known, symbols));
    return {
      kind: 'runtime',
      name: input.name,
      dtype,
      shape: plain.shape,
      plain,
      channelsLast: undefined,
    };
  });
}

function dtypeOfInput(input: ValueInfoProto): DType {
  const { type, name, place } = input;
  if (type?.kind !== 'tensor') {
    throw errorAt(
      place,
      `input ${quote(name)} must be a tensor, is ${type?.kind ?? 'without a type'}`,
    );
  }
  const dtype = dtypeOf(type.elementType);
  if (dtype !== undefined) return dtype;
  throw errorAt(
    place,
    `input ${quote(name)} has elements of ${elementTypeName(type.elementType)}, which a graph does not have`,
  );
}

function declaredOf(input: ValueInfoProto): Declared | undefined {
  if (input.type?.kind !== 'tensor') return undefined;
  return input.type.shape?.map((d) => {
    // Some exporters write -1 for an extent they do not know.
    if (typeof d === 'number') return d < 0 ? undefined : d;
    return d === undefined || d === '' ? undefined : { param: d };
  });
}

/** What pinned shapes say of named dimensions, which other inputs may share. */
function pinnedParams(
  inputs: readonly ValueInfoProto[],
  pinned: InputShapes,
): ReadonlyMap<string, Dim> {
  const known = new Map<string, Dim>();
  for (const input of inputs) {
    const declared = declaredOf(input);
    const wanted = pinned[input.name];
    if (declared === undefined || wanted === undefined) continue;
    const misfit = new ImportError(
      `inputShapes gives [${wanted.join(', ')}] for input ${quote(input.name)}, the model declares [${textOf(declared)}]`,
    );
    if (declared.length !== wanted.length) throw misfit;
    declared.forEach((d, axis) => {
      const size = dim.normalise(wanted[axis]!);
      if (typeof size === 'number' && size < 0) throw misfit;
      if (typeof d === 'number' && d !== size) throw misfit;
      if (typeof d !== 'object') return;
      const other = known.get(d.param);
      if (other !== undefined && other !== size) throw misfit;
      known.set(d.param, size);
    });
  }
  return known;
}

function textOf(declared: Declared): string {
  return declared.map((d) => (typeof d === 'object' ? d.param : (d ?? '?'))).join(', ');
}

function shapeOf(
  input: ValueInfoProto,
  pinned: readonly Dim[] | undefined,
  known: ReadonlyMap<string, Dim>,
  symbols: Symbols,
): Shape {
  if (pinned !== undefined) return pinned;
  const declared = declaredOf(input);
  if (declared === undefined) {
    const text = `input ${quote(input.name)} has no shape; give one with the option inputShapes`;
    throw errorAt(input.place, text);
  }
  return declared.map((d, axis) => {
    if (typeof d === 'number') return d;
    if (d === undefined) return symbols.fresh(`${input.name}_${axis}`);
    return known.get(d.param) ?? symbols.of(d.param);
  });
}
