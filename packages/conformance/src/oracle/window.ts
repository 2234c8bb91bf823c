/** Padding as an attribute writes it. */
export type WrittenPadding =
  | 'valid'
  | 'same'
  | 'sameLower'
  | {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };

/** One axis of a sliding window, all numbers in pixels. */
export interface Sliding {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros before the first pixel. */
  readonly before: number;
  readonly outputs: number;
}

/**
 * Where a window stands along one axis.
 *
 * SAME keeps `ceil(size / stride)` positions and centres what it pads: the odd pixel goes to the end,
 * with `sameLower` to the start (TensorFlow's padding notes; ONNX Conv, auto_pad). Written without
 * looking at the op table, so that a mistake there and one here do not agree.
 */
export function slide(
  axis: 'rows' | 'columns',
  size: number,
  kernel: number,
  stride: number,
  dilation: number,
  padding: WrittenPadding,
): Sliding {
  const reach = (kernel - 1) * dilation + 1;
  const fixed = { kernel, stride, dilation };
  if (padding === 'same' || padding === 'sameLower') {
    const outputs = Math.floor((size + stride - 1) / stride);
    const needed = (outputs - 1) * stride + reach - size;
    const pad = needed > 0 ? needed : 0;
    const before = padding === 'same' ? (pad - (pad % 2)) / 2 : (pad + (pad % 2)) / 2;
    return { ...fixed, before, outputs };
  }
  const [before, after] = sides(axis, padding);
  let outputs = 0;
  for (let start = 0; start + reach <= before + size + after; start += stride) outputs++;
  return { ...fixed, before, outputs };
}

/** Pixels before and after along an axis; none for `valid`. */
export function sides(
  axis: 'rows' | 'columns',
  padding: Exclude<WrittenPadding, 'same' | 'sameLower'>,
): [number, number] {
  if (padding === 'valid') return [0, 0];
  return axis === 'rows' ? [padding.top, padding.bottom] : [padding.left, padding.right];
}
