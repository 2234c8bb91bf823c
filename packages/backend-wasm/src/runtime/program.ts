import { type EmittedStage, emitModule } from '../compiler/emit-module.js';
import type { GraphPlan } from '../compiler/plan-graph.js';
import type { PreparedGraph } from '../compiler/prepare-graph.js';
import type { MemoryType } from '../encoder/index.js';
import type { LoadMessage } from './crew/messages.js';

/** A stage of an instance: units from the first to the end, with the address of a thread's scratch. */
export type StageFunction = (first: number, end: number, threadScratch: number) => void;

/** A plan whose code is compiled and bound to memory: ready to run again and again. */
export interface Program {
  readonly plan: GraphPlan;
  readonly stages: readonly EmittedStage[];
  /** In the order of the stages, on this thread. */
  readonly functions: readonly StageFunction[];
  /** What makes workers hold it; undefined where memory is not shared. */
  readonly load: LoadMessage | undefined;
}

let programs = 0;

/** The type of memory that modules import: any memory of the kind fits. */
export function memoryType(shared: boolean): MemoryType {
  return shared ? { initial: 1, maximum: 65_536, shared } : { initial: 1 };
}

/** Emits, compiles and instantiates the code of a plan. */
export async function loadProgram(
  prepared: PreparedGraph,
  plan: GraphPlan,
  memory: WebAssembly.Memory,
  shared: boolean,
): Promise<Program> {
  const { bytes, stages } = emitModule(prepared, plan, memoryType(shared));
  const module = await WebAssembly.compile(bytes);
  const { exports } = await WebAssembly.instantiate(module, importsFor(memory));
  const functions = stages.map(({ name }) => exports[name] as StageFunction);
  const load: LoadMessage | undefined = shared
    ? {
        kind: 'load',
        program: programs++,
        module,
        memory,
        stages: stages.map(({ name, units }) => ({ name, units })),
      }
    : undefined;
  return { plan, stages, functions, load };
}

/** What a module imports; workers give their instances the same. */
export function importsFor(memory: WebAssembly.Memory): WebAssembly.Imports {
  return { env: { memory }, math: Math as unknown as WebAssembly.ModuleImports };
}
