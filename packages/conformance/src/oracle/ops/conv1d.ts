import type { OracleOp } from '../exact.js';
import { asColumns, asMap, widen } from '../one-dimension.js';
import { conv2d } from './conv2d.js';

/** conv2d over a map of one row. */
export const conv1d: OracleOp<'conv1d'> = ({
  operands: { x, filter, bias },
  attributes,
  policy,
}) => {
  const { stride, dilation, padding, groups, activation } = attributes;
  const [y] = conv2d({
    operands: { x: asMap(x, 1), filter: asMap(filter, 0), bias },
    attributes: {
      strides: [1, stride],
      dilations: [1, dilation],
      padding: widen(padding),
      groups,
      activation,
    },
    policy,
  });
  return [asColumns(y!)];
};
