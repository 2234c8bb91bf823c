import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import type { Kernel } from '../kernel.js';
import { emitGridUnit, gridOf, unitsOf } from './matrix-stage.js';
import { packPanels, panelsLength } from './panels.js';
import { tileRows } from './tile-rows.js';

/** The kernel of an op that multiplies the rows of `x` with a constant `filter` `[Cin, Cout]`. */
export function matrixKernel<K extends 'pointwiseConv2d' | 'dense'>(
  label: string,
  rowsOf: (shape: readonly number[]) => number,
): Kernel<K> {
  const kernel: Kernel<'pointwiseConv2d'> = {
    addsResidual: true,

    refuse: ({ attributes, constants: { filter, bias }, operands }) =>
      filter === undefined || (operands.bias !== undefined && bias === undefined)
        ? 'backend wasm needs constant weights'
        : refuseActivation(attributes.activation),

    pack({ constants: { filter, bias } }) {
      const [depth, columns] = filter!.shape as [number, number];
      const data = new Float32Array(panelsLength(depth, columns));
      const place = { offset: 0, rowStep: columns };
      packPanels(filter!.data, place, depth, columns, bias?.data, 0, data, 0);
      return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
    },

    plan({ attributes, operands, hasResidual, instructions }) {
      const [depth, columns] = operands.filter.shape as [number, number];
      const pixels = rowsOf(operands.x.shape);
      const grid = gridOf(pixels, depth, columns);
      const activation = activationOf(attributes.activation);
      return {
        label: `${label}, ${tileRows(grid.strip, instructions)}×8 tiles`,
        inPlace: ['residual'],
        math: activation?.math ?? {},
        stages: [
          {
            units: unitsOf(grid),
            emit({ module, f, unit, operands: addresses, residual, results, packed }) {
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
                panels: packed,
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
