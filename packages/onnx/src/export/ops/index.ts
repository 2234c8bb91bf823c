import { definitionOf } from '@separable/core';
import { Inexpressible } from '../inexpressible.js';
import type { Lowering } from '../lowering.js';
import { arithmetic } from './arithmetic.js';
import { averagePool2d } from './average-pool2d.js';
import { batchNorm } from './batch-norm.js';
import { clip } from './clip.js';
import { conv1d } from './conv1d.js';
import { conv2d } from './conv2d.js';
import { dense } from './dense.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';
import { globalPool2d } from './global-pool2d.js';
import { matmul } from './matmul.js';
import { maxPool2d } from './max-pool2d.js';
import { pointwiseConv2d } from './pointwise-conv2d.js';
import { reductions } from './reductions.js';
import { relu } from './relu.js';
import { separableConv2d } from './separable-conv2d.js';
import { softmax } from './softmax.js';
import { views } from './views.js';

/** What ONNX makes of each op. */
const lowerings = {
  ...arithmetic,
  ...averagePool2d,
  ...batchNorm,
  ...clip,
  ...conv1d,
  ...conv2d,
  ...dense,
  ...depthwiseConv2d,
  ...globalPool2d,
  ...matmul,
  ...maxPool2d,
  ...pointwiseConv2d,
  ...reductions,
  ...relu,
  ...separableConv2d,
  ...softmax,
  ...views,
};

const table: Readonly<Record<string, unknown>> = lowerings;

/** @throws Inexpressible when the op has no form in ONNX */
export function loweringOf(op: string): Lowering {
  const found = table[op];
  if (found !== undefined) return found as Lowering;
  throw new Inexpressible(`'${definitionOf(op).name}' has no form in ONNX`);
}
