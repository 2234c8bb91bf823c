import type { Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import { lastAxesSwapped } from '../../tensor/transposed.js';
import { Unsupported } from '../../unsupported.js';
import { windowOf } from '../forms/window.js';
import type { NodeImport } from '../node-import.js';
import { behindSlope, type Epilogue, epilogueOf } from './fused.js';
import type { OpLowering, OpLowerings } from './op-lowering.js';

type Convolution = 'conv2d' | 'depthwiseConv2d';

function convolutionAs(op: Convolution): OpLowering {
  return (node) => {
    const epilogue = epilogueOf(node, 2);
    const { bias, activation } = epilogue;
    const operands = { x: node.value(0), filter: node.value(1), bias };
    const y = node.g[op](operands, { ...windowOf(node), activation }, node.name());
    return behindSlope(node, y, epilogue);
  };
}

/** The gradient of a convolution by its input: operands are the size of the result, filter and x. */
function transposed(node: NodeImport): Value {
  const { strides, dilations, padding } = windowOf(node);
  if (dilations.some((n) => n !== 1)) throw new Unsupported('its dilations are not 1');
  if (node.shape(1).length !== 4) {
    throw errorAt(node.node.place, `its filter has rank ${node.shape(1).length}`);
  }
  // TensorFlow's filter is [kh, kw, Cout, Cin] here.
  const filter = node.arranged(1, { name: 'transposed', make: lastAxesSwapped });
  const size = node.dims(0);
  const [height, width] = [size[1], size[2]];
  const attributes = { strides, padding, outputPadding: [0, 0] as [number, number] };
  const plain = node.shape(2);
  // The result may be up to a stride larger than what the filter reaches.
  if (typeof plain[1] === 'number' && typeof plain[2] === 'number' && padding === 'valid') {
    const reach = (axis: 1 | 2): number =>
      ((plain[axis] as number) - 1) * strides[axis - 1]! + (filter.shape[axis - 1] as number);
    const behind = [Number(height) - reach(1), Number(width) - reach(2)] as [number, number];
    if (behind.every((n, i) => n >= 0 && n < strides[i]!)) attributes.outputPadding = behind;
  }
  const y = node.g.convTranspose2d({ x: node.value(2), filter }, attributes, node.name());
  const wanted = [height, width];
  if (
    wanted.some(
      (extent, i) => typeof extent === 'number' && extent >= 0 && y.shape[i + 1] !== extent,
    )
  ) {
    throw new Unsupported(
      `its result of ${wanted.join(' × ')} is not what its stride makes of its input`,
    );
  }
  return y;
}

function biasAdd(node: NodeImport): Value {
  const format = node.attributes.text('data_format', 'NHWC');
  if (format !== 'NHWC') throw new Unsupported(`its data_format is ${format}`);
  return node.g.add({ a: node.value(0), b: node.value(1) }, {}, node.name());
}

function matmul(node: NodeImport, epilogue: Epilogue): Value {
  const { g, attributes } = node;
  const transposeA = attributes.flag('transpose_a');
  const transposeB = attributes.flag('transpose_b');
  const { bias, activation } = epilogue;
  const a = node.value(0);
  if (!transposeA && node.constant(1)?.shape.length === 2) {
    const filter = transposeB
      ? node.arranged(1, { name: 'transposed', make: lastAxesSwapped })
      : node.value(1);
    const y = g.dense({ x: a, filter, bias }, { activation }, node.name());
    return behindSlope(node, y, epilogue);
  }
  let y = g.matmul({ a, b: node.value(1) }, { transposeA, transposeB }, node.name());
  if (bias !== undefined) y = g.add({ a: y, b: bias }, {}, node.name('bias'));
  if (activation !== null) {
    const { op, ...rest } = activation;
    y = g.apply(op, { x: y }, rest, node.name(op))[0]!;
  }
  return behindSlope(node, y, epilogue);
}

function batched(node: NodeImport): Value {
  const transposes = {
    transposeA: node.attributes.flag('adj_x'),
    transposeB: node.attributes.flag('adj_y'),
  };
  return node.g.matmul({ a: node.value(0), b: node.value(1) }, transposes, node.name());
}

/** Convolutions and products of matrices, with what is fused behind them. */
export const convolution: OpLowerings = {
  BatchMatMul: batched,
  BatchMatMulV2: batched,
  BiasAdd: biasAdd,
  BiasAddV1: biasAdd,
  Conv2D: convolutionAs('conv2d'),
  Conv2DBackpropInput: transposed,
  DepthwiseConv2d: convolutionAs('depthwiseConv2d'),
  DepthwiseConv2dNative: convolutionAs('depthwiseConv2d'),
  FusedDepthwiseConv2dNative: convolutionAs('depthwiseConv2d'),
  MatMul: (node) => matmul(node, epilogueOf(node, 2)),
  _FusedConv2D: convolutionAs('conv2d'),
  _FusedMatMul: (node) => matmul(node, epilogueOf(node, 2)),
};
