import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { poolPatterns } from '../case/pool-patterns.js';
import { normal } from '../case/source.js';

const all = { top: 1, bottom: 1, left: 1, right: 1 };

export const averagePool2d: readonly Case[] = nodeCases('averagePool2d', [
  ...poolPatterns(),
  // The divisor differs from a plain one only where windows reach into padding or past it.
  ...poolPatterns()
    .filter(
      ({ attributes: { padding = 'valid', ceilMode = false } }) => padding !== 'valid' || ceilMode,
    )
    .map((pattern) => ({
      ...pattern,
      name: `${pattern.name}, padding counted`,
      attributes: { ...pattern.attributes, countPadding: true },
    })),
  {
    name: 'ceil past padding that counts',
    operands: { x: normal([1, 4, 4, 1]) },
    attributes: {
      kernel: 3,
      strides: 2,
      padding: { ...all, right: 0 },
      ceilMode: true,
      countPadding: true,
    },
  },
]);
