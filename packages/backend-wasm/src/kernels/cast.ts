import type { DType } from '@separable/core';
import { mapPlan } from '../elementwise/unary.js';
import type { VectorFunction } from '../elementwise/vector-function.js';
import { truth } from '../elements/element-lanes.js';
import { f32x4, i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

/** In lanes of 32 bits; the store keeps the low byte of an integer. */
export const cast: Kernel<'cast'> = {
  plan: ({ attributes: { to }, operands: { x }, results: [y] }) =>
    x.dtype === to
      ? { view: 'x' }
      : mapPlan(`${x.dtype} to ${to}`, x, y!, { apply: conversion(x.dtype, to) }),
};

function conversion(from: DType, to: DType): VectorFunction {
  if (to === 'bool') {
    const { ne, splat } = from === 'float32' ? f32x4 : i32x4;
    return (_, x) => truth(ne(x, splat(0)));
  }
  if (to === 'float32') return (_, x) => f32x4.convertI32x4S(x);
  if (from !== 'float32') return (_, x) => x;
  if (to === 'int32') return (_, x) => i32x4.truncSatF32x4S(x);
  return (_, x) => {
    const raised = i32x4.maxS(i32x4.truncSatF32x4S(x), i32x4.splat(0));
    return i32x4.minS(raised, i32x4.splat(255));
  };
}
