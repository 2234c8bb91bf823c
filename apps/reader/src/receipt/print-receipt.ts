import { columns } from './columns.js';
import { bytes, count, grouped, milliseconds } from './quantity.js';
import type { NetworkReceipt } from './receipt.js';

const rows: readonly (readonly [string, (receipt: NetworkReceipt) => string])[] = [
  ['backend', ({ backend }) => backend],
  ['runs', ({ runs }) => grouped(runs)],
  ['MACs', ({ macs }) => count(macs)],
  ['parameters', ({ parameters }) => count(parameters)],
  ['peak activations', ({ peakActivationBytes }) => bytes(peakActivationBytes)],
  ['load', ({ loadMs }) => milliseconds(loadMs)],
  ['compile', ({ compileMs }) => milliseconds(compileMs)],
  ['run', ({ runMs }) => milliseconds(runMs)],
  ['nodes native', ({ nodesNative }) => grouped(nodesNative)],
  ['nodes decomposed', ({ nodesDecomposed }) => grouped(nodesDecomposed)],
];

/** The receipt as a table: a column for each network, a row for each figure. */
export function printReceipt(receipts: readonly NetworkReceipt[]): string {
  const table = [
    ['receipt', ...receipts.map(({ network }) => network as string)],
    ...rows.map(([label, figure]) => [label, ...receipts.map(figure)]),
  ];
  return columns(table);
}
