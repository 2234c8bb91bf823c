import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { broadcastPatterns, everyPair } from '../case/broadcast-patterns.js';
import { booleans } from '../case/source.js';

export const logicalOr: readonly Case[] = nodeCases('logicalOr', [
  ...broadcastPatterns(booleans),
  { name: 'every pair', operands: everyPair('bool', [0, 1]) },
]);
