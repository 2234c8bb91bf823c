import { type Activation, activationAttributes } from '@separable/core';
import { kernelOf } from '../kernel-table.js';
import type { RangeLoop } from './unary.js';

/** The loop of a fused activation, to run in place over results just stored; undefined for none. */
export function activationLoop(f: Activation | null): RangeLoop | undefined {
  return f === null ? undefined : kernelOf(f.op)?.loop?.(activationAttributes(f));
}

/** Why an activation cannot be fused, or undefined when it can. */
export function refuseActivation(...fused: readonly (Activation | null)[]): string | undefined {
  const missing = fused.find((f) => f !== null && kernelOf(f.op)?.loop === undefined);
  return missing ? `backend js cannot fuse the activation ${missing.op}` : undefined;
}
