import type { OracleOp } from '../exact.js';
import { asColumns, asMap, widen } from '../one-dimension.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';

/** depthwiseConv2d over a map of one row. */
export const depthwiseConv1d: OracleOp<'depthwiseConv1d'> = ({
  operands: { x, filter, bias },
  attributes: { stride, dilation, padding, activation },
  policy,
}) => {
  const [y] = depthwiseConv2d({
    operands: { x: asMap(x, 1), filter: asMap(filter, 0), bias },
    attributes: {
      strides: [1, stride],
      dilations: [1, dilation],
      padding: widen(padding),
      activation,
    },
    policy,
  });
  return [asColumns(y!)];
};
