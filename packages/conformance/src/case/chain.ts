import {
  type Graph,
  graphBuilder,
  type GraphBuilder,
  type Tensor,
  type TensorMap,
  type Value,
} from '@separable/core';
import { type Random, seeded } from './random.js';
import { draw, normal } from './source.js';

/** Kinds of step a chain is made of. */
export const stepKinds = [
  'conv2d',
  'depthwiseConv2d',
  'pointwiseConv2d',
  'separableConv2d',
  'convTranspose2d',
  'maxPool2d',
  'averagePool2d',
  'activation',
  'addEarlier',
  'scaleByPooled',
  'concatEarlier',
] as const;

/** Activations that chains carry, fused or as nodes of their own. */
export const chainActivations = [
  'relu',
  'relu6',
  'leakyRelu',
  'sigmoid',
  'hardSwish',
  'tanh',
] as const;

/**
 * One step of a chain in small numbers, each valid for every kind, so that any change to one of them,
 * as shrinking makes it, gives a chain again.
 */
export interface Step {
  readonly kind: (typeof stepKinds)[number];
  /** Kernel rows and columns, 1 to 5. */
  readonly kernel: readonly [number, number];
  readonly stride: 1 | 2;
  readonly dilation: 1 | 2;
  readonly padding: 'same' | 'sameLower' | 'valid';
  /** Groups or multiplier, 1 to 3. */
  readonly groups: number;
  /** Output channels of one group, 1 to 4. */
  readonly channels: number;
  readonly bias: boolean;
  readonly activation: (typeof chainActivations)[number] | null;
}

/** A convolutional network in small numbers. */
export interface Chain {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Whether batch, rows and columns are symbols of the graph. */
  readonly symbolic: boolean;
  readonly steps: readonly Step[];
  /** Of the numbers in weights and inputs. */
  readonly seed: number;
}

/** A chain out of a generator, at most `most` steps long. */
export function drawChain(random: Random, seed: number, most = 6): Chain {
  const step = (): Step => ({
    kind: random.pick(stepKinds),
    kernel: [random.integer(1, 5), random.integer(1, 5)],
    stride: random.pick([1, 1, 2]),
    dilation: random.pick([1, 1, 2]),
    padding: random.pick(['same', 'same', 'sameLower', 'valid']),
    groups: random.integer(1, 3),
    channels: random.integer(1, 4),
    bias: random.next() < 0.5,
    activation: random.pick([null, null, ...chainActivations]),
  });
  return {
    batch: random.integer(1, 2),
    height: random.integer(1, 11),
    width: random.integer(1, 11),
    channels: random.integer(1, 6),
    symbolic: random.next() < 0.3,
    steps: Array.from({ length: random.integer(1, most) }, step),
    seed,
  };
}

/** Builds the chain's graph and draws its inputs. */
export function buildChain(chain: Chain): { readonly graph: Graph; readonly inputs: TensorMap } {
  const { batch, height, width, channels } = chain;
  const random = seeded(chain.seed);
  const g = graphBuilder(`chain-${chain.seed}`);
  const shape = chain.symbolic ? ['batch', 'H', 'W', channels] : [batch, height, width, channels];
  let at: Place = { value: g.input('x', 'float32', shape), height, width, channels };
  const earlier: Place[] = [at];
  for (const step of chain.steps) {
    at = addStep({ g, random, earlier }, at, step);
    earlier.push(at);
  }
  g.output('y', at.value);
  const x: Tensor = draw(normal([batch, height, width, channels]), random);
  return { graph: g.build(), inputs: { x } };
}

/** A value with its concrete extents beside the symbolic ones. */
interface Place {
  readonly value: Value;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

interface Building {
  readonly g: GraphBuilder;
  readonly random: Random;
  readonly earlier: readonly Place[];
}

function addStep({ g, random, earlier }: Building, at: Place, step: Step): Place {
  const { value: x, channels } = at;
  const { bias: biased, activation } = step;
  const weights = (name: string, shape: readonly number[]): Value => {
    // Weights of variance 1 / fan-in keep the numbers of a long chain near 1.
    const fan = shape.slice(0, -1).reduce((a, b) => a * b, 1);
    return g.constant(name, draw(normal(shape, 1 / Math.sqrt(Math.max(1, fan))), random));
  };
  const bias = (count: number): { readonly bias?: Value } =>
    biased ? { bias: g.constant('bias', draw(normal([count], 0.5), random)) } : {};
  const window = fitting(at, step);
  switch (step.kind) {
    case 'conv2d': {
      const groups = channels % step.groups === 0 ? step.groups : 1;
      const outputs = groups * step.channels;
      const filter = weights('filter', [...window.kernel, channels / groups, outputs]);
      const y = g.conv2d(
        { x, filter, ...bias(outputs) },
        { ...window.attributes, groups, activation },
      );
      return { ...window.after, value: y, channels: outputs };
    }
    case 'depthwiseConv2d': {
      const outputs = channels * window.multiplier;
      const filter = weights('filter', [...window.kernel, channels, window.multiplier]);
      const y = g.depthwiseConv2d(
        { x, filter, ...bias(outputs) },
        { ...window.attributes, activation },
      );
      return { ...window.after, value: y, channels: outputs };
    }
    case 'separableConv2d': {
      const depthwiseFilter = weights('depthwise', [...window.kernel, channels, window.multiplier]);
      const pointwiseFilter = weights('pointwise', [channels * window.multiplier, step.channels]);
      const operands = { x, depthwiseFilter, pointwiseFilter, ...bias(step.channels) };
      const y = g.separableConv2d(operands, { ...window.attributes, activation });
      return { ...window.after, value: y, channels: step.channels };
    }
    case 'pointwiseConv2d': {
      const filter = weights('filter', [channels, step.channels]);
      const y = g.pointwiseConv2d({ x, filter, ...bias(step.channels) }, { activation });
      return { ...at, value: y, channels: step.channels };
    }
    case 'convTranspose2d': {
      // Maps double at most once more, so that chains stay small.
      const strides = at.height * at.width > 150 ? 1 : step.stride;
      const filter = weights('filter', [...step.kernel, channels, step.channels]);
      const attributes = { strides, padding: 'same', activation } as const;
      const y = g.convTranspose2d({ x, filter, ...bias(step.channels) }, attributes);
      const [height, width] = [at.height * strides, at.width * strides];
      return { value: y, height, width, channels: step.channels };
    }
    case 'maxPool2d':
    case 'averagePool2d': {
      const { strides, padding } = window.attributes;
      const attributes = {
        kernel: window.kernel,
        strides,
        padding,
        dilations: window.attributes.dilations,
      };
      return { ...at, ...window.after, value: g[step.kind]({ x }, attributes) };
    }
    case 'activation':
      return { ...at, value: g.apply(activation ?? 'relu', { x })[0]! };
    case 'addEarlier': {
      const other = earlier.findLast((one) => sameMap(one, at) && one.channels === channels)!;
      return { ...at, value: g.add({ a: x, b: other.value }) };
    }
    case 'concatEarlier': {
      const other = earlier.find((one) => sameMap(one, at) && one.channels + channels <= 12) ?? at;
      const inputs = [x, other.value];
      return {
        ...at,
        value: g.concat({ inputs }, { axis: -1 }),
        channels: channels + other.channels,
      };
    }
    case 'scaleByPooled': {
      const pooled = g.sigmoid({ x: g.globalAveragePool2d({ x }) });
      return { ...at, value: g.mul({ a: x, b: pooled }) };
    }
  }
}

function sameMap(a: Place, b: Place): boolean {
  return a.value.shape.slice(0, 3).join() === b.value.shape.slice(0, 3).join();
}

/** The step's window where it fits the map: VALID only when the kernel is not larger. */
function fitting({ height, width, channels }: Place, step: Step) {
  const reach = step.kernel.map((extent) => (extent - 1) * step.dilation + 1) as [number, number];
  const fits = reach[0] <= height && reach[1] <= width;
  const padding = step.padding === 'valid' && !fits ? 'same' : step.padding;
  const outputs = (size: number, span: number): number =>
    padding === 'valid'
      ? Math.floor((size - span) / step.stride) + 1
      : Math.ceil(size / step.stride);
  return {
    kernel: step.kernel,
    multiplier: channels * step.groups <= 12 ? step.groups : 1,
    attributes: {
      strides: [step.stride, step.stride] as const,
      dilations: [step.dilation, step.dilation] as const,
      padding,
    },
    after: { height: outputs(height, reach[0]), width: outputs(width, reach[1]) },
  };
}
