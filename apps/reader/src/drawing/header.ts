import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Line } from '../read-text.js';
import { familyFor } from './fonts.js';
import type { Area } from './layout.js';
import { grades, palette } from './palette.js';

/** Draws the picture's name, what was read, and what the colours mean. */
export function drawHeader(
  context: SKRSContext2D,
  { x, width }: Area,
  title: string,
  lines: readonly Line[],
): void {
  context.textBaseline = 'alphabetic';
  const free = width - drawLegend(context, x + width, 48) - 24;
  const style = { x, y: 50, font: '700 26px', colour: palette.title, width: free };
  write(context, shortened(context, title, style), style);
  write(context, summary(lines), { x, y: 80, font: '450 16px', colour: palette.quiet, width });
}

/** Draws the grades from the right end leftwards, and says how wide they came out. */
function drawLegend(context: SKRSContext2D, right: number, y: number): number {
  const font = '450 14px';
  let x = right;
  for (const { label, colour } of grades.toReversed()) {
    context.font = `${font} ${familyFor(label)}`;
    const width = context.measureText(label).width;
    x -= width;
    write(context, label, { x, y, font, colour: palette.quiet, width });
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(x - 20, y - 12, 13, 13, 3);
    context.fill();
    x -= 38;
  }
  return right - x;
}

function summary(lines: readonly Line[]): string {
  if (lines.length === 0) return 'no text found';
  const mean = lines.reduce((sum, { confidence }) => sum + confidence, 0) / lines.length;
  const noun = lines.length === 1 ? 'line' : 'lines';
  return `${lines.length} ${noun} read by PP-OCRv4 on Separable, mean confidence ${Math.floor(100 * mean)}%`;
}

/** A text that is too wide loses its middle: a file's name begins and ends with what matters. */
function shortened(context: SKRSContext2D, text: string, { font, width }: Style): string {
  const characters = [...text];
  context.font = `${font} ${familyFor(text)}`;
  let kept = characters.length;
  let shown = text;
  while (kept > 2 && context.measureText(shown).width > width) {
    kept--;
    const end = Math.floor(kept / 2);
    shown = `${characters.slice(0, kept - end).join('')}…${characters.slice(-end).join('')}`;
  }
  return shown;
}

interface Style {
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour: string;
  readonly width: number;
}

function write(context: SKRSContext2D, text: string, { x, y, font, colour, width }: Style): void {
  context.font = `${font} ${familyFor(text)}`;
  context.textAlign = 'left';
  context.fillStyle = colour;
  context.fillText(text, x, y, width);
}
