interface Off {
  readonly value: number;
  readonly error: number;
}

/** How far `a / b` may move when a and b are off by their errors; infinite when its class may change. */
export function quotientError(a: Off, b: Off): number {
  if (a.error === 0 && b.error === 0) return 0;
  if (a.error === Infinity || b.error === Infinity) return Infinity;
  if (Number.isNaN(a.value) || Number.isNaN(b.value)) return 0;
  if (b.error > 0 && Math.abs(b.value) <= b.error) return Infinity;
  if (!Number.isFinite(b.value)) return 0;
  if (!Number.isFinite(a.value)) return 0;
  if (b.value === 0) return Math.abs(a.value) <= a.error ? Infinity : 0;
  const quotient = Math.abs(a.value / b.value);
  return (a.error + quotient * b.error) / (Math.abs(b.value) - b.error);
}
