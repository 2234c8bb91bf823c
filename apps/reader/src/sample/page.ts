import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { familyFor } from '../drawing/fonts.js';
import type { RotatedBox } from '../geometry/rotated-box.js';
import { defaultInk, type Sheet, type SheetLine, sheets } from './content.js';
import { photograph } from './photograph.js';

/** The picture's size. */
export const size = { width: 1200, height: 1520 } as const;

/** One line as drawn: its text and where it stands. */
export interface TrueLine {
  readonly text: string;
  readonly box: RotatedBox;
}

/** Draws the sample picture; the true text and place of every line comes with it. */
export function drawPage(): { readonly canvas: Canvas; readonly lines: readonly TrueLine[] } {
  registerSerif();
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  drawDesk(context);
  const lines = sheets.flatMap((sheet) => drawSheet(context, sheet));
  const pixels = context.getImageData(0, 0, size.width, size.height);
  photograph(pixels, 20250314);
  context.putImageData(pixels, 0, 0);
  return { canvas, lines };
}

const require = createRequire(import.meta.url);

function registerSerif(): void {
  const font = dirname(require.resolve('@fontsource-variable/source-serif-4/package.json'));
  for (const style of ['normal', 'italic']) {
    const file = join(font, 'files', `source-serif-4-latin-wght-${style}.woff2`);
    GlobalFonts.registerFromPath(file, `sample-serif-${style}`);
  }
}

function drawDesk(context: SKRSContext2D): void {
  const wood = context.createLinearGradient(0, 0, size.width, 260);
  for (let i = 0; i <= 12; i++) wood.addColorStop(i / 12, i % 2 === 0 ? '#6b4a33' : '#7c583d');
  context.fillStyle = wood;
  context.fillRect(0, 0, size.width, size.height);
}

function drawSheet(context: SKRSContext2D, sheet: Sheet): TrueLine[] {
  context.save();
  context.translate(sheet.x, sheet.y);
  context.rotate((sheet.degrees * Math.PI) / 180);
  if (sheet.frame === undefined) drawPaper(context, sheet);
  else drawFrame(context, sheet, sheet.frame);
  const lines = sheet.lines.map((line) => drawLine(context, sheet, line));
  context.restore();
  return lines;
}

function drawPaper(context: SKRSContext2D, { width, height, paper, fold }: Sheet): void {
  context.save();
  context.shadowColor = 'rgba(20, 12, 6, 0.55)';
  context.shadowBlur = 22;
  context.shadowOffsetX = 7;
  context.shadowOffsetY = 10;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.restore();
  if (fold !== undefined) drawFold(context, width, fold);
}

/** Light catches the upper side of a fold, and the lower side lies in its shadow. */
function drawFold(context: SKRSContext2D, width: number, y: number): void {
  const reach = 26;
  const shade = context.createLinearGradient(0, y - reach, 0, y + reach);
  shade.addColorStop(0, 'rgba(255, 255, 255, 0)');
  shade.addColorStop(0.48, 'rgba(255, 255, 255, 0.5)');
  shade.addColorStop(0.52, 'rgba(60, 50, 30, 0.16)');
  shade.addColorStop(1, 'rgba(60, 50, 30, 0)');
  context.fillStyle = shade;
  context.fillRect(0, y - reach, width, 2 * reach);
}

function drawFrame(context: SKRSContext2D, { width, height }: Sheet, ink: string): void {
  context.strokeStyle = ink;
  context.globalAlpha = 0.82;
  context.lineWidth = 5;
  context.beginPath();
  context.roundRect(0, 0, width, height, 14);
  context.stroke();
}

function drawLine(context: SKRSContext2D, sheet: Sheet, line: SheetLine): TrueLine {
  const family =
    line.face === 'sans'
      ? familyFor(line.text)
      : `sample-serif-${line.face === 'italic' ? 'italic' : 'normal'}`;
  const style = line.face === 'italic' ? 'italic ' : '';
  context.font = `${style}${line.weight ?? 400} ${line.size}px ${family}`;
  context.fillStyle = line.ink ?? defaultInk;
  context.fillText(line.text, line.x, line.y);
  const width = context.measureText(line.text).width;
  const angle = (sheet.degrees * Math.PI) / 180;
  const [u, v] = [line.x + width / 2, line.y - 0.35 * line.size];
  const centre = {
    x: sheet.x + u * Math.cos(angle) - v * Math.sin(angle),
    y: sheet.y + u * Math.sin(angle) + v * Math.cos(angle),
  };
  return { text: line.text, box: { centre, width, height: line.size, angle } };
}
