import {
  depthwiseCycles,
  type DepthwisePlan,
  depthwisePixels,
  emitDepthwiseRow,
} from '../convolution/depthwise-row.js';
import { depthwiseLength, packDepthwise } from '../convolution/depthwise-weights.js';
import { emitStrip, rowUnits } from '../convolution/row-units.js';
import { windowGeometry } from '../convolution/window-geometry.js';
import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import { i32 } from '../encoder/index.js';
import type { Kernel, Stage } from '../kernel.js';
import { emitProduct, type MatrixProduct } from '../tiles/matrix-product.js';
import { emitGridUnit, gridOf, panelsBytes, unitsOf } from '../tiles/matrix-stage.js';
import { packPanels, panelCount, panelsLength } from '../tiles/panels.js';
import { tileCycles, tileRows } from '../tiles/tile-rows.js';

/** Bytes of the depthwise result that a strip may hold: it stays in the second-level cache. */
const stripBytes = 128 * 1024;
/** What is larger than this has left the second-level cache when it is wanted again. */
const cacheBytes = 512 * 1024;
/** Bytes that come from beyond it in a cycle. */
const streamRate = 8;

/**
 * Depthwise and pointwise convolution. Where the map is large and the weights are small, strip by strip:
 * the depthwise result of a strip stays in cache until it has been multiplied. Elsewhere one after the
 * other, for reading large weights once a strip costs more than the intermediate result.
 */
export const separableConv2d: Kernel<'separableConv2d'> = {
  addsResidual: true,

  refuse({ attributes, constants, operands }) {
    const { depthwiseFilter: filter, pointwiseFilter } = constants;
    const isConstant = (['depthwiseBias', 'bias'] as const).every(
      (name) => operands[name] === undefined || constants[name] !== undefined,
    );
    if (filter === undefined || pointwiseFilter === undefined || !isConstant) {
      return 'backend wasm needs constant weights';
    }
    if (filter.shape[3] !== 1) return 'backend wasm needs a multiplier of 1';
    if (filter.shape[0]! > 30) return 'backend wasm needs kernels of at most 30 rows';
    return refuseActivation(attributes.depthwiseActivation, attributes.activation);
  },

  pack({ constants, operands }) {
    const { depthwiseFilter, pointwiseFilter, depthwiseBias, bias } = constants;
    const [kernelHeight, kernelWidth] = depthwiseFilter!.shape as [number, number];
    const [depth, columns] = pointwiseFilter!.shape as [number, number];
    const taps = kernelHeight * kernelWidth;
    const ahead = depthwiseLength(taps, depth);
    const data = new Float32Array(ahead + panelsLength(depth, columns));
    packDepthwise(depthwiseFilter!.data, depthwiseBias?.data, taps, depth, data);
    const place = { offset: 0, rowStep: columns };
    packPanels(pointwiseFilter!.data, place, depth, columns, bias?.data, 0, data, ahead);
    const names = ['depthwiseFilter', 'pointwiseFilter', 'depthwiseBias', 'bias'] as const;
    return { takes: names.filter((name) => operands[name] !== undefined), data };
  },

  plan({ attributes, operands, results, hasResidual, instructions, threads }) {
    const [kernelHeight, kernelWidth] = operands.depthwiseFilter.shape as [number, number];
    const [depth, outputs] = operands.pointwiseFilter.shape as [number, number];
    const kernel = [kernelHeight, kernelWidth] as const;
    const geometry = windowGeometry(operands.x.shape, results[0]!.shape, kernel, attributes);
    const { rows, columns } = geometry;
    const images = operands.x.shape[0]!;
    const pixels = depthwisePixels(geometry, instructions);
    const depthwise: DepthwisePlan = {
      geometry,
      activation: attributes.depthwiseActivation,
      instructions,
      pixels,
    };
    const activation = activationOf(attributes.activation);
    const product: MatrixProduct = {
      depth,
      columns: outputs,
      sourceStep: depth * 4,
      resultStep: outputs * 4,
      residual: hasResidual,
      activation,
      activationKey: activationKey(attributes.activation),
      instructions,
    };
    const rowBytes = columns.outputs * depth * 4;
    const imageBytes = rows.size * columns.size * depth * 4;
    const panelsAt = depthwiseLength(kernelHeight * kernelWidth, depth) * 4;
    const math = { ...activationOf(attributes.depthwiseActivation)?.math, ...activation?.math };
    const strips = rowUnits(
      outputs === 0 ? 0 : images,
      rows.outputs,
      threads,
      (strip) =>
        strip * depthwiseCycles(geometry) +
        depth * panelCount(outputs) * (tileCycles(strip * columns.outputs, instructions) + 1),
      Math.floor(stripBytes / Math.max(1, rowBytes)),
    );
    const depthwiseUnits = rowUnits(
      depth === 0 ? 0 : images,
      rows.outputs,
      threads,
      (strip) => strip * depthwiseCycles(geometry),
    );
    const grid = gridOf(images * rows.outputs * columns.outputs, depth, outputs, {
      instructions,
      threads,
    });
    const middleBytes = images * rows.outputs * rowBytes;
    const fused =
      strips.cycles +
      streaming(strips.strips * panelsBytes(depth, outputs), panelsBytes(depth, outputs));
    const apart =
      depthwiseUnits.cycles + grid.cycles + streaming(2 * middleBytes, middleBytes) / threads;
    const isFused = fused <= apart;

    if (isFused) {
      const stage: Stage<'separableConv2d'> = {
        units: strips.images * strips.strips,
        emit({ module, f, unit, threadScratch, operands: { x }, residual, results: [y], packed }) {
          const strip = emitStrip(f, strips, unit);
          const image = f.local('i32', i32.add(i32.mul(strip.image, imageBytes), x));
          const middle = f.local('i32', threadScratch);
          f.for({ from: strip.first, to: strip.end }, (row) => {
            const place = { image, weights: packed, result: middle };
            emitDepthwiseRow(module, f, depthwise, row, place);
            f.advance(middle, rowBytes);
          });
          const first = i32.add(i32.mul(strip.image, rows.outputs), strip.first);
          const result = f.local('i32', i32.add(i32.mul(first, columns.outputs * outputs * 4), y!));
          const multiply = (count: number): void =>
            emitProduct(
              module,
              f,
              product,
              count * columns.outputs,
              {
                source: threadScratch,
                panels: packed + panelsAt,
                result,
                residual: i32.add(result, (residual ?? 0) - y!),
              },
              { first: 0, end: panelCount(outputs) },
            );
          const last = rows.outputs - (strips.strips - 1) * strips.strip;
          if (last === strips.strip) multiply(last);
          else
            f.if(
              i32.eq(i32.sub(strip.end, strip.first), strips.strip),
              () => multiply(strips.strip),
              () => multiply(last),
            );
        },
      };
      return {
        label: `separable, strips of ${strips.strip} rows, ${pixels} pixels, ${tileRows(strips.strip * columns.outputs, instructions)}×8 tiles`,
        inPlace: ['residual'],
        math,
        threadScratch: strips.strip * rowBytes,
        stages: [stage],
      };
    }

    return {
      label: `separable in two stages, ${pixels} pixels, ${tileRows(grid.strip, instructions)}×8 tiles`,
      inPlace: ['residual'],
      math,
      scratch: middleBytes,
      stages: [
        {
          units: depthwiseUnits.images * depthwiseUnits.strips,
          emit({ module, f, unit, operands: { x }, scratch, packed }) {
            const strip = emitStrip(f, depthwiseUnits, unit);
            const image = f.local('i32', i32.add(i32.mul(strip.image, imageBytes), x));
            const row = i32.mul(strip.image, rows.outputs);
            const base = f.local('i32', i32.add(i32.mul(row, rowBytes), scratch));
            f.for({ from: strip.first, to: strip.end }, (output) => {
              const result = i32.add(base, i32.mul(output, rowBytes));
              emitDepthwiseRow(module, f, depthwise, output, { image, weights: packed, result });
            });
          },
        },
        {
          units: unitsOf(grid),
          emit({ module, f, unit, residual, results: [y], scratch, packed }) {
            emitGridUnit(module, f, unit, product, grid, {
              source: scratch,
              panels: packed + panelsAt,
              result: y!,
              residual: residual ?? 0,
            });
          },
        },
      ],
    };
  },
};

/** Cycles that `bytes` of traffic cost when they go through a piece of memory of a size. */
function streaming(bytes: number, size: number): number {
  return size > cacheBytes ? bytes / streamRate : 0;
}
