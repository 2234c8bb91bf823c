import { ShapeMismatchError } from '../errors/errors.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import { type AttributeSpec, expected } from './attribute.js';

/**
 * Padding of a sliding window over rows and columns.
 *
 * - `valid`: none;
 * - `same`: `ceil(size / stride)` outputs, an odd pixel of padding at the end (TensorFlow's SAME,
 *   ONNX's SAME_UPPER);
 * - `sameLower`: the same, an odd pixel at the start;
 * - explicit pixels on each side.
 */
export type Padding = 'valid' | 'same' | 'sameLower' | ExplicitPadding;

export interface ExplicitPadding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const sides = ['top', 'bottom', 'left', 'right'] as const;

export function padding(fallback: Padding = 'valid'): AttributeSpec<Padding> {
  const accepts = 'valid, same, sameLower or { top, bottom, left, right } in pixels';
  return {
    accepts,
    default: fallback,
    parse(value) {
      if (value === 'valid' || value === 'same' || value === 'sameLower') return value;
      if (typeof value !== 'object' || value === null) throw expected(accepts, value);
      const given = value as Record<string, unknown>;
      const [top, bottom, left, right] = sides.map((side) => given[side]);
      if (Object.keys(given).length !== 4 || ![top, bottom, left, right].every(isPixels)) {
        throw expected(accepts, value);
      }
      return { top, bottom, left, right } as ExplicitPadding;
    },
  };
}

function isPixels(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Padding before and after along one axis, in pixels. */
export interface AxisPadding {
  readonly before: number;
  readonly after: number;
}

/** One axis of a sliding window. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** `'valid'`, `'same'`, `'sameLower'`, or the pixels of this axis. */
  readonly padding: 'valid' | 'same' | 'sameLower' | AxisPadding;
}

/** Pixels a kernel spans: `dilation × (kernel − 1) + 1`. */
export function span({ kernel, dilation }: Pick<Window, 'kernel' | 'dilation'>): number {
  return dilation * (kernel - 1) + 1;
}

/** The windows of rows and of columns. */
export function windows(
  kernel: readonly [number, number],
  attributes: {
    readonly strides: readonly [number, number];
    readonly dilations?: readonly [number, number];
    readonly padding: Padding;
  },
): readonly [Window, Window] {
  const { strides, dilations = [1, 1], padding: p } = attributes;
  const pick = (axis: 0 | 1, before: 'top' | 'left', after: 'bottom' | 'right'): Window => ({
    kernel: kernel[axis],
    stride: strides[axis],
    dilation: dilations[axis],
    padding: typeof p === 'string' ? p : { before: p[before], after: p[after] },
  });
  return [pick(0, 'top', 'bottom'), pick(1, 'left', 'right')];
}

/** The pixels of padding that a window puts around `size` pixels. */
export function resolvePadding(size: number, window: Window): AxisPadding {
  if (window.padding === 'valid') return { before: 0, after: 0 };
  if (typeof window.padding === 'object') return window.padding;
  const outputs = Math.ceil(size / window.stride);
  const total = Math.max(0, (outputs - 1) * window.stride + span(window) - size);
  const less = Math.floor(total / 2);
  return window.padding === 'same'
    ? { before: less, after: total - less }
    : { before: total - less, after: less };
}

/**
 * Positions of a window over `size` pixels: `ceil(size / stride)` for the SAME kinds, otherwise
 * `floor((size + padding − span) / stride) + 1`, with `ceil` in ceil mode (then the last window must
 * start inside the input or its leading padding).
 *
 * @throws ShapeMismatchError when the window is larger than the padded input
 */
export function windowOutputs(size: Dim, window: Window, ceilMode = false): Dim {
  if (window.padding === 'same' || window.padding === 'sameLower') {
    return dim.ceilDiv(size, window.stride);
  }
  const { before, after } = window.padding === 'valid' ? { before: 0, after: 0 } : window.padding;
  const room = dim.subtract(dim.add(size, before + after), span(window));
  if (typeof room === 'number' && room < 0) {
    throw new ShapeMismatchError(
      `a window spanning ${span(window)} is larger than the input of ${size} with padding ${before} + ${after}`,
    );
  }
  const steps = (ceilMode ? dim.ceilDiv : dim.floorDiv)(room, window.stride);
  const outputs = dim.add(steps, 1);
  if (!ceilMode) return outputs;
  // A window that starts in the trailing padding would see no pixel: it is dropped.
  const starting = dim.add(dim.floorDiv(dim.add(size, before - 1), window.stride), 1);
  return dim.min(outputs, starting);
}
