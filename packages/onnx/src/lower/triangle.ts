import { type DType, tensor } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import { dtypeOf } from '../tensor/to-tensor.js';
import type { Lowerings } from './lowering.js';

/** Larger matrices are not turned into constants of the graph. */
const largest = 2 ** 22;

/** Rows and columns of the matrices that an operand holds. */
function extents(node: NodeImport): readonly [rows: number, columns: number] {
  const [rows, columns] = node.shape(0).slice(-2);
  if (rows === undefined || columns === undefined) {
    throw errorAt(node.node.place, `${node.node.opType} needs matrices`);
  }
  if (typeof rows !== 'number' || typeof columns !== 'number') {
    throw new Unsupported(`its matrices have the open extents ${rows} and ${columns}`);
  }
  if (rows * columns <= largest) return [rows, columns];
  throw new Unsupported(`its matrices have over ${largest} elements`);
}

function matrix(
  [rows, columns]: readonly [number, number],
  holds: (column: number, row: number) => boolean,
): readonly number[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    return Number(holds(i % columns, Math.floor(i / columns)));
  });
}

/** Parts of matrices on one side of a diagonal, and that diagonal itself. */
export const triangle: Lowerings = {
  Trilu(node) {
    const { g } = node;
    const size = extents(node);
    const k = node.has(1) ? node.number(1) : 0;
    const upper = node.attributes.flag('upper', true);
    const kept = matrix(size, (column, row) => (upper ? column - row >= k : column - row <= k));
    const condition = g.constant(node.name('kept'), tensor('bool', size, kept));
    const a = node.value(0);
    const b = g.constant(node.name('zero'), tensor(a.dtype, []));
    return g.where({ condition, a, b }, {}, node.name());
  },
  EyeLike(node) {
    const size = extents(node);
    const k = node.attributes.int('k', 0);
    const declared = node.attributes.int('dtype', 0);
    const dtype: DType | undefined = declared === 0 ? node.dtype(0) : dtypeOf(declared);
    if (dtype === undefined) throw new Unsupported('its dtype has no place in a graph');
    const ones = matrix(size, (column, row) => column - row === k);
    return node.g.constant(node.name(), tensor(dtype, size, ones));
  },
};
