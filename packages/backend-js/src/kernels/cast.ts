import type { DType, TensorData } from '@separable/core';
import type { Kernel } from '../kernel.js';

type Conversion = (x: TensorData, y: TensorData) => void;

/** What a float is cut to before it is stored, which truncates it and takes NaN to 0. */
const ranges = { int32: [-(2 ** 31), 2 ** 31 - 1], uint8: [0, 255] } as const;

export const cast: Kernel<'cast'> = {
  plan({ attributes: { to }, operands: { x } }) {
    if (x.dtype === to) return { view: 'x' };
    const convert = conversion(x.dtype, to);
    return {
      inPlace: ['x'],
      bind:
        ({ operands, results }) =>
        () =>
          convert(operands.x, results[0]!),
    };
  },
};

function conversion(from: DType, to: DType): Conversion {
  if (to === 'bool') return truth;
  if (from !== 'float32' || to === 'float32') return store;
  const [least, most] = ranges[to];
  return (x, y) => {
    for (let i = 0; i < y.length; i++) {
      const value = x[i]!;
      y[i] = value < least ? least : value > most ? most : value;
    }
  };
}

function truth(x: TensorData, y: TensorData): void {
  for (let i = 0; i < y.length; i++) y[i] = Number(x[i] !== 0);
}

/** The stores of typed arrays convert: int32 to uint8 wraps, int32 to float32 rounds. */
function store(x: TensorData, y: TensorData): void {
  for (let i = 0; i < y.length; i++) y[i] = x[i]!;
}
