/**
 * The largest difference between two outputs, relative to the largest number of the first. What is no
 * number in one and a number in the other is infinitely far away.
 */
export function deviation(expected: Float32Array, got: Float32Array): number {
  if (expected.length !== got.length) return Infinity;
  let [largest, difference] = [0, 0];
  for (const [i, wanted] of expected.entries()) {
    largest = Math.max(largest, Math.abs(wanted));
    const apart = Object.is(wanted, got[i]) ? 0 : Math.abs(wanted - got[i]!);
    difference = Math.max(difference, Number.isNaN(apart) ? Infinity : apart);
  }
  return difference === 0 ? 0 : difference / largest;
}
