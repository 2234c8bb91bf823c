import { i32, type MemoryType, ModuleBuilder } from '../encoder/index.js';
import type { Named } from '../kernel-table.js';
import { residualOperand } from './fuse-residuals.js';
import type { GraphPlan, PlannedNode } from './plan-graph.js';
import type { PreparedGraph } from './prepare-graph.js';

/** One stage as the runtime sees it: an exported function over a range of units. */
export interface EmittedStage {
  /** Index of its node among the plan's. */
  readonly node: number;
  /** Name of the export: `(first unit, end, address of thread scratch)`. */
  readonly name: string;
  readonly units: number;
}

/** The code of a plan. */
export interface EmittedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stages: readonly EmittedStage[];
}

/** Writes the one module of a plan: a function for each stage, and what they share. */
export function emitModule(
  prepared: PreparedGraph,
  plan: GraphPlan,
  memory: MemoryType,
): EmittedModule {
  const module = new ModuleBuilder(memory);
  for (const { plan: nodePlan } of plan.nodes) {
    for (const [name, operands] of Object.entries(nodePlan?.math ?? {})) {
      module.declareMath(name, operands);
    }
  }
  const stages = plan.nodes.flatMap((planned, index) =>
    emitNode(prepared, plan, planned, module, index),
  );
  return { bytes: module.finish(), stages };
}

function emitNode(
  prepared: PreparedGraph,
  { addresses }: GraphPlan,
  { node, plan, scratch }: PlannedNode,
  module: ModuleBuilder,
  index: number,
): readonly EmittedStage[] {
  if (plan === undefined) return [];
  const place = (ref: string): number => addresses.get(ref)!;
  const operands: Named<number> = Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? place(ref) : ref.map(place),
    ]),
  );
  return plan.stages.flatMap(({ units, emit }, stage) => {
    if (units === 0) return [];
    const one = module.define(['i32', 'i32'], (f, unit, threadScratch) =>
      emit({
        module,
        f,
        unit,
        threadScratch,
        operands,
        residual: operands[residualOperand] as number | undefined,
        results: node.outputs.map(place),
        scratch,
        packed: prepared.packed.get(node.name)?.address ?? 0,
      }),
    );
    const range = module.define(['i32', 'i32', 'i32'], (f, first, end, threadScratch) => {
      f.while(i32.ltS(first, end), () => {
        f.call(one, first, threadScratch);
        f.advance(first, 1);
      });
    });
    const name = `${index}.${stage}`;
    module.export(name, range);
    return [{ node: index, name, units }];
  });
}
