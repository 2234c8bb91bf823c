import type { Tag } from './case.js';
import type { NodeCase } from './node-cases.js';
import type { ConvolutionSettings } from './convolution-grid.js';
import { constant, declared, normal, type Source } from './source.js';

/** Filter and bias shapes and attributes of a conv2d with these settings, two outputs a group. */
export function conv2dCase(s: ConvolutionSettings, tags: readonly Tag[] = []): NodeCase<'conv2d'> {
  const outputs = s.groups * 2;
  return {
    name: s.name,
    operands: {
      x: input(s, s.channels * s.groups),
      filter: constant(normal([...s.kernel, s.channels, outputs])),
      ...biasOf(s, outputs),
    },
    attributes: { ...attributesOf(s), groups: s.groups },
    tags,
  };
}

/** The same for a depthwise convolution, `groups` being the multiplier. */
export function depthwiseConv2dCase(
  s: ConvolutionSettings,
  tags: readonly Tag[] = [],
): NodeCase<'depthwiseConv2d'> {
  return {
    name: s.name,
    operands: {
      x: input(s, s.channels),
      filter: constant(normal([...s.kernel, s.channels, s.groups])),
      ...biasOf(s, s.channels * s.groups),
    },
    attributes: attributesOf(s),
    tags,
  };
}

/** The same for a separable convolution with three outputs; its depthwise part has a bias when it has. */
export function separableConv2dCase(s: ConvolutionSettings): NodeCase<'separableConv2d'> {
  const between = s.channels * s.groups;
  return {
    name: s.name,
    operands: {
      x: input(s, s.channels),
      depthwiseFilter: constant(normal([...s.kernel, s.channels, s.groups])),
      pointwiseFilter: constant(normal([between, 3])),
      ...(s.bias
        ? { depthwiseBias: constant(normal([between])), bias: constant(normal([3])) }
        : {}),
    },
    attributes: { ...attributesOf(s), depthwiseActivation: s.bias ? 'relu6' : null },
  };
}

/** The same for a transposed convolution; explicit padding crops less than the kernel spreads. */
export function convTranspose2dCase(s: ConvolutionSettings): NodeCase<'convTranspose2d'> {
  const { padding } = s;
  const size = s.size.map((extent) => 2 + (extent % 4)) as [number, number];
  const [height, width] = s.kernel.map((extent, axis) => (extent - 1) * s.dilations[axis]!) as [
    number,
    number,
  ];
  const crop = (pixels: number, room: number): number => Math.min(pixels, Math.ceil(room / 2));
  return {
    name: s.name,
    operands: {
      x: input({ ...s, size }, s.channels * s.groups),
      filter: constant(normal([...s.kernel, s.channels * s.groups, 2])),
      ...biasOf(s, s.groups * 2),
    },
    attributes: {
      ...attributesOf(s),
      padding:
        typeof padding === 'string'
          ? padding
          : {
              top: crop(padding.top, height),
              bottom: crop(padding.bottom, height),
              left: crop(padding.left, width),
              right: crop(padding.right, width),
            },
      // Less than the stride, as frameworks ask; every other case has some.
      outputPadding:
        s.batch === 2 ? (s.strides.map((stride) => stride - 1) as [number, number]) : 0,
      groups: s.groups,
    },
  };
}

function input({ batch, size }: ConvolutionSettings, channels: number): Source {
  return normal([batch, ...size, channels]);
}

function biasOf({ bias }: ConvolutionSettings, channels: number): { readonly bias?: Source } {
  return bias ? { bias: constant(normal([channels])) } : {};
}

function attributesOf({ strides, dilations, padding, activation }: ConvolutionSettings) {
  return { strides, dilations, padding, activation };
}

/** Cases of a 2-D convolution whose batch, rows and columns are symbols. */
export function symbolicMap(source: Source): Source {
  return declared(source, ['batch', 'H', 'W', source.shape[3]!]);
}
