import { settle, type OracleOp } from '../exact.js';
import { project } from '../project.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';

/** A depthwise convolution, then a pointwise one over its result, whose error passes through. */
export const separableConv2d: OracleOp<'separableConv2d'> = ({ operands, attributes, policy }) => {
  const { x, depthwiseFilter, pointwiseFilter, depthwiseBias, bias } = operands;
  const { strides, dilations, padding, depthwiseActivation, activation } = attributes;
  const [between] = depthwiseConv2d({
    operands: { x, filter: depthwiseFilter, bias: depthwiseBias },
    attributes: { strides, dilations, padding, activation: depthwiseActivation },
    policy,
  });
  return [project(settle(between!), pointwiseFilter, bias, activation, policy, 'convolution')];
};
