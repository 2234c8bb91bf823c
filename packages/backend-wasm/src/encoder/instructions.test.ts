import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import * as encoder from './index.js';
import {
  type Expression,
  f32,
  f32x4,
  f64,
  i16x8,
  i32,
  i32x4,
  ModuleBuilder,
  select,
  type Statement,
  v128,
  type ValueType,
} from './index.js';

const tools = await wabt();

const vector = f32x4.splat(0);
const relaxed = f32x4.relaxedMadd(vector, vector, vector);

/** The text of a function that evaluates an expression or does a statement. */
function textOf(written: Expression<ValueType> | Statement): readonly string[] {
  const module = new ModuleBuilder({ initial: 1 });
  const result = 'type' in written ? written.type : undefined;
  const ref = module.define(
    [],
    (f) => ('type' in written ? f.result(written) : f.do(written)),
    result,
  );
  module.export('f', ref);
  const bytes = module.finish();
  // Engines without relaxed SIMD refuse that one instruction; wabt validates it.
  expect(written === relaxed || WebAssembly.validate(bytes)).toBe(true);
  const read = tools.readWasm(bytes.slice(), { simd: true, relaxed_simd: true } as never);
  read.validate();
  const text = read.toText({ foldExprs: false, inlineExport: false });
  read.destroy();
  return text.split('\n').map((line) => line.trim().replace(/\)+$/, ''));
}

/** What a member of a table is called in the text format. */
function spelled(group: string, member: string): string {
  const whole = `${group}.${member}`
    .replace(/(I8x16|I16x8|I32x4|F32x4|F64x2|I32|F32|F64)/g, (type) => `_${type.toLowerCase()}`)
    .replace(/(Splat|Zero|Lane|Sat|Low|Madd)/g, (part) => `_${part.toLowerCase()}`)
    .replace(/([SU])$/, (sign) => `_${sign.toLowerCase()}`);
  return whole.replace('..', '.').replace('._', '.');
}

type Written = Expression<ValueType> | Statement;
type Members = Readonly<Record<string, (...operands: never[]) => Written>>;

/** Members of a table with the operands they take. */
function take(group: string, table: object, operands: readonly unknown[], names: string) {
  return names.split(' ').map((name) => {
    const written = (table as Members)[name]!(...(operands as never[]));
    return [`${group}.${name}`, spelled(group, name), written] as const;
  });
}

const cases = [
  ...take('i32', i32, [0, 0], 'eq ne ltS ltU gtS leU geU'),
  ...take('i32', i32, [0, 0], 'add sub mul divS divU remS remU and or xor shl shrU'),
  ...take('i32', i32, [0], 'eqz truncSatF64S load load8U'),
  ...take('i32', i32, [0, 0, 4], 'store store8'),
  ...take('f32', f32, [0, 0], 'eq le store'),
  ...take('f32', f32, [0], 'load convertI32S demoteF64 reinterpretI32'),
  ...take('f64', f64, [0, 0], 'eq lt gt le ge add sub mul div min max copysign'),
  ...take('f64', f64, [0], 'abs ceil floor convertI32S promoteF32'),
  ...take('v128', v128, [0], 'load load8Splat load32Splat load32Zero load64Zero'),
  ...take('v128', v128, [0, vector], 'store'),
  ...take('v128', v128, [0, vector, 1], 'load8Lane load32Lane store8Lane store32Lane store64Lane'),
  ...take('v128', v128, [vector], 'not'),
  ...take('v128', v128, [vector, vector], 'and or xor'),
  ...take('v128', v128, [vector, vector, vector], 'bitselect'),
  ...take('f32x4', f32x4, [0], 'splat'),
  ...take('f32x4', f32x4, [vector, 2], 'extractLane'),
  ...take('f32x4', f32x4, [vector, 2, 0], 'replaceLane'),
  ...take('f32x4', f32x4, [vector, vector], 'eq ne lt gt le ge add sub mul div min max pmin pmax'),
  ...take('f32x4', f32x4, [vector], 'ceil floor nearest abs neg sqrt convertI32x4S'),
  ['f32x4.relaxedMadd', 'f32x4.relaxed_madd', relaxed] as const,
  ...take('i32x4', i32x4, [0], 'splat'),
  ...take('i32x4', i32x4, [vector, 2], 'extractLane'),
  ...take('i32x4', i32x4, [vector, 2, 0], 'replaceLane'),
  ...take('i32x4', i32x4, [vector, vector], 'eq ne ltS gtS leS geS add sub mul minS maxS'),
  ...take('i32x4', i32x4, [vector, 1], 'shl shrS'),
  ...take('i32x4', i32x4, [vector], 'abs neg truncSatF32x4S extendLowI16x8U'),
  ...take('i16x8', i16x8, [vector], 'extendLowI8x16U'),
];

describe('an instruction', () => {
  it.each(cases)('%s is %s to the engine and to wabt', (_, text, written) => {
    const words = textOf(written).map((line) => line.split(' ')[0]);
    expect(words).toContain(text);
  });

  it('is tested if a table has it', () => {
    const tables = { i32, f32, f64, v128, f32x4, i32x4, i16x8 };
    const members = Object.entries(tables).flatMap(([group, table]) =>
      Object.keys(table).map((name) => `${group}.${name}`),
    );
    const tested = new Set<string>([...cases.map(([name]) => name), 'v128.shuffle']);
    expect(members.filter((name) => !tested.has(name))).toEqual([]);
    expect(Object.keys(encoder)).toEqual(expect.arrayContaining(Object.keys(tables)));
  });

  it('takes offsets, lanes and bytes as immediates', () => {
    const bytes = Array.from({ length: 16 }, (_, i) => 31 - i);
    expect(textOf(v128.shuffle(vector, vector, bytes))).toContain(
      `i8x16.shuffle ${bytes.join(' ')}`,
    );
    expect(textOf(v128.load32Lane(0, vector, 2, 8))).toContain('v128.load32_lane offset=8 2');
    expect(textOf(i32.store(0, -7, 65_536))).toContain('i32.store offset=65536');
    expect(textOf(f32x4.splat(-0.5))).toContain('f32.const -0x1p-1 (;=-0.5;');
    expect(textOf(i32.add(-(2 ** 31), 2 ** 31 - 1))).toContain('i32.const -2147483648');
  });

  it('selects one of two', () => {
    expect(textOf(select('i32', 1, 2, 0))).toContain('select');
  });
});
