import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  ceilQuantity,
  compare,
  divideQuantities,
  floorQuantity,
  fromFloat,
  multiplyQuantities,
  toDim,
  toNumber,
  truncate,
  whole,
} from './quantity.js';

const height = whole('H');
const half = fromFloat(0.5)!;

describe('quantities', () => {
  it('scales a size and rounds it as a resize does', () => {
    const scaled = multiplyQuantities(height, half)!;
    expect(toDim(scaled)).toBeUndefined();
    expect(toDim(floorQuantity(scaled))).toBe('(H)//2');
    expect(toDim(ceilQuantity(scaled))).toBe('(H + 1)//2');
    expect(toDim(truncate(scaled)!)).toBe('(H)//2');
    expect(toDim(multiplyQuantities(scaled, whole(2))!)).toBe('H');
  });

  it('cancels a size that a scale was divided by', () => {
    const scale = divideQuantities(whole('2*H + 2'), height)!;
    expect(toDim(multiplyQuantities(scale, height)!)).toBe('2*H + 2');
    expect(toDim(divideQuantities(whole('2*H'), height)!)).toBe(2);
  });

  it('keeps fractions in lowest terms', () => {
    const third = divideQuantities(whole(2), whole(-6))!;
    expect(third).toEqual({ numerator: -1, denominator: 3 });
    expect(toNumber(addQuantities(third, half)!)).toBe(1 / 6);
    expect(toDim(truncate(third)!)).toBe(0);
  });

  it('compares what holds for all sizes and leaves the rest open', () => {
    expect(compare(height, whole(-1))).toBe(1);
    expect(compare(whole('H + 1'), height)).toBe(1);
    expect(compare(height, height)).toBe(0);
    expect(compare(height, whole(3))).toBeUndefined();
  });

  it('takes only floats that are plain scales', () => {
    expect(toNumber(fromFloat(1.5)!)).toBe(1.5);
    expect(fromFloat(Math.fround(0.1))).toBeUndefined();
    expect(fromFloat(Infinity)).toBeUndefined();
    expect(fromFloat(-0)).toBeUndefined();
  });

  it('has no quotient by zero', () => {
    expect(divideQuantities(height, whole(0))).toBeUndefined();
  });
});
