/** A count with its thousands apart: `10,838,016`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** Bytes in the binary unit that keeps the number short: `512 B`, `1.5 KiB`, `24 MiB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${numberText(bytes / 2 ** (10 * power), 3)} ${units[power]}`;
}

/** Milliseconds to three digits: `0.42 ms`, `13.7 ms`, `2,140 ms`. */
export function millisecondsText(milliseconds: number): string {
  const text =
    milliseconds < 1000 ? numberText(milliseconds, 3) : countText(Math.round(milliseconds));
  return `${text} ms`;
}

/** A number to some significant digits, without trailing zeros; `nan` and `inf` as NumPy says them. */
export function numberText(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(Number(value.toPrecision(digits)));
}
