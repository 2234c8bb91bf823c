import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { familyFor } from './fonts.js';

/** The pixels of a character that is drawn, as text. */
function drawn(character: string): string {
  const context = createCanvas(40, 40).getContext('2d');
  context.font = `30px ${familyFor(character)}`;
  context.fillText(character, 4, 32);
  return Buffer.from(context.getImageData(0, 0, 40, 40).data).toString('base64');
}

describe('familyFor', () => {
  it('needs one font file for Latin text', () => {
    expect(familyFor('Total $12.00')).toBe('"reader-latin"');
  });

  it('adds the files that hold other characters', () => {
    expect(familyFor('Tea 茶')).toMatch(/^"reader-latin", "reader-\d+"$/);
  });

  it('draws characters, not the box that stands for a missing one', () => {
    const missing = drawn('\u{1fffe}');
    const shapes = ['a', 'é', '茶', '收', '据', 'Ж'].map(drawn);
    expect(shapes).not.toContain(missing);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
