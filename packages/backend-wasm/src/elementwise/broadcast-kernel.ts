import { type AttributesOf, bytesPerElement, type DType, type OpName } from '@separable/core';
import { type Shares, shares } from '../elements/shares.js';
import { emitPlaces } from '../elements/places.js';
import { loadElements, splatElement, storeElements } from '../elements/element-lanes.js';
import { type Expression, type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import type { ConcreteType, EmitSite, Kernel } from '../kernel.js';
import { type BroadcastNest, broadcastNest, isStretched } from './broadcast-nest.js';
import type { VectorSite } from './vector-function.js';

/** Four lanes of a function of several operands, of 32 bits each whatever the dtype. */
export interface LaneFunction {
  apply(site: VectorSite, ...values: readonly Local<'v128'>[]): Expression<'v128'>;
  /** Functions of `Math` it calls. */
  readonly math?: Readonly<Record<string, number>>;
}

/** Elements of a unit. */
const unitElements = 16_384;

/**
 * The kernel of an elementwise op whose operands broadcast.
 *
 * @param names the operands, in the order in which the function takes them
 * @param choose the function for the dtype of the last operand
 */
export function broadcastKernel<K extends OpName>(
  op: K,
  names: readonly string[],
  choose: (dtype: DType, attributes: AttributesOf<K>) => LaneFunction,
): Kernel<K> {
  return {
    plan({ attributes, operands, results }) {
      const types = names.map(
        (name) => (operands as unknown as Record<string, ConcreteType>)[name]!,
      );
      const result = results[0]!;
      const nest = broadcastNest(
        types.map(({ shape }) => shape),
        result.shape,
      );
      const { extent } = nest.inner;
      const work = shares(nest.rows, extent, unitElements);
      const pieces = nest.rows === 1 ? Math.ceil(extent / unitElements) : 1;
      const lanes = choose(types.at(-1)!.dtype, attributes);
      const inPlace = names.filter(
        (_, i) =>
          !isStretched(nest, i) &&
          bytesPerElement(types[i]!.dtype) === bytesPerElement(result.dtype),
      );
      const emission = { names, types, result, nest, lanes, work, pieces };
      return {
        label: `${op}, 4 lanes`,
        inPlace: inPlace as never,
        math: lanes.math ?? {},
        stages: [
          {
            units: work.units * pieces,
            emit: (site) => emitUnit(emission, site as unknown as AnySite),
          },
        ],
      };
    },
  };
}

type AnySite = Omit<EmitSite<'add'>, 'operands'> & {
  readonly operands: Readonly<Record<string, number>>;
};

interface Emission {
  readonly names: readonly string[];
  readonly types: readonly ConcreteType[];
  readonly result: ConcreteType;
  readonly nest: BroadcastNest;
  readonly lanes: LaneFunction;
  readonly work: Shares;
  /** Units of the only row, where there is one. */
  readonly pieces: number;
}

function emitUnit(emission: Emission, site: AnySite): void {
  const { nest, result, work, pieces } = emission;
  const { f, unit } = site;
  const { extent, steps } = nest.inner;
  const bytes = bytesPerElement(result.dtype);
  const target = (element: Expression<'i32'>): Local<'i32'> =>
    f.local('i32', i32.add(i32.mul(element, bytes), site.results[0]!));
  if (nest.rows === 1) {
    const first = f.local('i32', i32.mul(unit, unitElements));
    const starts = steps.map((step) => f.local('i32', i32.mul(first, step)));
    const last = extent - (pieces - 1) * unitElements;
    const piece = (count: number) => (): void =>
      emitRow(emission, site, starts, target(first), count);
    if (pieces === 1) piece(extent)();
    else f.if(i32.ltS(unit, pieces - 1), piece(unitElements), piece(last));
    return;
  }
  work.emit(f, unit, (row) => {
    const starts = emitPlaces(f, nest.outer, row, steps.length);
    emitRow(emission, site, starts, target(i32.mul(row, extent)), extent);
  });
}

/** Writes the code for `count` elements from `starts` on. */
function emitRow(
  { names, types, result, nest, lanes }: Emission,
  { f, module, operands }: AnySite,
  starts: readonly Local<'i32'>[],
  target: Local<'i32'>,
  count: number,
): void {
  const sources = types.map(({ dtype }, i) => {
    const place = i32.mul(starts[i]!, bytesPerElement(dtype));
    const pointer = f.local('i32', i32.add(place, operands[names[i]!]!));
    const value = f.local('v128');
    const isFixed = nest.inner.steps[i] === 0;
    if (isFixed) f.set(value, splatElement(dtype, pointer));
    return { dtype, pointer, value, isFixed };
  });
  const values = sources.map(({ value }) => value);
  const step = (number: number): void => {
    for (const { dtype, pointer, value, isFixed } of sources) {
      if (!isFixed) f.set(value, loadElements(dtype, pointer, number));
    }
    const y = f.local('v128', lanes.apply({ module, f }, ...values));
    storeElements(f, result.dtype, target, y, number);
  };
  emitWhole(f, count, target, bytesPerElement(result.dtype), () => {
    step(4);
    for (const { dtype, pointer, isFixed } of sources) {
      if (!isFixed) f.advance(pointer, 4 * bytesPerElement(dtype));
    }
  });
  if (count % 4 !== 0) step(count % 4);
}

/** Repeats the body for every four of `count` elements and moves the target along. */
function emitWhole(
  f: FunctionBuilder,
  count: number,
  target: Local<'i32'>,
  bytes: number,
  body: () => void,
): void {
  const whole = count - (count % 4);
  if (whole === 0) return;
  const end = f.local('i32', i32.add(target, whole * bytes));
  f.repeat(() => {
    body();
    f.advance(target, 4 * bytes);
    return i32.ne(target, end);
  });
}
