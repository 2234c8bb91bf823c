import {
  bindGraph,
  bytesPerElement,
  definitionOf,
  type Graph,
  type Node,
  operandTypes,
  sizeOf,
  typeOf,
  type ValueType,
} from '@separable/core';
import { engineFeatures, instructionsOf } from '../features.js';
import { residualOperand } from './fuse-residuals.js';
import { type GraphPlan, planGraph } from './plan-graph.js';
import { prepareGraph } from './prepare-graph.js';

/** What a plan's text is about. */
export interface PlanTextOptions {
  /** Threads to plan for; 1. */
  readonly threads?: number;
  /** As given to `wasm`. */
  readonly relaxedSimd?: boolean;
  /** Milliseconds by node, as `onNode` told them: adds a column of times and one of GFLOP/s. */
  readonly profile?: ReadonlyMap<string, number>;
}

interface Row {
  readonly step: string;
  readonly op: string;
  readonly kernel: string;
  readonly units: string;
  readonly macs: string;
  readonly bytes: string;
  readonly milliseconds: string;
  readonly gigaflops: string;
}

/**
 * The plan this backend makes of a graph at one size, as a table: for each step the kernel with its tile,
 * what it took in, the units its stages fall into, its multiply-accumulates and the bytes of its
 * operands and results, and where the memory goes.
 *
 * @param graph in ops the backend runs, such as `session.compiled`
 * @param shapes of the graph's inputs, by name
 * @throws UnsupportedOpError when a node is not native
 * @throws InputMismatchError when the shapes do not fit
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * import { planText } from '@separable/backend-wasm/plan';
 * const g = graphBuilder('tiny');
 * const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
 * const filter = g.constant('w', tensor('float32', [4, 16]));
 * g.output('y', g.pointwiseConv2d({ x, filter }, {}, 'mix'));
 * const text = await planText(g.build(), { x: [1, 8, 8, 4] });
 * console.log(text.includes('pointwise')); // true
 * ```
 */
export async function planText(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
  options: PlanTextOptions = {},
): Promise<string> {
  const { prepared } = await prepareGraph(graph);
  const plan = planGraph(prepared, bindGraph(prepared.types, shapes), {
    instructions: instructionsOf(engineFeatures(), options.relaxedSimd ?? true),
    threads: options.threads ?? 1,
    gap: 0,
  });
  const took = new Map([...prepared.absorbed].map(([sum, maker]) => [maker, sum]));
  const rows = plan.nodes.map((planned) => rowOf(plan, planned, took, options.profile));
  const memory = `weights ${quantity(prepared.bytes, 'B')}, arena ${quantity(plan.end - prepared.end, 'B')}`;
  return `${graph.name}: ${rows.length} steps, ${memory}\n${table(rows)}`;
}

function rowOf(
  { graph }: GraphPlan,
  { node, plan }: GraphPlan['nodes'][number],
  took: ReadonlyMap<string, string>,
  profile: ReadonlyMap<string, number> | undefined,
): Row {
  const { macs, bytes } = costOf(graph, node);
  const milliseconds = profile?.get(node.name);
  const sum = took.get(node.name);
  return {
    step: node.name,
    op: sum === undefined ? node.op : `${node.op} + ${sum}`,
    kernel: plan === undefined ? 'view' : plan.label,
    units: plan === undefined ? '' : plan.stages.map(({ units }) => units).join(' + '),
    macs: macs === 0 ? '' : quantity(macs, ''),
    bytes: plan === undefined ? '' : quantity(bytes, 'B'),
    milliseconds: milliseconds === undefined ? '' : milliseconds.toFixed(3),
    gigaflops:
      milliseconds === undefined || macs === 0 ? '' : (macs / milliseconds / 5e5).toFixed(1),
  };
}

function costOf(graph: Graph, node: Node): { readonly macs: number; readonly bytes: number } {
  const { [residualOperand]: residual, ...inputs } = node.inputs;
  const operands = operandTypes(graph.values, { ...node, inputs });
  const results = node.outputs.map((value) => typeOf(graph, value));
  const macs = definitionOf(node.op).work?.(operands, results, node.attributes).macs ?? 0;
  const added = typeof residual === 'string' ? [typeOf(graph, residual)] : [];
  const types = [...Object.values(operands).flat(), ...added, ...results];
  return { macs, bytes: types.reduce((sum, type) => sum + bytesOf(type), 0) };
}

function bytesOf({ dtype, shape }: ValueType): number {
  return sizeOf(shape as readonly number[]) * bytesPerElement(dtype);
}

/** A number in at most four digits: `12.3 MB`. */
function quantity(value: number, unit: string): string {
  const [scale, prefix] = value >= 1e6 ? [1e6, 'M'] : value >= 1e3 ? [1e3, 'k'] : [1, ''];
  return `${Number((value / scale).toPrecision(3))} ${prefix}${unit}`.trim();
}

const heads: Readonly<Record<keyof Row, string>> = {
  step: 'step',
  op: 'op',
  kernel: 'kernel',
  units: 'units',
  macs: 'MACs',
  bytes: 'moved',
  milliseconds: 'ms',
  gigaflops: 'GFLOP/s',
};

function table(rows: readonly Row[]): string {
  const names = Object.keys(heads) as readonly (keyof Row)[];
  const columns = names.filter((name) => rows.some((row) => row[name] !== ''));
  const lines = [heads, ...rows];
  const widths = columns.map((name) => Math.max(...lines.map((line) => line[name].length)));
  const text = (line: Readonly<Record<keyof Row, string>>): string =>
    columns
      .map((name, i) => line[name].padEnd(widths[i]!))
      .join('  ')
      .trimEnd();
  return lines.map(text).join('\n');
}
