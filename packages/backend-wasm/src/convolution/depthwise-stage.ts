import type { ValueType } from '@separable/core';
import { type FunctionBuilder, i32, type Local, type ModuleBuilder } from '../encoder/index.js';
import {
  depthwiseCycles,
  depthwisePixels,
  type DepthwisePlan,
  emitDepthwiseRow,
} from './depthwise-row.js';
import { emitStrip, type RowUnits, rowUnits, type Strip } from './row-units.js';
import { windowGeometry } from './window-geometry.js';

type Attributes = Parameters<typeof windowGeometry>[3];

/** Whether tiles take a filter: one a channel, and no more rows than the mask of rows has bits. */
export function isTiled({ shape }: Pick<ValueType, 'shape'>): boolean {
  return shape[3] === 1 && (shape[0] as number) <= 30;
}

/** Plans a depthwise convolution of one filter a channel. */
export function planDepthwise(
  x: readonly number[],
  y: readonly number[],
  filter: readonly number[],
  attributes: Attributes,
  rest: Pick<DepthwisePlan, 'activation' | 'instructions'>,
): DepthwisePlan {
  const geometry = windowGeometry(x, y, filter.slice(0, 2) as [number, number], attributes);
  const pixels = depthwisePixels(geometry, rest.instructions);
  return { ...rest, images: x[0]!, geometry, pixels };
}

/** Strips of a depthwise convolution by itself. */
export function depthwiseUnits({ images, geometry }: DepthwisePlan, threads: number): RowUnits {
  const { rows, columns, channels } = geometry;
  const isEmpty = channels === 0 || columns.outputs === 0;
  return rowUnits(
    isEmpty ? 0 : images,
    rows.outputs,
    threads,
    (strip) => strip * depthwiseCycles(geometry),
  );
}

/** Writes the code of one strip; its results go to where `resultOf` says the strip's first row lies. */
export function emitDepthwiseStrip(
  module: ModuleBuilder,
  f: FunctionBuilder,
  unit: Local<'i32'>,
  plan: DepthwisePlan,
  units: RowUnits,
  place: {
    readonly x: number;
    readonly weights: number;
    readonly resultOf: (strip: Strip) => Local<'i32'>;
  },
): Strip {
  const { rows, columns, channels } = plan.geometry;
  const strip = emitStrip(f, units, unit);
  const imageBytes = rows.size * columns.size * channels * 4;
  const image = f.local('i32', i32.add(i32.mul(strip.image, imageBytes), place.x));
  const result = f.local('i32', place.resultOf(strip));
  f.for({ from: strip.first, to: strip.end }, (row) => {
    emitDepthwiseRow(module, f, plan, row, { image, weights: place.weights, result });
    f.advance(result, columns.outputs * channels * 4);
  });
  return strip;
}

/** The address of a strip's first pixel in a map of `bytes` a pixel at `base`. */
export function emitStripStart(
  f: FunctionBuilder,
  { geometry: { rows, columns } }: DepthwisePlan,
  strip: Strip,
  bytes: number,
  base: number,
): Local<'i32'> {
  const row = i32.add(i32.mul(strip.image, rows.outputs), strip.first);
  return f.local('i32', i32.add(i32.mul(row, columns.outputs * bytes), base));
}
