import { type Dim, scalar, tensor, type Value } from '@separable/core';
import type { NodeImport } from '../../import/node-import.js';
import { Unsupported } from '../../import/unsupported.js';
import { errorAt } from '../../proto/place.js';
import { type Squash, squashes } from './activation.js';
import type { Lowering } from '../lowering.js';

/** More steps than this would make a graph too long to compile; each takes some ten nodes. */
const longest = 256;

/** What a cell carries from step to step: the hidden state first. Each is `[batch, hidden]`. */
export type State = readonly Value[];

/** The parts of one direction, for a cell to compute with. */
export interface Direction {
  readonly node: NodeImport;
  readonly hidden: number;
  readonly squashes: readonly Squash[];
  /** An operand with one entry a direction, that of this one; undefined when it is left out. */
  readonly part: (operand: number) => Value | undefined;
}

/** One kind of recurrent network. */
export interface Kind {
  readonly gates: number;
  readonly activations: readonly string[];
  /** The operands that hold initial states. */
  readonly initial: readonly number[];
  /** One step, given the gates' share of the input. */
  readonly cell: (direction: Direction) => (input: Value, state: State) => State;
  /** What is added to the input's share of all gates, `[gates·hidden]`; undefined for nothing. */
  readonly bias: (direction: Direction) => Value | undefined;
}

/**
 * A recurrent operator as the steps it takes. The input's share of the gates is one dense layer over all
 * steps; what is left of a step hangs on the state.
 *
 * Source: ONNX RNN-14, LSTM-14, GRU-14.
 */
export function recurrent(kind: Kind): Lowering {
  return (node) => {
    const { g, attributes } = node;
    const batchFirst = attributes.flag('layout', false);
    const way = attributes.string('direction', 'forward');
    const ways = way === 'bidirectional' ? ['forward', 'reverse'] : [way];
    const hidden = attributes.int('hidden_size', node.shape(2)[2] as number);
    attributes.ignore('hidden_size', 'output_sequence');
    if (attributes.has('clip')) throw new Unsupported('it clips what goes into its activations');
    const given = node.value(0);
    const x = batchFirst
      ? g.transpose({ x: given }, { permutation: [1, 0, 2] }, node.name('steps'))
      : given;
    const [steps, batch] = x.shape;
    const count = countOf(steps!);
    checkWeights(node, kind, ways.length, hidden);
    const functions = squashes(node, kind.activations, ways.length);
    const runs = ways.map((one, index) => {
      if (one !== 'forward' && one !== 'reverse') throw new Unsupported(`its direction is ${one}`);
      const part = (operand: number): Value | undefined => partOf(node, operand, index);
      const direction = { node, hidden, squashes: functions[index]!, part };
      const states = kind.initial.map((operand) => {
        const initial = batchFirst ? batchFirstPart(node, operand, index) : part(operand);
        return initial ?? zeros(node, [batch!, hidden]);
      });
      return run(kind, direction, { x, count, reverse: one === 'reverse', states });
    });
    return results(node, runs, batchFirst);
  };
}

function countOf(steps: Dim): number {
  if (typeof steps !== 'number') {
    throw new Unsupported(
      `it takes the open number of steps ${steps}; pin it with the option inputShapes`,
    );
  }
  if (steps <= longest) return steps;
  throw new Unsupported(`it takes ${steps} steps; at most ${longest} are supported`);
}

function checkWeights(node: NodeImport, kind: Kind, directions: number, hidden: number): void {
  const [w, r] = [node.shape(1), node.shape(2)];
  const rows = kind.gates * hidden;
  const wanted = [directions, rows, node.shape(0).at(-1)];
  if (
    node.rank(0) === 3 &&
    w.join() === wanted.join() &&
    r.join() === [directions, rows, hidden].join()
  )
    return;
  const text = `weights [${w.join(', ')}] and [${r.join(', ')}] do not fit ${kind.gates} gates of ${hidden}`;
  throw errorAt(node.node.place, text);
}

/** The entry of one direction. */
function partOf(node: NodeImport, operand: number, index: number): Value | undefined {
  if (!node.has(operand)) return undefined;
  const x = node.value(operand);
  return entry(node, x, 0, index);
}

function batchFirstPart(node: NodeImport, operand: number, index: number): Value | undefined {
  return node.has(operand) ? entry(node, node.value(operand), 1, index) : undefined;
}

function entry(node: NodeImport, x: Value, axis: number, index: number): Value {
  const range = { axes: [axis], starts: [index], ends: [index + 1], steps: [1] };
  const one = x.shape[axis] === 1 ? x : node.g.slice({ x }, range, node.name('direction'));
  return node.g.squeeze({ x: one }, { axes: [axis] }, node.name('direction'));
}

function zeros(node: NodeImport, shape: readonly Dim[]): Value {
  const x = node.g.constant(node.name('zero'), scalar('float32', 0));
  return node.g.expand({ x }, { shape }, node.name('zeros'));
}

interface Input {
  readonly x: Value;
  readonly count: number;
  readonly reverse: boolean;
  readonly states: State;
}

interface Run {
  /** The hidden state after each step, in the order of the input. */
  readonly hidden: readonly Value[];
  readonly last: State;
}

function run(kind: Kind, direction: Direction, { x, count, reverse, states }: Input): Run {
  const { node } = direction;
  const { g } = node;
  const filter = transposed(direction, direction.part(1)!);
  const bias = kind.bias(direction);
  const all = g.dense({ x, filter, ...(bias && { bias }) }, {}, node.name('input'));
  const sizes = Array.from({ length: count }, () => 1);
  const parts = count === 1 ? [all] : g.split({ x: all }, { axis: 0, sizes }, node.name('steps'));
  const step = kind.cell(direction);
  const lengths = lengthsOf(node, count);
  const hidden: Value[] = [];
  let state = states;
  for (let i = 0; i < count; i++) {
    const at = reverse ? count - 1 - i : i;
    const input = g.squeeze({ x: parts[at]! }, { axes: [0] }, node.name('step'));
    const next = step(input, state);
    const runs = lengths && lengths.map((length) => at < length);
    hidden[at] = runs ? chosen(node, runs, next[0]!, undefined) : next[0]!;
    state = runs ? next.map((value, part) => chosen(node, runs, value, state[part])) : next;
  }
  return { hidden, last: state };
}

/** The lengths of sequences where not all fill the input. */
function lengthsOf(node: NodeImport, count: number): readonly number[] | undefined {
  if (!node.has(4)) return undefined;
  const lengths = node.integers(4);
  return lengths.every((length) => length === count) ? undefined : lengths;
}

/** `value` for the sequences that still run, `otherwise` (or 0) for those that ended. */
function chosen(
  node: NodeImport,
  runs: readonly boolean[],
  value: Value,
  otherwise: Value | undefined,
): Value {
  if (runs.every(Boolean)) return value;
  const { g } = node;
  const mask = tensor('bool', [runs.length, 1], runs.map(Number));
  const condition = g.constant(node.name('runs'), mask);
  const b = otherwise ?? g.constant(node.name('ended'), scalar('float32', 0));
  return g.where({ condition, a: value, b }, {}, node.name('running'));
}

/** A matrix `[out, in]` as a filter `[in, out]`. */
export function transposed({ node }: Direction, x: Value): Value {
  return node.g.transpose({ x }, { permutation: [1, 0] }, node.name('filter'));
}

/** Rows of a matrix or elements of a vector, counted in gates. */
export function gatesOf({ node, hidden }: Direction, x: Value, from: number, to: number): Value {
  const range = { axes: [0], starts: [from * hidden], ends: [to * hidden], steps: [1] };
  return node.g.slice({ x }, range, node.name('gates'));
}

/** `[steps, directions, batch, hidden]`, then the last states; `layout` moves the batch ahead. */
function results(node: NodeImport, runs: readonly Run[], batchFirst: boolean): readonly Value[] {
  const { g } = node;
  const stack = (inputs: readonly Value[], axis: number, name: string): Value => {
    const parts = inputs.map((x) => g.expandDims({ x }, { axes: [axis] }, node.name('part')));
    return parts.length === 1 ? parts[0]! : g.concat({ inputs: parts }, { axis }, name);
  };
  const last = runs[0]!.last.map((_, i) =>
    stack(
      runs.map((one) => one.last[i]!),
      batchFirst ? 1 : 0,
      node.name('last'),
    ),
  );
  const perStep = runs[0]!.hidden.map((_, at) =>
    stack(
      runs.map((one) => one.hidden[at]!),
      batchFirst ? 1 : 0,
      node.name('both'),
    ),
  );
  return [stack(perStep, batchFirst ? 1 : 0, node.name()), ...last];
}

/** Both biases of all gates, added up. */
export function summedBias(kindGates: number): Kind['bias'] {
  return (direction) => {
    const bias = direction.part(3);
    if (bias === undefined) return undefined;
    const a = gatesOf(direction, bias, 0, kindGates);
    const b = gatesOf(direction, bias, kindGates, 2 * kindGates);
    return direction.node.g.add({ a, b }, {}, direction.node.name('bias'));
  };
}
