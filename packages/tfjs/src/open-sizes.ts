import type { Dim } from '@separable/core';

/**
 * Names for the extents that a model leaves open: `batch` for the first axis, `H` and `W` for the rows
 * and columns of an image, the number of the axis otherwise; a second input's rows are `H_2`.
 */
export class OpenSizes {
  private readonly counts = new Map<string, number>();

  /** @param extents numbers, and null or a negative number where the model leaves one open */
  shape(extents: readonly (number | null)[]): readonly Dim[] {
    return extents.map((extent, axis) => {
      if (extent !== null && extent >= 0) return extent;
      if (axis === 0) return 'batch';
      const name = extents.length === 4 && axis < 3 ? ['H', 'W'][axis - 1]! : `axis${axis}`;
      return this.fresh(name);
    });
  }

  private fresh(wish: string): string {
    const count = (this.counts.get(wish) ?? 0) + 1;
    this.counts.set(wish, count);
    return count === 1 ? wish : `${wish}_${count}`;
  }
}
