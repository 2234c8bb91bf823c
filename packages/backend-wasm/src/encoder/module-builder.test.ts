import { describe, expect, it } from 'vitest';
import { ByteSink, callOf, f64, i32, ModuleBuilder } from './index.js';

function load(module: ModuleBuilder): Readonly<Record<string, (...args: number[]) => number>> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const imports = { env: { memory }, math: Math as unknown as WebAssembly.ModuleImports };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.finish()), imports);
  return instance.exports as never;
}

describe('a module', () => {
  it('runs loops, branches and calls', () => {
    const module = new ModuleBuilder({ initial: 1 });
    const square = module.define(['i32'], (f, n) => f.result(i32.mul(n, n)), 'i32');
    const sum = module.define(
      ['i32'],
      (f, n) => {
        const total = f.local('i32', 0);
        f.for({ from: 0, to: n, step: 2 }, (i) => {
          f.if(
            i32.eq(i, 4),
            () => f.advance(total, 1000),
            () => f.advance(total, callOf(square, i)),
          );
        });
        f.result(total);
      },
      'i32',
    );
    module.export('sum', sum);
    const { sum: run } = load(module);
    expect(run!(7)).toBe(0 + 4 + 1000 + 36);
    expect(run!(0)).toBe(0);
  });

  it('repeats a body at least once', () => {
    const module = new ModuleBuilder({ initial: 1 });
    const count = module.define(
      ['i32'],
      (f, n) => {
        const turns = f.local('i32');
        f.repeat(() => {
          f.advance(turns, 1);
          f.advance(n, -1);
          return i32.gtS(n, 0);
        });
        f.result(turns);
      },
      'i32',
    );
    module.export('count', count);
    expect([0, 1, 5].map((n) => load(module)['count']!(n))).toEqual([1, 1, 5]);
  });

  it('calls functions of Math', () => {
    const module = new ModuleBuilder({ initial: 1 });
    module.declareMath('pow', 2);
    const ref = module.define(
      ['f64'],
      (f, x) => f.result(callOf(module.math('pow'), x, f64.add(1, 1))),
      'f64',
    );
    module.export('square', ref);
    expect(load(module)['square']!(1.5)).toBe(2.25);
  });

  it('refuses imports that were not declared or come too late', () => {
    const module = new ModuleBuilder({ initial: 1 });
    expect(() => module.math('sin')).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: math.sin has not been declared]`,
    );
    module.define([], () => {});
    expect(() => module.declareMath('sin', 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: import sin comes after a function]`,
    );
  });

  it('defines what is shared once', () => {
    const module = new ModuleBuilder({ initial: 1 });
    const make = () => module.define([], () => {});
    expect(module.once('f', make)).toBe(module.once('f', make));
  });
});

describe('a number in LEB128', () => {
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('unsigned %i', (value, bytes) => {
    const sink = new ByteSink();
    sink.u32(value);
    expect([...sink.take()]).toEqual(bytes);
  });

  it.each([
    [0, [0x00]],
    [-1, [0x7f]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('signed %i', (value, bytes) => {
    const sink = new ByteSink();
    sink.s32(value);
    expect([...sink.take()]).toEqual(bytes);
  });
});
