import { UsageError } from '../errors.js';
import { type Layout, layouts } from '../picture/layout.js';
import type { ValueRange } from '../picture/to-tensor.js';

/** Options that say how a picture becomes numbers. */
export const pictureOptions = {
  layout: {
    type: 'text',
    value: 'nhwc|nchw',
    description: "order of a picture input's axes, where its shape does not show it",
  },
  mean: {
    type: 'text',
    value: 'M[,M,M]',
    description: 'taken from pixel / 255, one for all channels or one each; 0',
  },
  std: { type: 'text', value: 'S[,S,S]', description: 'what the difference is divided by; 1' },
} as const;

/** How pictures become numbers. */
export interface PictureSettings {
  readonly layout: Layout | undefined;
  readonly range: ValueRange;
  /** Whether the user chose the range; bytes have none. */
  readonly hasRange: boolean;
}

/** @throws UsageError */
export function parsePictureOptions(given: {
  readonly layout: string | undefined;
  readonly mean: string | undefined;
  readonly std: string | undefined;
}): PictureSettings {
  const layout = layouts.find((one) => one === given.layout?.toLowerCase());
  if (given.layout !== undefined && layout === undefined) {
    throw new UsageError(`--layout ${given.layout}: expected ${layouts.join(' or ')}`);
  }
  const range = {
    mean: channelNumbers('--mean', given.mean ?? '0'),
    std: channelNumbers('--std', given.std ?? '1'),
  };
  if (range.std.includes(0))
    throw new UsageError(`--std ${given.std}: nothing can be divided by 0`);
  return { layout, range, hasRange: given.mean !== undefined || given.std !== undefined };
}

function channelNumbers(option: string, text: string): readonly number[] {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!parts.every(Number.isFinite) || (parts.length !== 1 && parts.length !== 3)) {
    throw new UsageError(
      `${option} ${text}: expected one number or three, such as ${option} 0.485,0.456,0.406`,
    );
  }
  return parts.length === 1 ? [parts[0]!, parts[0]!, parts[0]!] : parts;
}
