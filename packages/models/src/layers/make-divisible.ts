/**
 * The multiple of `divisor` nearest to `count`, at least `divisor`, and never below 90 % of `count`.
 *
 * Source: `_make_divisible` of TensorFlow's MobileNet and of torchvision.
 */
export function makeDivisible(count: number, divisor = 8): number {
  const nearest = Math.max(divisor, Math.floor((count + divisor / 2) / divisor) * divisor);
  return nearest < 0.9 * count ? nearest + divisor : nearest;
}
