import type { OpName } from '@separable/core';
import type { NodeExport } from './node-export.js';
import type { Laid } from './order.js';

/** Adds ONNX nodes that compute one op; gives where its results lie, in order. */
export type Lowering<K extends OpName = OpName> = (node: NodeExport<K>) => Laid | readonly Laid[];

/** A lowering for each op named. */
export type Lowerings<K extends OpName> = { readonly [Op in K]: Lowering<Op> };
