import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, normal, strewn, values } from '../case/source.js';

const coordinates = ['halfPixel', 'pytorchHalfPixel', 'alignCorners', 'asymmetric'] as const;
const roundings = ['roundPreferFloor', 'roundPreferCeil', 'floor', 'ceil'] as const;
const modes = ['bilinear', 'cubic'] as const;

/** From 4 × 6 to: twice, thrice, one and a half times, not at all, half, neither, one pixel, up and down. */
const sizes = [
  [8, 12],
  [12, 18],
  [6, 9],
  [4, 6],
  [2, 3],
  [5, 4],
  [1, 1],
  [7, 3],
  [9, 17],
] as const;
const x = normal([1, 4, 6, 2]);

/** Mobile networks interpolate linearly or take the nearest pixel, rounding down. */
const tagsOf = (mode: string, rounding = 'floor') =>
  mode === 'cubic' || rounding === 'ceil' || rounding === 'roundPreferCeil'
    ? (['optional'] as const)
    : (['required'] as const);

export const resize2d: readonly Case[] = nodeCases('resize2d', [
  ...modes.flatMap((mode) =>
    coordinates.flatMap((by) =>
      sizes.map((size) => ({
        name: `${mode}, ${by}, to ${size.join(' × ')}`,
        operands: { x },
        attributes: { size, mode, coordinates: by },
        tags: tagsOf(mode),
      })),
    ),
  ),
  ...coordinates.flatMap((by) =>
    roundings.flatMap((nearestRounding) =>
      sizes.map((size) => ({
        name: `nearest, ${by}, ${nearestRounding}, to ${size.join(' × ')}`,
        operands: { x },
        attributes: { size, mode: 'nearest' as const, coordinates: by, nearestRounding },
        tags: tagsOf('nearest', nearestRounding),
      })),
    ),
  ),
  ...(['nearest', 'bilinear', 'cubic'] as const).flatMap((mode) => [
    {
      name: `${mode}, scales that are not the ratio`,
      operands: { x },
      attributes: { size: [7, 9], mode, scales: [1.9, 1.6] },
      tags: ['optional'] as const,
    },
    {
      name: `${mode}, scales of a shrinking`,
      operands: { x },
      attributes: { size: [2, 4], mode, scales: [0.6, 0.7] },
      tags: ['optional'] as const,
    },
    {
      name: `${mode}, asymmetric, scales of 2`,
      operands: { x },
      attributes: { size: [8, 12], mode, coordinates: 'asymmetric' as const, scales: [2, 2] },
      tags: ['optional'] as const,
    },
    {
      name: `${mode}, of one pixel`,
      operands: { x: normal([2, 1, 1, 3]) },
      attributes: { size: [3, 4], mode },
    },
    {
      name: `${mode}, of one row`,
      operands: { x: normal([1, 1, 5, 2]) },
      attributes: { size: [2, 10], mode },
    },
    {
      name: `${mode}, a batch`,
      operands: { x: normal([3, 3, 4, 2]) },
      attributes: { size: [6, 8], mode },
    },
    {
      name: `${mode}, no images`,
      operands: { x: normal([0, 3, 4, 2]) },
      attributes: { size: [6, 8], mode },
      tags: ['zeroSize'] as const,
    },
    {
      name: `${mode}, to no rows`,
      operands: { x },
      attributes: { size: [0, 8], mode },
      tags: ['zeroSize'] as const,
    },
    {
      name: `${mode}, NaN`,
      operands: { x: strewn([1, 4, 4, 1], [NaN], 7) },
      attributes: { size: [8, 8], mode },
      tags: ['edge'] as const,
    },
    {
      name: `${mode}, infinities`,
      operands: { x: values('float32', [1, 2, 3, 1], [1, Infinity, 2, -Infinity, 3, 4]) },
      attributes: { size: [4, 6], mode },
      tags: ['edge'] as const,
    },
    {
      name: `${mode}, symbolic`,
      operands: { x: declared(normal([2, 3, 4, 2]), ['batch', 'H', 'W', 2]) },
      attributes: { size: ['2 * H', '2 * W'], mode },
      tags: ['symbolic'] as const,
    },
  ]),
  ...[-0.5, -1, 0].map((cubicCoefficient) => ({
    name: `cubic, coefficient ${cubicCoefficient}`,
    operands: { x },
    attributes: { size: [7, 10], mode: 'cubic' as const, cubicCoefficient },
    tags: ['optional'] as const,
  })),
]);
