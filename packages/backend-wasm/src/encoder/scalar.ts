import type { ByteSink } from './byte-sink.js';
import { type Instruction, plain, saturating } from './expression.js';
import { type Load, load, type Store, store } from './memory-access.js';

const code =
  (value: number) =>
  (sink: ByteSink): void =>
    sink.u8(value);

type Binary<T extends 'i32' | 'f64'> = Instruction<readonly [T, T], T>;
type Compare<T extends 'i32' | 'f32' | 'f64'> = Instruction<readonly [T, T], 'i32'>;

interface IntegerAccess {
  readonly load: Load<'i32'>;
  readonly load8U: Load<'i32'>;
  readonly store: Store<'i32'>;
  readonly store8: Store<'i32'>;
  /** Toward zero, cut to the range; NaN is 0. */
  readonly truncSatF64S: Instruction<readonly ['f64'], 'i32'>;
  readonly eqz: Instruction<readonly ['i32'], 'i32'>;
}

type IntegerCompare = 'eq' | 'ne' | 'ltS' | 'ltU' | 'gtS' | 'leU' | 'geU';
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
  | 'shrU';

type Integers = IntegerAccess &
  Readonly<Record<IntegerCompare, Compare<'i32'>>> &
  Readonly<Record<IntegerBinary, Binary<'i32'>>>;

/** What is done one by one; four at a time do the rest. */
interface Singles {
  readonly load: Load<'f32'>;
  readonly store: Store<'f32'>;
  readonly eq: Compare<'f32'>;
  readonly le: Compare<'f32'>;
  readonly convertI32S: Instruction<readonly ['i32'], 'f32'>;
  readonly demoteF64: Instruction<readonly ['f64'], 'f32'>;
  readonly reinterpretI32: Instruction<readonly ['i32'], 'f32'>;
}

type DoubleCompare = 'eq' | 'lt' | 'gt' | 'le' | 'ge';
type DoubleUnary = 'abs' | 'ceil' | 'floor';
type DoubleBinary = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'copysign';

type Doubles = {
  readonly convertI32S: Instruction<readonly ['i32'], 'f64'>;
  readonly promoteF32: Instruction<readonly ['f32'], 'f64'>;
} & Readonly<Record<DoubleCompare, Compare<'f64'>>> &
  Readonly<Record<DoubleUnary, Instruction<readonly ['f64'], 'f64'>>> &
  Readonly<Record<DoubleBinary, Binary<'f64'>>>;

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
  leU: compareI32(0x4d),
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
  shrU: binaryI32(0x76),
};

const compareF32 = (value: number): Compare<'f32'> => plain(value, ['f32', 'f32'], 'i32');

/** Singles. */
export const f32: Singles = {
  load: load(code(0x2a), 2, 'f32'),
  store: store(code(0x38), 2, 'f32'),
  eq: compareF32(0x5b),
  le: compareF32(0x5f),
  convertI32S: plain(0xb2, ['i32'], 'f32'),
  demoteF64: plain(0xb6, ['f64'], 'f32'),
  reinterpretI32: plain(0xbe, ['i32'], 'f32'),
};

const binaryF64 = (value: number): Binary<'f64'> => plain(value, ['f64', 'f64'], 'f64');
const unaryF64 = (value: number): Instruction<readonly ['f64'], 'f64'> =>
  plain(value, ['f64'], 'f64');
const compareF64 = (value: number): Compare<'f64'> => plain(value, ['f64', 'f64'], 'i32');

/** Doubles. */
export const f64: Doubles = {
  eq: compareF64(0x61),
  lt: compareF64(0x63),
  gt: compareF64(0x64),
  le: compareF64(0x65),
  ge: compareF64(0x66),
  abs: unaryF64(0x99),
  ceil: unaryF64(0x9b),
  floor: unaryF64(0x9c),
  add: binaryF64(0xa0),
  sub: binaryF64(0xa1),
  mul: binaryF64(0xa2),
  div: binaryF64(0xa3),
  min: binaryF64(0xa4),
  max: binaryF64(0xa5),
  copysign: binaryF64(0xa6),
  convertI32S: plain(0xb7, ['i32'], 'f64'),
  promoteF32: plain(0xbb, ['f32'], 'f64'),
};
