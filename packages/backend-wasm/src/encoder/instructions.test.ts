import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import {
  type Expression,
  f32,
  f32x4,
  f64,
  i32,
  i32x4,
  ModuleBuilder,
  type Statement,
  v128,
  type ValueType,
} from './index.js';

const tools = await wabt();

/** The text of a function whose body leaves the value on the stack. */
function textOf(value: Expression<ValueType> | Statement, result?: ValueType): string {
  const module = new ModuleBuilder({ initial: 1 });
  const ref = module.define(
    [],
    (f) => (result === undefined ? f.do(value) : f.result(value as Expression<ValueType>)),
    result,
  );
  module.export('f', ref);
  const bytes = module.finish();
  // Engines without relaxed SIMD refuse that one instruction; wabt validates it.
  expect(value === relaxed || WebAssembly.validate(bytes)).toBe(true);
  const read = tools.readWasm(bytes.slice(), { simd: true, relaxed_simd: true } as never);
  read.validate();
  const text = read.toText({ foldExprs: false, inlineExport: false });
  read.destroy();
  return text;
}

const zero = { i32: 0, f32: 0, f64: 0, v128: f32x4.splat(0) } as const;
const relaxed = f32x4.relaxedMadd(zero.v128, zero.v128, zero.v128);

/** `gtU` as wabt spells it: `gt_u`. */
function spelled(name: string): string {
  return name.replace(/([a-z0-9])([SU])$/, (_, a: string, b: string) => `${a}_${b.toLowerCase()}`);
}

const conversions: Readonly<Record<string, string>> = {
  'i32.reinterpretF32': 'i32.reinterpret_f32',
  'f32.demoteF64': 'f32.demote_f64',
  'f32.convertI32S': 'f32.convert_i32_s',
  'f32.reinterpretI32': 'f32.reinterpret_i32',
  'f64.convertI32S': 'f64.convert_i32_s',
  'f64.convertI32U': 'f64.convert_i32_u',
  'f64.promoteF32': 'f64.promote_f32',
  'f32x4.convertI32x4S': 'f32x4.convert_i32x4_s',
  'f32x4.convertI32x4U': 'f32x4.convert_i32x4_u',
  'f32x4.relaxedMadd': 'f32x4.relaxed_madd',
  'i32x4.truncSatF32x4S': 'i32x4.trunc_sat_f32x4_s',
  'i32x4.truncSatF32x4U': 'i32x4.trunc_sat_f32x4_u',
  'i32.load8U': 'i32.load8_u',
  'v128.anyTrue': 'v128.any_true',
  'v128.load8Splat': 'v128.load8_splat',
  'v128.load32Splat': 'v128.load32_splat',
  'v128.load64Splat': 'v128.load64_splat',
  'v128.load32Zero': 'v128.load32_zero',
  'v128.load64Zero': 'v128.load64_zero',
};

type Any = Readonly<Record<string, (...operands: never[]) => Expression<ValueType>>>;

/** Each instruction of a group, given operands of the types it takes. */
function instructions(
  group: string,
  members: object,
  operands: readonly unknown[],
  names: readonly string[],
): readonly (readonly [string, Expression<ValueType>])[] {
  return names.map((name) => {
    const make = (members as Any)[name]!;
    const text = conversions[`${group}.${name}`] ?? `${group}.${spelled(name)}`;
    return [text, make(...(operands as never[]))] as const;
  });
}

const integerPairs =
  'eq ne ltS ltU gtS gtU leS leU geS geU add sub mul divS divU remS remU and or xor shl shrS shrU';
const floatPairs = 'eq ne lt gt le ge add sub mul div min max';
const floatSingles = 'abs neg ceil floor trunc nearest sqrt';

const cases = [
  ...instructions('i32', i32, [0, 0], integerPairs.split(' ')),
  ...instructions('i32', i32, [0], ['eqz', 'reinterpretF32', 'load', 'load8U']),
  ...instructions('f32', f32, [0, 0], floatPairs.split(' ')),
  ...instructions('f32', f32, [0], [...floatSingles.split(' '), 'demoteF64', 'convertI32S']),
  ...instructions('f32', f32, [0], ['reinterpretI32', 'load']),
  ...instructions('f64', f64, [0, 0], [...floatPairs.split(' '), 'copysign']),
  ...instructions('f64', f64, [0], [...floatSingles.split(' '), 'convertI32S', 'convertI32U']),
  ...instructions('f64', f64, [0], ['promoteF32', 'load']),
  ...instructions('f32x4', f32x4, [zero.v128, zero.v128], floatPairs.split(' ')),
  ...instructions('f32x4', f32x4, [zero.v128, zero.v128], ['pmin', 'pmax']),
  ...instructions('f32x4', f32x4, [zero.v128], floatSingles.split(' ')),
  ...instructions('f32x4', f32x4, [zero.v128], ['convertI32x4S', 'convertI32x4U']),
  ...instructions('f32x4', f32x4, [0], ['splat']),
  ['f32x4.relaxed_madd', relaxed] as const,
  ...instructions('i32x4', i32x4, [zero.v128, zero.v128], ['eq', 'ne', 'ltS', 'gtS', 'leS', 'geS']),
  ...instructions('i32x4', i32x4, [zero.v128, zero.v128], ['add', 'sub', 'mul', 'minS', 'maxS']),
  ...instructions('i32x4', i32x4, [zero.v128, 1], ['shl', 'shrS', 'shrU']),
  ...instructions('i32x4', i32x4, [zero.v128], ['abs', 'neg', 'truncSatF32x4S', 'truncSatF32x4U']),
  ...instructions('i32x4', i32x4, [0], ['splat']),
  ...instructions('v128', v128, [zero.v128, zero.v128], ['and', 'andnot', 'or', 'xor']),
  ...instructions('v128', v128, [zero.v128], ['not', 'anyTrue']),
  ...instructions('v128', v128, [zero.v128, zero.v128, zero.v128], ['bitselect']),
  ...instructions('v128', v128, [0], ['load', 'load8Splat', 'load32Splat', 'load64Splat']),
  ...instructions('v128', v128, [0], ['load32Zero', 'load64Zero']),
  ['f32x4.extract_lane 2', f32x4.extractLane(zero.v128, 2)] as const,
  ['i32x4.extract_lane 3', i32x4.extractLane(zero.v128, 3)] as const,
  ['f32x4.replace_lane 1', f32x4.replaceLane(zero.v128, 1, 0)] as const,
  ['i32x4.replace_lane 1', i32x4.replaceLane(zero.v128, 1, 0)] as const,
  ['v128.load32_lane offset=8 2', v128.load32Lane(0, zero.v128, 2, 8)] as const,
];

describe('an instruction', () => {
  it.each(cases)('is %s to the engine and to wabt', (text, value) => {
    const lines = textOf(value, value.type).split('\n');
    expect(lines.some((line) => line.trim().replace(/\)+$/, '').startsWith(text))).toBe(true);
  });

  it.each([
    ['i32.store offset=4', i32.store(0, 0, 4)],
    ['i32.store8', i32.store8(0, 0)],
    ['f32.store', f32.store(0, 0)],
    ['f64.store', f64.store(0, 0)],
    ['v128.store', v128.store(0, zero.v128)],
    ['v128.store32_lane', v128.store32Lane(0, zero.v128, 0)],
    ['v128.store64_lane', v128.store64Lane(0, zero.v128, 0)],
  ])('stores: %s', (text, statement) => {
    const lines = textOf(statement).split('\n');
    expect(lines.some((line) => line.trim().startsWith(text))).toBe(true);
  });
});
