/** Whether an array holds neither NaN nor an infinity. */
export function isFiniteArray(data: Float32Array): boolean {
  // x − x is 0 for finite x and NaN for the rest; one NaN stays in the sum.
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i]! - data[i]!;
  return sum === 0;
}
