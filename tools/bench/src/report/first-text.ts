import type { FirstRace } from '../results/results.js';
import { padTable } from './pad-table.js';

/** First results as text, an engine a line. */
export function firstText({ place, task, firsts }: FirstRace): string {
  const rows = firsts.map(({ engine, from, median, min, max }) => [
    `  ${engine}`,
    from,
    median.toFixed(0),
    `${min.toFixed(0)}–${max.toFixed(0)}`,
  ]);
  return `${place}, first result\n\n${padTable([[task, 'from', 'median ms', 'min–max'], ...rows], 1)}\n`;
}
