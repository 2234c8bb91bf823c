import type { Line } from './read-text.js';

/** One line of output for each line read: its number, its confidence, its text. */
export function printLines(lines: readonly Line[]): string {
  if (lines.length === 0) return 'no text found';
  const digits = String(lines.length).length;
  return lines
    .map(({ text, confidence }, index) => {
      const percent = `${(100 * confidence).toFixed(1)}%`.padStart(6);
      return `${String(index + 1).padStart(digits)}  ${percent}  ${text}`;
    })
    .join('\n');
}
