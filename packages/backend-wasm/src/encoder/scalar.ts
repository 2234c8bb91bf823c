import type { ByteSink } from './byte-sink.js';
import { type Instruction, plain, saturating } from './expression.js';
import { type Load, load, type Store, store } from './memory-access.js';

const code =
  (value: number) =>
  (sink: ByteSink): void =>
    sink.u8(value);

type Binary<T extends 'i32' | 'i64' | 'f32' | 'f64'> = Instruction<readonly [T, T], T>;
type Compare<T extends 'i32' | 'i64' | 'f32' | 'f64'> = Instruction<readonly [T, T], 'i32'>;

interface IntegerAccess {
  readonly load: Load<'i32'>;
  readonly load8U: Load<'i32'>;
  readonly store: Store<'i32'>;
  readonly store8: Store<'i32'>;
  /** Toward zero, cut to the range; NaN is 0. */
  readonly truncSatF64S: Instruction<readonly ['f64'], 'i32'>;
  readonly eqz: Instruction<readonly ['i32'], 'i32'>;
  readonly reinterpretF32: Instruction<readonly ['f32'], 'i32'>;
}

type IntegerCompare = 'eq' | 'ne' | 'ltS' | 'ltU' | 'gtS' | 'gtU' | 'leS' | 'leU' | 'geS' | 'geU';
type IntegerBinary =
  | 'add'
  | 'sub'
  | 'mul'
  | 'divS'
  | 'divU'
  | 'remS'
  | 'remU'
  | 'and'
  | 'or'
  | 'xor'
  | 'shl'
  | 'shrS'
  | 'shrU';

type Integers = IntegerAccess &
  Readonly<Record<IntegerCompare, Compare<'i32'>>> &
  Readonly<Record<IntegerBinary, Binary<'i32'>>>;

type FloatCompare = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge';
type FloatUnary = 'abs' | 'neg' | 'ceil' | 'floor' | 'trunc' | 'nearest' | 'sqrt';
type FloatBinary = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max';

type Floats<T extends 'f32' | 'f64'> = {
  readonly load: Load<T>;
  readonly store: Store<T>;
  readonly convertI32S: Instruction<readonly ['i32'], T>;
} & Readonly<Record<FloatCompare, Compare<T>>> &
  Readonly<Record<FloatUnary, Instruction<readonly [T], T>>> &
  Readonly<Record<FloatBinary, Binary<T>>>;

interface SingleConversions {
  readonly demoteF64: Instruction<readonly ['f64'], 'f32'>;
  readonly reinterpretI32: Instruction<readonly ['i32'], 'f32'>;
}

interface DoubleConversions {
  readonly copysign: Binary<'f64'>;
  readonly convertI32U: Instruction<readonly ['i32'], 'f64'>;
  readonly promoteF32: Instruction<readonly ['f32'], 'f64'>;
}

const compareI32 = (value: number): Compare<'i32'> => plain(value, ['i32', 'i32'], 'i32');
const binaryI32 = (value: number): Binary<'i32'> => plain(value, ['i32', 'i32'], 'i32');

/** Integers of 32 bits: addresses, counters, truth (0 or 1). */
export const i32: Integers = {
  load: load(code(0x28), 2, 'i32'),
  load8U: load(code(0x2d), 0, 'i32'),
  store: store(code(0x36), 2, 'i32'),
  store8: store(code(0x3a), 0, 'i32'),
  eqz: plain(0x45, ['i32'], 'i32'),
  truncSatF64S: saturating(0x02, ['f64'], 'i32'),
  eq: compareI32(0x46),
  ne: compareI32(0x47),
  ltS: compareI32(0x48),
  ltU: compareI32(0x49),
  gtS: compareI32(0x4a),
  gtU: compareI32(0x4b),
  leS: compareI32(0x4c),
  leU: compareI32(0x4d),
  geS: compareI32(0x4e),
  geU: compareI32(0x4f),
  add: binaryI32(0x6a),
  sub: binaryI32(0x6b),
  mul: binaryI32(0x6c),
  divS: binaryI32(0x6d),
  divU: binaryI32(0x6e),
  remS: binaryI32(0x6f),
  remU: binaryI32(0x70),
  and: binaryI32(0x71),
  or: binaryI32(0x72),
  xor: binaryI32(0x73),
  shl: binaryI32(0x74),
  shrS: binaryI32(0x75),
  shrU: binaryI32(0x76),
  reinterpretF32: plain(0xbc, ['f32'], 'i32'),
};

const binaryF32 = (value: number): Binary<'f32'> => plain(value, ['f32', 'f32'], 'f32');
const unaryF32 = (value: number): Instruction<readonly ['f32'], 'f32'> =>
  plain(value, ['f32'], 'f32');
const compareF32 = (value: number): Compare<'f32'> => plain(value, ['f32', 'f32'], 'i32');

/** Singles. */
export const f32: Floats<'f32'> & SingleConversions = {
  load: load(code(0x2a), 2, 'f32'),
  store: store(code(0x38), 2, 'f32'),
  eq: compareF32(0x5b),
  ne: compareF32(0x5c),
  lt: compareF32(0x5d),
  gt: compareF32(0x5e),
  le: compareF32(0x5f),
  ge: compareF32(0x60),
  abs: unaryF32(0x8b),
  neg: unaryF32(0x8c),
  ceil: unaryF32(0x8d),
  floor: unaryF32(0x8e),
  trunc: unaryF32(0x8f),
  nearest: unaryF32(0x90),
  sqrt: unaryF32(0x91),
  add: binaryF32(0x92),
  sub: binaryF32(0x93),
  mul: binaryF32(0x94),
  div: binaryF32(0x95),
  min: binaryF32(0x96),
  max: binaryF32(0x97),
  convertI32S: plain(0xb2, ['i32'], 'f32'),
  demoteF64: plain(0xb6, ['f64'], 'f32'),
  reinterpretI32: plain(0xbe, ['i32'], 'f32'),
};

const binaryF64 = (value: number): Binary<'f64'> => plain(value, ['f64', 'f64'], 'f64');
const unaryF64 = (value: number): Instruction<readonly ['f64'], 'f64'> =>
  plain(value, ['f64'], 'f64');
const compareF64 = (value: number): Compare<'f64'> => plain(value, ['f64', 'f64'], 'i32');

/** Doubles. */
export const f64: Floats<'f64'> & DoubleConversions = {
  load: load(code(0x2b), 3, 'f64'),
  store: store(code(0x39), 3, 'f64'),
  eq: compareF64(0x61),
  ne: compareF64(0x62),
  lt: compareF64(0x63),
  gt: compareF64(0x64),
  le: compareF64(0x65),
  ge: compareF64(0x66),
  abs: unaryF64(0x99),
  neg: unaryF64(0x9a),
  ceil: unaryF64(0x9b),
  floor: unaryF64(0x9c),
  trunc: unaryF64(0x9d),
  nearest: unaryF64(0x9e),
  sqrt: unaryF64(0x9f),
  add: binaryF64(0xa0),
  sub: binaryF64(0xa1),
  mul: binaryF64(0xa2),
  div: binaryF64(0xa3),
  min: binaryF64(0xa4),
  max: binaryF64(0xa5),
  copysign: binaryF64(0xa6),
  convertI32S: plain(0xb7, ['i32'], 'f64'),
  convertI32U: plain(0xb8, ['i32'], 'f64'),
  promoteF32: plain(0xbb, ['f32'], 'f64'),
};
