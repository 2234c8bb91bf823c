import type { Value } from '@separable/core';
import { type ResizedAxis, resizedAxes } from '../forms/resize-axes.js';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowered, Lowering, Lowerings } from './lowering.js';

type Coordinates = 'halfPixel' | 'pytorchHalfPixel' | 'alignCorners' | 'asymmetric';
type Rounding = 'roundPreferFloor' | 'roundPreferCeil' | 'floor' | 'ceil';

/** How pixels of the result find theirs in the input. */
interface Sampling {
  readonly mode: 'nearest' | 'bilinear' | 'cubic';
  readonly coordinates: Coordinates;
  readonly nearestRounding: Rounding;
  readonly cubicCoefficient: number;
}

const modes: Readonly<Record<string, Sampling['mode']>> = {
  nearest: 'nearest',
  linear: 'bilinear',
  bilinear: 'bilinear',
  cubic: 'cubic',
};

const coordinateModes: Readonly<Record<string, Coordinates>> = {
  half_pixel: 'halfPixel',
  pytorch_half_pixel: 'pytorchHalfPixel',
  align_corners: 'alignCorners',
  asymmetric: 'asymmetric',
};

const roundings: Readonly<Record<string, Rounding>> = {
  round_prefer_floor: 'roundPreferFloor',
  round_prefer_ceil: 'roundPreferCeil',
  floor: 'floor',
  ceil: 'ceil',
};

function find<T>(table: Readonly<Record<string, T>>, key: string, what: string): T {
  const found = Object.hasOwn(table, key) ? table[key] : undefined;
  if (found === undefined) throw new Unsupported(`its ${what} is ${key}`);
  return found;
}

function samplingOf(node: NodeImport, axes: readonly ResizedAxis[]): Sampling {
  const { attributes, opset } = node;
  const mode = find(modes, attributes.string('mode', 'nearest'), 'mode');
  if (opset < 11 || node.node.opType === 'Upsample') {
    return { mode, coordinates: 'asymmetric', nearestRounding: 'floor', cubicCoefficient: -0.75 };
  }
  const named = attributes.string('coordinate_transformation_mode', 'half_pixel');
  const rounding = find(
    roundings,
    attributes.string('nearest_mode', 'round_prefer_floor'),
    'nearest_mode',
  );
  const cubicCoefficient = attributes.float('cubic_coeff_a', -0.75);
  attributes.ignore('extrapolation_value');
  if (attributes.flag('exclude_outside', false))
    throw new Unsupported('it leaves pixels outside out of sums');
  if (attributes.flag('antialias', false)) throw new Unsupported('it smooths before it samples');
  find(
    { stretch: true },
    attributes.string('keep_aspect_ratio_policy', 'stretch'),
    'keep_aspect_ratio_policy',
  );
  // floor((x + ½)/s) is (x + ½)/s − ½ rounded half up.
  if (named === 'tf_half_pixel_for_nn' && mode === 'nearest' && rounding === 'floor') {
    return { mode, coordinates: 'halfPixel', nearestRounding: 'roundPreferCeil', cubicCoefficient };
  }
  // Both differ only where a size was rounded down.
  const symmetric = named === 'half_pixel_symmetric' && !axes.some(({ rounded }) => rounded);
  const key = symmetric ? 'half_pixel' : named;
  const coordinates = find(coordinateModes, key, 'coordinate_transformation_mode');
  return { mode, coordinates, nearestRounding: rounding, cubicCoefficient };
}

const resized: Lowering = (node) => {
  const rank = node.rank(0);
  const axes = resizedAxes(node);
  const sampling = samplingOf(node, axes);
  const changed = axes.flatMap(({ size }, axis) => (size === node.shape(0)[axis] ? [] : [axis]));
  const within = (...allowed: readonly number[]): boolean =>
    changed.every((axis) => allowed.includes(axis));
  if (changed.length === 0) return node.operand(0);
  if (rank === 4 && within(2, 3)) {
    return node.fromChannelsLast(
      plane(node, node.channelsLast(0), [axes[2]!, axes[3]!], sampling, node.name()),
    );
  }
  if (rank === 4 && within(1, 2)) {
    return plane(node, node.value(0), [axes[1]!, axes[2]!], sampling, node.name());
  }
  if (rank === 3 && within(2)) return row(node, axes[2]!, sampling);
  if (rank === 2) {
    const x = node.g.expandDims({ x: node.value(0) }, { axes: [0, 3] }, node.name('image'));
    const y = plane(node, x, [axes[0]!, axes[1]!], sampling, node.name('resized'));
    return node.g.squeeze({ x: y }, { axes: [0, 3] }, node.name());
  }
  throw new Unsupported(`it resizes the axes ${changed.join(', ')} of a value of rank ${rank}`);
};

function row(node: NodeImport, axis: ResizedAxis, sampling: Sampling): Lowered {
  const x = node.g.expandDims({ x: node.channelsLast(0) }, { axes: [1] }, node.name('rows'));
  const y = plane(
    node,
    x,
    [{ size: 1, scale: 1, rounded: false }, axis],
    sampling,
    node.name('resized'),
  );
  return node.fromChannelsLast(node.g.squeeze({ x: y }, { axes: [1] }, node.name()));
}

function plane(
  node: NodeImport,
  x: Value,
  [rows, columns]: readonly [ResizedAxis, ResizedAxis],
  sampling: Sampling,
  name: string,
): Value {
  const size = [rows.size, columns.size];
  if (!rows.rounded && !columns.rounded) return node.g.resize2d({ x }, { ...sampling, size }, name);
  const scales = [rows, columns].map(({ scale, size: to }) => {
    if (scale !== undefined) return scale;
    throw new Unsupported(`it scales one axis to ${to} and the other by a fraction`);
  });
  return node.g.resize2d({ x }, { ...sampling, size, scales }, name);
}

/** `Resize` and `Upsample` of rows and columns. */
export const resize: Lowerings = { Resize: resized, Upsample: resized };
