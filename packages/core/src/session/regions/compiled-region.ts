import type { Backend, Executable, MemoryUse } from '../../backend/contract.js';
import type { Graph } from '../../graph/graph.js';
import * as dim from '../../shape/dimension.js';
import { compileOn, type Engine } from '../engine.js';
import type { SessionOptions } from '../session-options.js';
import { SizedExecutables } from './sized-executables.js';

/** A region compiled for any size of the whole graph. */
export interface CompiledRegion extends AsyncDisposable, Pick<Engine, 'compiled' | 'placement'> {
  /** What its executables occupy now. */
  memory(): readonly MemoryUse[];
  /** Works on the executable for the sizes of the whole graph's symbols. */
  use<T>(sizes: dim.Bindings, work: (executable: Executable) => Promise<T>): Promise<T>;
}

/** Compiles once where the region's inputs tell every size in it, otherwise once for each size. */
export async function compileRegion(
  backend: Backend,
  region: Graph,
  options: SessionOptions,
): Promise<CompiledRegion> {
  const { compiled, placement, executable } = await compileOn(backend, region, options);
  if (tellsItsSizes(region)) {
    return {
      compiled,
      placement,
      memory: () => [executable.memory()],
      use: (_, work) => work(executable),
      [Symbol.asyncDispose]: () => executable[Symbol.asyncDispose](),
    };
  }
  await executable[Symbol.asyncDispose]();
  const sized = new SizedExecutables(backend, compiled, options.passes);
  return {
    compiled,
    placement,
    memory: () => sized.memory(),
    use: (sizes, work) => sized.use(sizes, work),
    [Symbol.asyncDispose]: () => sized[Symbol.asyncDispose](),
  };
}

/**
 * Whether every symbol of the region is an extent of one of its inputs. It need not be: an input of
 * extent `(H + 1)//2` does not tell H.
 */
function tellsItsSizes({ inputs, values }: Graph): boolean {
  const told = new Set(inputs.flatMap((name) => values.get(name)!.shape));
  return [...values.values()].every(({ shape }) =>
    shape.every((extent) => dim.symbolsOf(extent).every((symbol) => told.has(symbol))),
  );
}
