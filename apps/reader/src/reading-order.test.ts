import { describe, expect, it } from 'vitest';
import { readingOrder } from './reading-order.js';

const item = (text: string, x: number, y: number, { width = 80, height = 20, angle = 0 } = {}) => ({
  text,
  box: { centre: { x, y }, width, height, angle },
});
const texts = (items: readonly { readonly text: string }[]): string =>
  items.map(({ text }) => text).join(' ');

describe('readingOrder', () => {
  it('goes down the page', () => {
    expect(texts(readingOrder([item('second', 50, 60), item('first', 50, 20)]))).toBe(
      'first second',
    );
  });

  it('goes from left to right in a row whose boxes differ in height', () => {
    const row = [item('right', 300, 18), item('left', 50, 22), item('below', 50, 50)];
    expect(texts(readingOrder(row))).toBe('left right below');
  });

  it('follows a tilted row', () => {
    const tilt = Math.tan(0.05);
    const row = (y: number, names: readonly string[]) =>
      names.map((name, i) => item(name, 400 * i, y + 400 * i * tilt, { angle: 0.05 }));
    expect(texts(readingOrder([...row(0, ['a', 'b', 'c']), ...row(24, ['d', 'e', 'f'])]))).toBe(
      'a b c d e f',
    );
  });

  it('does not let a slanted stamp join a row it does not belong to', () => {
    const stamp = item('stamp', 500, 40, { angle: -0.3 });
    expect(texts(readingOrder([stamp, item('one', 50, 20), item('two', 50, 48)]))).toBe(
      'one stamp two',
    );
  });

  it('leaves its argument as it was', () => {
    const items = [item('second', 50, 60), item('first', 50, 20)];
    readingOrder(items);
    expect(texts(items)).toBe('second first');
  });
});
