import { printLines } from './print-lines.js';
import type { Line } from './read-text.js';
import { printReceipt } from './receipt/print-receipt.js';
import type { NetworkReceipt } from './receipt/receipt.js';

/** All there is to tell about one picture; what `--json` prints. */
export interface Report {
  readonly image: string;
  readonly size: { readonly width: number; readonly height: number };
  /** In reading order; boxes in the picture's pixels, angles in radians clockwise. */
  readonly lines: readonly Line[];
  readonly receipt: readonly NetworkReceipt[];
  /** The file with the boxes and the text drawn. */
  readonly drawing: string;
}

/** The report as a person reads it. */
export function printReport({ image, size, lines, receipt, drawing }: Report): string {
  const title = `${image} (${size.width} × ${size.height})`;
  return `${title}\n\n${printLines(lines)}\n\n${printReceipt(receipt)}\n\ndrawn: ${drawing}\n`;
}
