import {
  type Activation,
  sizeOf,
  type Tensor,
  type TensorData,
  type ValueType,
} from '@separable/core';
import { activationLoop } from '../elementwise/activate.js';
import type { ConcreteType, Scratch, Step } from '../kernel.js';
import { blocksLength, blockViews } from './blocks.js';
import { multiplyRows, packedStrip } from './multiply-rows.js';
import { packPanels, panelsLength, panelViews } from './panels.js';

/** What pointwise convolutions and dense layers share: `x [..., Cin]`, `filter [Cin, Cout]`. */
export interface DenseOperands<V> {
  readonly x: V;
  readonly filter: V;
  readonly bias?: V | undefined;
}

interface DensePlan {
  readonly scratch: readonly Scratch[];
  bind(memory: {
    readonly operands: DenseOperands<TensorData>;
    readonly results: readonly TensorData[];
    readonly scratch: readonly TensorData[];
  }): Step;
}

interface DensePlanner {
  readonly packed: readonly ('filter' | 'bias')[];
  readonly bytes: number;
  plan(site: { readonly operands: DenseOperands<ConcreteType> }): DensePlan;
}

/** Packs a constant filter once; one that is an activation is packed at the start of each step. */
export function denseKernel(site: {
  readonly attributes: { readonly activation: Activation | null };
  readonly operands: DenseOperands<ValueType>;
  readonly constants: Readonly<Record<string, Tensor | undefined>>;
}): DensePlanner {
  const activate = activationLoop(site.attributes.activation);
  const { filter, bias } = site.constants;
  const constant =
    filter !== undefined && (bias !== undefined) === (site.operands.bias !== undefined);
  const ready = constant ? pack(filter.shape, filter.data, bias?.data) : undefined;
  const readyViews = ready && panelViews(ready, filter!.shape[0]!);
  return {
    packed: !constant ? [] : bias === undefined ? ['filter'] : ['filter', 'bias'],
    bytes: ready?.byteLength ?? 0,
    plan({ operands }) {
      const [depth, columns] = operands.filter.shape as [number, number];
      const rows = sizeOf(operands.x.shape.slice(0, -1));
      const length = panelsLength(depth, columns);
      return {
        scratch: [
          { dtype: 'float32', length: blocksLength(packedStrip(rows, depth), depth) },
          { dtype: 'float32', length: ready === undefined ? length : 0 },
        ],
        bind({ operands: arrays, results, scratch }) {
          const x = arrays.x as Float32Array;
          const y = results[0] as Float32Array;
          const data = scratch[0] as Float32Array;
          const memory = { data, blocks: blockViews(data, depth) };
          const panels = ready ?? (scratch[1] as Float32Array);
          const views = readyViews ?? panelViews(panels, depth);
          return () => {
            if (ready === undefined) pack([depth, columns], arrays.filter, arrays.bias, panels);
            multiplyRows(x, rows, depth, views, columns, y, activate, memory);
          };
        },
      };
    },
  };
}

/** Panels of a row-major `[Cin, Cout]` filter. */
function pack(
  shape: readonly number[],
  filter: TensorData,
  bias: TensorData | undefined,
  panels?: Float32Array,
): Float32Array {
  const [depth, columns] = shape as [number, number];
  const into = panels ?? new Float32Array(panelsLength(depth, columns));
  const place = { offset: 0, depthStride: columns, columnStride: 1 };
  packPanels(
    filter as Float32Array,
    place,
    depth,
    columns,
    bias as Float32Array | undefined,
    0,
    into,
    0,
  );
  return into;
}
