import type { Mutant } from '../mutant.js';
import { channels } from './channels.js';
import { conduct } from './conduct.js';
import { elementwise } from './elementwise.js';
import { geometry } from './geometry.js';
import { movement } from './movement.js';
import { reductions } from './reductions.js';

/** Every mutant of the reference backend, by kind of mistake. */
export const mutants: readonly Mutant[] = [
  ...geometry,
  ...channels,
  ...elementwise,
  ...reductions,
  ...movement,
  ...conduct,
];
