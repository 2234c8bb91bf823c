import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import { type AxisPadding, span, type Window } from './window.js';

/**
 * Positions a transposed window reaches from `size` pixels, before padding crops them:
 * `(size − 1) · stride + span + outputPadding`.
 */
function reached(size: Dim, window: Window, outputPadding: number): Dim {
  const steps = dim.multiply(dim.subtract(size, 1), window.stride);
  return dim.add(steps, span(window) + outputPadding);
}

/**
 * Extent a transposed window puts out: what it reaches less the padding, `size · stride` for the SAME
 * kinds, 0 for an extent of 0.
 */
export function transposedOutputs(size: Dim, window: Window, outputPadding: number): Dim {
  if (size === 0) return 0;
  if (window.padding === 'same' || window.padding === 'sameLower')
    return dim.multiply(size, window.stride);
  const full = reached(size, window, outputPadding);
  if (window.padding === 'valid') return full;
  return dim.subtract(full, window.padding.before + window.padding.after);
}

/** Pixels cut off at the start of what a transposed window reaches from `size` pixels. */
export function transposedCrop(size: number, window: Window, outputPadding: number): AxisPadding {
  if (window.padding === 'valid') return { before: 0, after: 0 };
  if (typeof window.padding === 'object') return window.padding;
  const full = reached(size, window, outputPadding) as number;
  const total = Math.max(0, full - size * window.stride);
  const less = Math.floor(total / 2);
  return window.padding === 'same'
    ? { before: less, after: total - less }
    : { before: total - less, after: less };
}
