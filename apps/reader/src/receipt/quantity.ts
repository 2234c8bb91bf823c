/** A count with a metric prefix, three significant figures: `1.23 G`. */
export function count(value: number): string {
  const prefixes = ['', ' k', ' M', ' G', ' T'];
  return scaled(value, 1000, prefixes);
}

/** A size in memory with a binary prefix, three significant figures: `36.5 MiB`. */
export function bytes(value: number): string {
  return scaled(value, 1024, [' B', ' KiB', ' MiB', ' GiB']);
}

/** A duration, rounded to what a person reads: `0.4 ms`, `12 ms`, `1,234 ms`. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : grouped(Math.round(value))} ms`;
}

/** A whole number with its thousands apart: `12,345`. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function scaled(value: number, base: number, prefixes: readonly string[]): string {
  let power = 0;
  let rest = value;
  // 999.5 would show as 1000, so it counts as the next prefix already.
  while (rest >= base - 0.5 && power < prefixes.length - 1) {
    rest /= base;
    power++;
  }
  const digits =
    Number.isInteger(rest) && power === 0
      ? 0
      : Math.max(0, 2 - Math.floor(Math.log10(Math.max(rest, 1))));
  return `${rest.toFixed(digits)}${prefixes[power]!}`;
}
