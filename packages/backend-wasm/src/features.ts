import { f32x4, ModuleBuilder, v128 } from './encoder/index.js';
import type { Expression } from './encoder/index.js';
import type { Instructions } from './kernel.js';

/** What this engine can do. */
export interface EngineFeatures {
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
  if (typeof WebAssembly !== 'object') return lacking('this engine has no WebAssembly');
  const plain = probeModule((x) => f32x4.add(x, x));
  if (!WebAssembly.validate(plain)) return lacking('the WebAssembly of this engine has no SIMD');
  try {
    void new WebAssembly.Module(plain);
  } catch {
    return lacking("the page's Content-Security-Policy lacks 'wasm-unsafe-eval'");
  }
  const relaxedMadd = WebAssembly.validate(probeModule((x) => f32x4.relaxedMadd(x, x, x)));
  return { relaxedMadd, missing: undefined };
}

function lacking(missing: string): EngineFeatures {
  return { relaxedMadd: false, missing };
}

function probeModule(use: (x: Expression<'v128'>) => Expression<'v128'>): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ initial: 1 });
  module.define(['i32'], (f, address) => {
    f.do(v128.store(address, use(v128.load(address))));
  });
  return module.finish();
}
