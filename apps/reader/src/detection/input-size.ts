/** The network halves its input five times, so sides are multiples of 32. */
const multiple = 32;

/**
 * The size at which a picture is searched for text: its longest side at most `limit` pixels,
 * both sides rounded to multiples of 32, never enlarged beyond that rounding.
 */
export function inputSize(
  picture: { readonly width: number; readonly height: number },
  limit: number,
): { width: number; height: number } {
  const shrink = Math.min(1, limit / Math.max(picture.width, picture.height));
  const round = (side: number): number =>
    Math.max(multiple, Math.round((side * shrink) / multiple) * multiple);
  return { width: round(picture.width), height: round(picture.height) };
}
