import { type Tensor } from '@separable/core';

/** An element of a vector and where it stands. */
export interface TopEntry {
  readonly index: number;
  readonly value: number;
}

/** What an output holds, in a few numbers. */
export interface OutputSummary {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Least, largest and mean of the elements that are not NaN; null when there are none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly nan: number;
  /** The five largest, for a vector (all extents but one are 1); null for other shapes. */
  readonly top: readonly TopEntry[] | null;
  /** Where it was written; null when it was not. */
  readonly file: string | null;
}

const topLength = 5;

/** Looks an output over. */
export function summarise(name: string, tensor: Tensor, file: string | undefined): OutputSummary {
  let [min, max, sum, nan] = [Infinity, -Infinity, 0, 0];
  for (const value of tensor.data) {
    if (Number.isNaN(value)) nan++;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
    }
  }
  const count = tensor.data.length - nan;
  const none = count === 0;
  return {
    name,
    dtype: tensor.dtype,
    shape: tensor.shape,
    min: none ? null : min,
    max: none ? null : max,
    mean: none ? null : sum / count,
    nan,
    top: isVector(tensor) ? topOf(tensor) : null,
    file: file ?? null,
  };
}

function isVector({ shape }: Tensor): boolean {
  return shape.filter((extent) => extent !== 1).length === 1 && !shape.includes(0);
}

/** The largest in order; of equals the first. NaN is never among them. */
function topOf({ data }: Tensor): readonly TopEntry[] {
  const top: TopEntry[] = [];
  for (const [index, value] of data.entries()) {
    if (Number.isNaN(value)) continue;
    const at = top.findIndex((entry) => entry.value < value);
    if (at >= 0) top.splice(at, 0, { index, value });
    else if (top.length < topLength) top.push({ index, value });
    if (top.length > topLength) top.pop();
  }
  return top;
}
