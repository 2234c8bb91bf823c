import type { ByteSink } from './byte-sink.js';
import {
  type Expression,
  expressionOf,
  type Instruction,
  type Operand,
  type ValueType,
  vector,
  writeVector,
} from './expression.js';
import {
  type Load,
  load,
  type Statement,
  type Store,
  store,
  writeAccess,
} from './memory-access.js';

type V = 'v128';
type Unary = Instruction<readonly [V], V>;
type Binary = Instruction<readonly [V, V], V>;
type Ternary = Instruction<readonly [V, V, V], V>;
type Shift = Instruction<readonly [V, 'i32'], V>;

const code =
  (value: number) =>
  (sink: ByteSink): void =>
    writeVector(sink, value);
const unary = (value: number): Unary => vector(value, ['v128'], 'v128');
const binary = (value: number): Binary => vector(value, ['v128', 'v128'], 'v128');
const ternary = (value: number): Ternary => vector(value, ['v128', 'v128', 'v128'], 'v128');
const shift = (value: number): Shift => vector(value, ['v128', 'i32'], 'v128');

/** Reads one lane from memory into a vector whose other lanes stay. */
type LoadLane = (
  address: Operand<'i32'>,
  into: Expression<V>,
  lane: number,
  offset?: number,
) => Expression<V>;

/** Writes one lane to memory. */
type StoreLane = (
  address: Operand<'i32'>,
  value: Expression<V>,
  lane: number,
  offset?: number,
) => Statement;

function storeLane(value: number, alignment: number): StoreLane {
  return (address: Operand<'i32'>, content: Expression<V>, lane: number, offset = 0) => {
    const place = expressionOf('i32', address);
    return {
      write(sink) {
        place.write(sink);
        content.write(sink);
        writeVector(sink, value);
        writeAccess(sink, alignment, offset);
        sink.u8(lane);
      },
    };
  };
}

function loadLane(value: number, alignment: number): LoadLane {
  const access = storeLane(value, alignment);
  return (...operands) => ({ type: 'v128', ...access(...operands) });
}

function extract<T extends ValueType>(value: number, type: T): Extract<T> {
  return (content: Expression<V>, lane: number): Expression<T> => ({
    type,
    write(sink) {
      content.write(sink);
      writeVector(sink, value);
      sink.u8(lane);
    },
  });
}

function replace<T extends ValueType>(value: number, type: T): Replace<T> {
  return (content: Expression<V>, lane: number, element: Operand<T>): Expression<V> => ({
    type: 'v128',
    write(sink) {
      content.write(sink);
      expressionOf(type, element).write(sink);
      writeVector(sink, value);
      sink.u8(lane);
    },
  });
}

type Extract<T extends ValueType> = (content: Expression<V>, lane: number) => Expression<T>;
type Replace<T extends ValueType> = (
  content: Expression<V>,
  lane: number,
  element: Operand<T>,
) => Expression<V>;

interface Vectors {
  readonly load: Load<V>;
  readonly load8Splat: Load<V>;
  readonly load32Splat: Load<V>;
  readonly load32Zero: Load<V>;
  readonly load64Zero: Load<V>;
  readonly store: Store<V>;
  readonly load8Lane: LoadLane;
  readonly load32Lane: LoadLane;
  readonly store8Lane: StoreLane;
  readonly store32Lane: StoreLane;
  readonly store64Lane: StoreLane;
  readonly not: Unary;
  readonly and: Binary;
  readonly or: Binary;
  readonly xor: Binary;
  /** Bits of the first where the third has ones, of the second elsewhere. */
  readonly bitselect: Ternary;
  /** Sixteen bytes picked from both operands: 0 to 15 from the first, 16 to 31 from the second. */
  shuffle(a: Expression<V>, b: Expression<V>, bytes: readonly number[]): Expression<V>;
}

/** Four lanes of a type. */
interface Lanes<T extends ValueType> {
  readonly splat: Instruction<readonly [T], V>;
  readonly extractLane: Extract<T>;
  readonly replaceLane: Replace<T>;
}

type FloatUnary = 'ceil' | 'floor' | 'nearest' | 'abs' | 'neg' | 'sqrt';
type FloatCompare = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge';
type FloatArithmetic = 'add' | 'sub' | 'mul' | 'div';

type FloatLanes = Lanes<'f32'> &
  Readonly<Record<FloatUnary | 'convertI32x4S', Unary>> &
  Readonly<Record<FloatCompare | FloatArithmetic, Binary>> & {
    /** NaN where either is NaN. */
    readonly min: Binary;
    readonly max: Binary;
    /** `b < a ? b : a`: keeps a NaN of the first operand, in one instruction. */
    readonly pmin: Binary;
    /** `a < b ? b : a`: keeps a NaN of the first operand, in one instruction. */
    readonly pmax: Binary;
    /** `a · b + c` in one rounding or two, as the machine likes. Only where relaxed SIMD is. */
    readonly relaxedMadd: Ternary;
  };

type IntegerUnary = 'abs' | 'neg' | 'truncSatF32x4S' | 'extendLowI16x8U';
type IntegerCompare = 'eq' | 'ne' | 'ltS' | 'gtS' | 'leS' | 'geS';
type IntegerArithmetic = 'add' | 'sub' | 'mul' | 'minS' | 'maxS';

type IntegerLanes = Lanes<'i32'> &
  Readonly<Record<IntegerUnary, Unary>> &
  Readonly<Record<IntegerCompare | IntegerArithmetic, Binary>> &
  Readonly<Record<'shl' | 'shrS', Shift>>;

/** Whole vectors, whatever their lanes. */
export const v128: Vectors = {
  load: load(code(0x00), 2, 'v128'),
  load8Splat: load(code(0x07), 0, 'v128'),
  load32Splat: load(code(0x09), 2, 'v128'),
  load32Zero: load(code(0x5c), 2, 'v128'),
  load64Zero: load(code(0x5d), 2, 'v128'),
  store: store(code(0x0b), 2, 'v128'),
  load8Lane: loadLane(0x54, 0),
  load32Lane: loadLane(0x56, 2),
  store8Lane: storeLane(0x58, 0),
  store32Lane: storeLane(0x5a, 2),
  store64Lane: storeLane(0x5b, 2),
  not: unary(0x4d),
  and: binary(0x4e),
  or: binary(0x50),
  xor: binary(0x51),
  bitselect: ternary(0x52),
  shuffle(a, b, bytes) {
    return {
      type: 'v128',
      write(sink) {
        a.write(sink);
        b.write(sink);
        writeVector(sink, 0x0d);
        sink.raw(bytes);
      },
    };
  },
};

/** Four singles. */
export const f32x4: FloatLanes = {
  splat: vector(0x13, ['f32'], 'v128'),
  extractLane: extract(0x1f, 'f32'),
  replaceLane: replace(0x20, 'f32'),
  eq: binary(0x41),
  ne: binary(0x42),
  lt: binary(0x43),
  gt: binary(0x44),
  le: binary(0x45),
  ge: binary(0x46),
  ceil: unary(0x67),
  floor: unary(0x68),
  nearest: unary(0x6a),
  abs: unary(0xe0),
  neg: unary(0xe1),
  sqrt: unary(0xe3),
  add: binary(0xe4),
  sub: binary(0xe5),
  mul: binary(0xe6),
  div: binary(0xe7),
  min: binary(0xe8),
  max: binary(0xe9),
  pmin: binary(0xea),
  pmax: binary(0xeb),
  convertI32x4S: unary(0xfa),
  relaxedMadd: ternary(0x105),
};

/** Four integers. */
export const i32x4: IntegerLanes = {
  eq: binary(0x37),
  ne: binary(0x38),
  splat: vector(0x11, ['i32'], 'v128'),
  extractLane: extract(0x1b, 'i32'),
  replaceLane: replace(0x1c, 'i32'),
  ltS: binary(0x39),
  gtS: binary(0x3b),
  leS: binary(0x3d),
  geS: binary(0x3f),
  abs: unary(0xa0),
  neg: unary(0xa1),
  shl: shift(0xab),
  shrS: shift(0xac),
  add: binary(0xae),
  sub: binary(0xb1),
  mul: binary(0xb5),
  minS: binary(0xb6),
  maxS: binary(0xb8),
  truncSatF32x4S: unary(0xf8),
  extendLowI16x8U: unary(0xa9),
};

/** Eight integers of 16 bits: between bytes and {@link i32x4}. */
export const i16x8: { readonly extendLowI8x16U: Unary } = { extendLowI8x16U: unary(0x89) };
