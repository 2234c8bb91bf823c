import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { corners, type RotatedBox } from '../geometry/rotated-box.js';
import type { Picture } from '../picture/picture.js';
import type { Line } from '../read-text.js';
import { familyFor } from './fonts.js';
import { gradeOf } from './palette.js';

/** Draws the picture with a numbered box around every line, in the picture's own pixels. */
export function drawPicture(
  context: SKRSContext2D,
  picture: Picture,
  lines: readonly Line[],
): void {
  context.drawImage(pixelsOf(picture), 0, 0);
  for (const [index, { box, confidence }] of lines.entries()) {
    const { colour } = gradeOf(confidence);
    outline(context, box, colour);
    badge(context, box, index + 1, colour);
  }
}

function pixelsOf({ width, height, data }: Picture): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  return canvas;
}

function outline(context: SKRSContext2D, box: RotatedBox, colour: string): void {
  const [first, ...rest] = corners(box);
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of rest) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = `${colour}1f`;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = strokeWidth(context);
  context.lineJoin = 'round';
  context.stroke();
}

/** The line's number, at the upper left corner of its box and clear of its first letter. */
function badge(context: SKRSContext2D, box: RotatedBox, number: number, colour: string): void {
  const [corner] = corners(box);
  const radius = 6 * strokeWidth(context);
  const label = String(number);
  const centre = {
    x: corner.x - 0.9 * radius * Math.cos(box.angle),
    y: corner.y - 0.9 * radius * Math.sin(box.angle),
  };
  context.beginPath();
  context.arc(centre.x, centre.y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.fillStyle = '#fff';
  context.font = `700 ${1.15 * radius}px ${familyFor(label)}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, centre.x, centre.y);
}

/** Two pixels on the drawing, whatever the picture's scale. */
function strokeWidth(context: SKRSContext2D): number {
  return 2 / context.getTransform().a;
}
