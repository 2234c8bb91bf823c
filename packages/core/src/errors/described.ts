/** Any value in a few words for a message, however deep or odd it is. */
export function described(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 100);
  } catch {
    // Nested past the stack, cyclic, or a bigint.
    return typeof value;
  }
}
