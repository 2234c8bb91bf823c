import { f32x4, ModuleBuilder, v128 } from './encoder/index.js';
import type { Expression } from './encoder/index.js';
import type { Instructions } from './kernel.js';

/** What this engine can do. */
export interface EngineFeatures {
  readonly simd: boolean;
  readonly relaxedMadd: boolean;
  /** Why WebAssembly cannot run at all, if so. */
  readonly missing: string | undefined;
}

/** The instructions to emit on an engine. */
export function instructionsOf(
  { relaxedMadd }: EngineFeatures,
  relaxedSimd: boolean,
): Instructions {
  // Relaxed SIMD came to V8 later than the compiler that keeps the order of instructions.
  return { relaxedMadd: relaxedMadd && relaxedSimd, keepsOrder: relaxedMadd };
}

let known: EngineFeatures | undefined;

/** Looks what WebAssembly offers here, by validating tiny modules. */
export function engineFeatures(): EngineFeatures {
  known ??= detect();
  return known;
}

function detect(): EngineFeatures {
  if (typeof WebAssembly !== 'object') {
    return { simd: false, relaxedMadd: false, missing: 'this engine has no WebAssembly' };
  }
  const simd = accepts((x) => f32x4.add(x, x));
  const relaxedMadd = accepts((x) => f32x4.relaxedMadd(x, x, x));
  const missing = simd ? undefined : 'the WebAssembly of this engine has no SIMD';
  return { simd, relaxedMadd, missing };
}

function accepts(use: (x: Expression<'v128'>) => Expression<'v128'>): boolean {
  const module = new ModuleBuilder({ initial: 1 });
  module.define(['i32'], (f, address) => {
    f.do(v128.store(address, use(v128.load(address))));
  });
  return WebAssembly.validate(module.finish());
}
