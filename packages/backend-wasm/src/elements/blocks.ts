import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';

/**
 * Writes the body for a block of `size` of `total` elements, and once more for the last block where that
 * has fewer.
 *
 * @param index the number of the block
 */
export function emitBlocks(
  f: FunctionBuilder,
  index: Local<'i32'>,
  total: number,
  size: number,
  body: (elements: number) => void,
): void {
  const last = total % size;
  if (last === 0) body(size);
  else if (total < size) body(last);
  else
    f.if(
      i32.eq(index, (total - last) / size),
      () => body(last),
      () => body(size),
    );
}
