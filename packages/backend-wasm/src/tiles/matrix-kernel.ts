import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import type { Kernel, Stage } from '../kernel.js';
import { emitGridUnit, gridOf, unitsOf } from './matrix-stage.js';
import { tileRows } from './tile-rows.js';
import {
  emitPackMatrices,
  matricesLength,
  packMatrices,
  packMatricesUnits,
  type WeightMatrices,
} from './weight-matrices.js';

/** The kernel of an op that multiplies the rows of `x` with a `filter` `[Cin, Cout]`. */
export function matrixKernel<K extends 'pointwiseConv2d' | 'dense'>(
  label: string,
  rowsOf: (shape: readonly number[]) => number,
): Kernel<K> {
  const kernel: Kernel<'pointwiseConv2d'> = {
    addsResidual: true,

    refuse: ({ attributes }) => refuseActivation(attributes.activation),

    pack({ constants: { filter, bias }, operands }) {
      if (filter === undefined || (operands.bias !== undefined && bias === undefined)) {
        return undefined;
      }
      const matrices = matricesOf(filter.shape);
      const data = new Float32Array(matricesLength(matrices));
      packMatrices(matrices, filter.data, bias?.data, data);
      return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
    },

    plan({ attributes, operands, isPacked, hasResidual, instructions, threads }) {
      const [depth, columns] = operands.filter.shape as [number, number];
      const pixels = rowsOf(operands.x.shape);
      const grid = gridOf(pixels, depth, columns, { instructions, threads });
      const activation = activationOf(attributes.activation);
      const matrices = matricesOf(operands.filter.shape);
      const packing: Stage<'pointwiseConv2d'> = {
        units: packMatricesUnits(matrices),
        emit: ({ f, unit, operands: { filter, bias }, scratch }) =>
          emitPackMatrices(f, unit, matrices, { filter, bias, panels: scratch }),
      };
      return {
        label: `${label}, ${tileRows(grid.strip, instructions)}×8 tiles`,
        inPlace: ['residual'],
        math: activation?.math ?? {},
        scratch: isPacked ? 0 : matricesLength(matrices) * 4,
        stages: [
          ...(isPacked ? [] : [packing]),
          {
            units: unitsOf(grid),
            emit({ module, f, unit, operands: addresses, residual, results, scratch, packed }) {
              const product = {
                depth,
                columns,
                sourceStep: depth * 4,
                resultStep: columns * 4,
                residual: hasResidual,
                activation,
                activationKey: activationKey(attributes.activation),
                instructions,
              };
              emitGridUnit(module, f, unit, product, grid, {
                source: addresses.x,
                panels: isPacked ? packed : scratch,
                result: results[0]!,
                residual: residual ?? 0,
              });
            },
          },
        ],
      };
    },
  };
  return kernel as unknown as Kernel<K>;
}

function matricesOf(shape: readonly number[]): WeightMatrices {
  const [rows, columns] = shape as [number, number];
  return { groups: 1, groupStep: 0, blocks: [{ offset: 0, rows, step: columns }], columns };
}
