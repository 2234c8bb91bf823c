import { blank, type OracleOp } from '../exact.js';
import { addProduct, emptySum, store } from '../sum.js';

/** `y[…, i, j] = Σ_k a[…, i, k] · b[…, k, j]`; leading dimensions broadcast, either side transposed first. */
export const matmul: OracleOp<'matmul'> = ({ operands: { a, b }, attributes, policy }) => {
  const { transposeA, transposeB } = attributes;
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
  const [rows, inner] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const columns = transposeB ? bRows : bColumns;
  const rank = Math.max(a.shape.length, b.shape.length) - 2;
  const aLead = leading(a.shape, rank);
  const bLead = leading(b.shape, rank);
  const lead = aLead.map((extent, axis) => (extent === 1 ? bLead[axis]! : extent));
  const y = blank('float32', [...lead, rows, columns]);
  for (let at = 0; at < y.value.length; at++) {
    const j = at % columns;
    const i = Math.floor(at / columns) % rows;
    const batch = Math.floor(at / (columns * rows));
    const aBase = broadcastIndex(batch, lead, aLead) * aRows * aColumns;
    const bBase = broadcastIndex(batch, lead, bLead) * bRows * bColumns;
    const sum = emptySum();
    for (let k = 0; k < inner; k++) {
      const p = aBase + (transposeA ? k * aColumns + i : i * aColumns + k);
      const q = bBase + (transposeB ? j * bColumns + k : k * bColumns + j);
      addProduct(sum, a, p, b, q);
    }
    store(sum, y, at, policy, 'matmul');
  }
  return [y];
};

function leading(shape: readonly number[], rank: number): readonly number[] {
  const own = shape.slice(0, -2);
  return [...Array<number>(rank - own.length).fill(1), ...own];
}

/** The position in a tensor of extents `own` that stands behind position `at` of the broadcast `full`. */
function broadcastIndex(at: number, full: readonly number[], own: readonly number[]): number {
  let rest = at;
  let index = 0;
  let step = 1;
  for (let axis = full.length - 1; axis >= 0; axis--) {
    const coordinate = rest % full[axis]!;
    rest = Math.floor(rest / full[axis]!);
    if (own[axis] !== 1) index += coordinate * step;
    step *= own[axis]!;
  }
  return index;
}
