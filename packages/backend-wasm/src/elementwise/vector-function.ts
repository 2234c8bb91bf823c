import type { Activation, AttributeValue } from '@separable/core';
import { activationAttributes } from '@separable/core';
import {
  type Expression,
  type FunctionBuilder,
  type Local,
  type ModuleBuilder,
} from '../encoder/index.js';
import { vectorFunctions } from './vector-functions.js';

/** Where the code of an elementwise function goes. */
export interface VectorSite {
  readonly module: ModuleBuilder;
  readonly f: FunctionBuilder;
}

/** Four elements of a function of one operand at once. */
export type VectorFunction = (site: VectorSite, x: Local<'v128'>) => Expression<'v128'>;

/** An elementwise function that has been given its attributes. */
export interface Elementwise {
  readonly apply: VectorFunction;
  /** Functions of `Math` it calls. */
  readonly math?: Readonly<Record<string, number>>;
}

/** The function of a float32 op on four lanes, or undefined where there is none. */
export function vectorFunctionOf(
  op: string,
  attributes: Readonly<Record<string, AttributeValue>>,
): Elementwise | undefined {
  return Object.hasOwn(vectorFunctions, op) ? vectorFunctions[op]!(attributes) : undefined;
}

/** The function of a fused activation; undefined for none. */
export function activationOf(fused: Activation | null): Elementwise | undefined {
  return fused === null ? undefined : vectorFunctionOf(fused.op, activationAttributes(fused));
}

/** Why activations cannot be fused, or undefined when they can. */
export function refuseActivation(...fused: readonly (Activation | null)[]): string | undefined {
  const missing = fused.find((one) => one !== null && activationOf(one) === undefined);
  return missing ? `backend wasm cannot fuse the activation ${missing.op}` : undefined;
}

/** Tells the code of one activation from that of another. */
export function activationKey(fused: Activation | null): string {
  return fused === null ? '' : JSON.stringify(fused);
}
