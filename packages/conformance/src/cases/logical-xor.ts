import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { broadcastPatterns, everyPair } from '../case/broadcast-patterns.js';
import { booleans } from '../case/source.js';

export const logicalXor: readonly Case[] = nodeCases('logicalXor', [
  ...broadcastPatterns(booleans),
  { name: 'every pair', operands: everyPair('bool', [0, 1]) },
]);
