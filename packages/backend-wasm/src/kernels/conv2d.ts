import { activationKey, activationOf, refuseActivation } from '../elementwise/vector-function.js';
import { emitRowTaps } from '../convolution/row-taps.js';
import { emitStrip, rowUnits } from '../convolution/row-units.js';
import { segmentsOf, windowGeometry } from '../convolution/window-geometry.js';
import { i32, type Local, type Operand } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import {
  packPanels,
  panelColumns,
  panelCount,
  panelRowBytes,
  panelsLength,
} from '../tiles/panels.js';
import { tileRows, tilingOf } from '../tiles/tile-rows.js';
import { columnsOfPanel, windowTile } from '../tiles/window-tile.js';

/**
 * Without a copy of the pixels: a tile walks the rows of its windows, and neighbouring taps without
 * dilation are one run. Windows at the sides leave the taps out that see no pixel.
 */
export const conv2d: Kernel<'conv2d'> = {
  addsResidual: true,

  refuse: ({ attributes, constants: { filter, bias }, operands }) =>
    filter === undefined || (operands.bias !== undefined && bias === undefined)
      ? 'backend wasm needs constant weights'
      : refuseActivation(attributes.activation),

  pack({ attributes: { groups }, constants: { filter, bias } }) {
    const [kernelHeight, kernelWidth, inputs, outputs] = filter!.shape as [
      number,
      number,
      number,
      number,
    ];
    const depth = kernelHeight * kernelWidth * inputs;
    const columns = outputs / groups;
    const length = panelsLength(depth, columns);
    const data = new Float32Array(groups * length);
    for (let g = 0; g < groups; g++) {
      const place = { offset: g * columns, rowStep: outputs };
      packPanels(filter!.data, place, depth, columns, bias?.data, g * columns, data, g * length);
    }
    return { takes: bias === undefined ? ['filter'] : ['filter', 'bias'], data };
  },

  plan({ attributes, operands, results, hasResidual, instructions }) {
    const [kernelHeight, kernelWidth, depth, outputs] = operands.filter.shape as [
      number,
      number,
      number,
      number,
    ];
    const { groups } = attributes;
    const kernel = [kernelHeight, kernelWidth] as const;
    const geometry = windowGeometry(operands.x.shape, results[0]!.shape, kernel, attributes);
    const { rows, columns, channels } = geometry;
    const activation = activationOf(attributes.activation);
    const taps = kernelHeight * kernelWidth;
    const outputsOfGroup = outputs / groups;
    const panels = panelCount(outputsOfGroup);
    const segments = segmentsOf(columns);
    const isRun = groups === 1 && columns.dilation === 1;
    const workOfRow = columns.outputs * outputs * taps * depth;
    const units = rowUnits(outputs === 0 ? 0 : operands.x.shape[0]!, rows.outputs, workOfRow);
    const rowBytes = columns.size * channels * 4;
    const panelBytes = (taps * depth + 1) * panelRowBytes;
    const longest = Math.max(1, ...segments.map(({ from, to }) => to - from));
    return {
      label: `direct convolution, ${tileRows(longest, instructions)}×8 tiles`,
      inPlace: ['residual'],
      math: activation?.math ?? {},
      stages: [
        {
          units: units.images * units.strips,
          emit({ module, f, unit, operands: { x }, residual, results: [y], packed }) {
            const strip = emitStrip(f, units, unit);
            const image = f.local('i32', i32.add(x, i32.mul(strip.image, rows.size * rowBytes)));
            const onRow = (
              row: Local<'i32'>,
              panel: Local<'i32'>,
              first: Operand<'i32'>,
              output: Operand<'i32'>,
              width: number,
            ): void => {
              const seen = emitRowTaps(f, rows, row);
              const source = f.local(
                'i32',
                i32.add(i32.add(image, i32.mul(seen.pixel, rowBytes)), first),
              );
              const pixel = i32.add(
                i32.mul(i32.add(i32.mul(strip.image, rows.outputs), row), columns.outputs),
                0,
              );
              const result = f.local(
                'i32',
                i32.add(i32.mul(i32.add(i32.mul(pixel, outputs), output), 4), y!),
              );
              const shift = (residual ?? 0) - y!;
              for (const segment of segments) {
                const count = segment.to - segment.from;
                const tapsSeen = segment.end - segment.first;
                const column = Math.max(
                  0,
                  segment.from * columns.stride - columns.before + segment.first * columns.dilation,
                );
                const run = tapsSeen * depth;
                const step = columns.dilation * channels * 4;
                const skip = isRun ? run * 4 : tapsSeen * step;
                const rowsSeen = tapsSeen === 0 || depth === 0 ? 0 : seen.count;
                const lead = i32.mul(
                  i32.add(i32.mul(seen.first, kernelWidth), segment.first),
                  depth * panelRowBytes,
                );
                const height = tileRows(count, instructions);
                const { full, rest } = tilingOf(count, height);
                const call = (pixels: number, tiles: number, skipped: number): void => {
                  const tile = windowTile(module, {
                    rows: pixels,
                    columns: width,
                    sourceStep: columns.stride * channels * 4,
                    resultStep: outputs * 4,
                    nest: isRun ? { kind: 'rows' } : { kind: 'taps', length: depth, step },
                    residual: hasResidual,
                    activation,
                    activationKey: activationKey(attributes.activation),
                    relaxedMadd: instructions.relaxedMadd,
                  });
                  const to = i32.add(result, (segment.from + skipped) * outputs * 4);
                  f.call(
                    tile,
                    i32.add(
                      source,
                      column * channels * 4 + skipped * columns.stride * channels * 4,
                    ),
                    panel,
                    to,
                    i32.add(to, shift),
                    tiles,
                    lead,
                    rowsSeen,
                    tapsSeen,
                    run,
                    rows.dilation * rowBytes - skip,
                    (kernelWidth - tapsSeen) * depth * panelRowBytes,
                  );
                };
                if (full > 0) call(height, full, 0);
                if (rest > 0) call(rest, 1, full * height);
              }
            };
            f.for({ from: 0, to: groups * panels }, (index) => {
              const group = groups === 1 ? 0 : i32.divU(index, panels);
              const inGroup = groups === 1 ? index : i32.remU(index, panels);
              const panel = f.local('i32', i32.add(packed, i32.mul(index, panelBytes)));
              const first = f.local('i32', i32.mul(group, depth * 4));
              const within = f.local('i32', inGroup);
              const output = f.local(
                'i32',
                i32.add(i32.mul(group, outputsOfGroup), i32.mul(within, panelColumns)),
              );
              const lastWidth = columnsOfPanel(outputsOfGroup, panels - 1);
              f.for({ from: strip.first, to: strip.end }, (row) => {
                if (panels === 1 || lastWidth === panelColumns) {
                  onRow(row, panel, first, output, lastWidth);
                } else {
                  f.if(
                    i32.ltS(within, panels - 1),
                    () => onRow(row, panel, first, output, panelColumns),
                    () => onRow(row, panel, first, output, lastWidth),
                  );
                }
              });
            });
          },
        },
      ],
    };
  },
};
