import { type TensorData } from '@separable/core';
import { planScatter, scatter } from '../convolution/scatter.js';
import { activationLoop, refuseActivation } from '../elementwise/activate.js';
import type { Kernel, Scratch } from '../kernel.js';
import { multiply, stripRows } from '../matrix/multiply.js';
import { packPanels, panelsLength } from '../matrix/panels.js';

/** Products of a strip of pixels and all taps of the filter, each then added where it lands. */
export const convTranspose2d: Kernel<'convTranspose2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),
  prepare({ attributes, constants }) {
    const { groups } = attributes;
    const activate = activationLoop(attributes.activation);
    const constant = constants['filter'];
    const ready = constant && packFilter(constant.data, sizesOf(constant.shape, groups));
    return {
      label: 'transposed, packed 4×4 and scattered',
      packed: ready ? ['filter'] : [],
      bytes: ready?.byteLength ?? 0,
      plan({ operands, results }) {
        const [batch, height, width, channels] = operands.x.shape as readonly [
          number,
          number,
          number,
          number,
        ];
        const sizes = sizesOf(operands.filter.shape, groups);
        const { depth, columns, groupOutputs, panels: length } = sizes;
        const out = planScatter(
          operands.x.shape,
          operands.filter.shape,
          results[0]!.shape,
          attributes,
        );
        const pixels = height * width;
        const strip = Math.min(pixels, stripRows(depth), stripRows(columns));
        const packing: readonly Scratch[] = [
          { dtype: 'float32', length: groups * length },
          { dtype: 'float32', length: depth * columns },
        ];
        return {
          scratch: [{ dtype: 'float32', length: strip * columns }, ...(ready ? [] : packing)],
          bind({ operands: arrays, results: [result], scratch }) {
            const x = arrays.x as Float32Array;
            const y = result as Float32Array;
            const [products, panels, order] = scratch as readonly Float32Array[];
            return () => {
              const filter = ready ?? packFilter(arrays.filter, sizes, panels, order);
              fillBias(y, out.outputs, arrays.bias);
              for (let n = 0; n < batch; n++) {
                for (let g = 0; g < groups; g++) {
                  const start = n * out.outHeight * out.outWidth * out.outputs + g * groupOutputs;
                  for (let first = 0; first < pixels; first += strip) {
                    const count = Math.min(strip, pixels - first);
                    const from = (n * pixels + first) * channels + g * depth;
                    multiply(
                      x,
                      from,
                      channels,
                      count,
                      depth,
                      filter,
                      g * length,
                      columns,
                      products!,
                      0,
                      columns,
                    );
                    scatter(out, products!, first, count, y, start);
                  }
                }
              }
              activate?.(y, y, 0, y.length);
            };
          },
        };
      },
    };
  },
};

/** The filter as one `[Cin/G, kh·kw·Cout/G]` matrix a group. */
interface FilterSizes {
  readonly groups: number;
  readonly taps: number;
  readonly groupOutputs: number;
  readonly depth: number;
  readonly columns: number;
  /** Elements of the packed matrix of a group. */
  readonly panels: number;
}

function sizesOf(shape: readonly number[], groups: number): FilterSizes {
  const [kh, kw, channels, groupOutputs] = shape as readonly [number, number, number, number];
  const taps = kh * kw;
  const depth = channels / groups;
  const columns = taps * groupOutputs;
  return { groups, taps, groupOutputs, depth, columns, panels: panelsLength(depth, columns) };
}

/** Panels of all groups. `order` holds the matrix of one group while it is packed. */
function packFilter(
  filter: TensorData,
  { groups, taps, groupOutputs, depth, columns, panels: length }: FilterSizes,
  panels: Float32Array = new Float32Array(groups * length),
  order: Float32Array = new Float32Array(depth * columns),
): Float32Array {
  for (let g = 0; g < groups; g++) {
    for (let tap = 0; tap < taps; tap++) {
      for (let c = 0; c < depth; c++) {
        const source = ((tap * groups + g) * depth + c) * groupOutputs;
        const target = c * columns + tap * groupOutputs;
        for (let o = 0; o < groupOutputs; o++) order[target + o] = filter[source + o]!;
      }
    }
    const place = { offset: 0, depthStride: columns, columnStride: 1 };
    packPanels(order, place, depth, columns, undefined, 0, panels, g * length);
  }
  return panels;
}

function fillBias(y: Float32Array, channels: number, bias: TensorData | undefined): void {
  y.fill(0);
  if (bias === undefined) return;
  for (let at = 0; at < y.length; at += channels) y.set(bias, at);
}
