import type { OpName } from '@separable/core';
import { emitBlocks } from '../elements/blocks.js';
import { firstLanes, mergeLanes } from '../elements/shuffle-lanes.js';
import { shares } from '../elements/shares.js';
import { f32x4, i32, type Local } from '../encoder/index.js';
import type { ConcreteType, EmitSite, Kernel, PlanSite } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import { emitLines, type Lines } from './lines.js';

/**
 * x as `[outer, repeats, groups, width]`: moments are taken for each of `outer × groups` over repeats and
 * width, scale and offset have `groups × width` elements.
 */
export interface Moments {
  readonly outer: number;
  readonly repeats: number;
  readonly groups: number;
  readonly width: number;
}

interface Addresses {
  readonly x: number;
  readonly scale: number | undefined;
  readonly offset: number | undefined;
}

/** Groups of one element that lie side by side and are computed together. */
const blockGroups = 16;

/** Makes the kernel of a normalisation by moments of x itself. */
export function standardise<K extends OpName>(
  layout: (shape: readonly number[], attributes: PlanSite<K>['attributes']) => Moments,
): Kernel<K> {
  return {
    plan({ attributes, operands }) {
      const { x } = operands as unknown as { readonly x: ConcreteType };
      const { epsilon } = attributes as unknown as { readonly epsilon: number };
      const moments = layout(x.shape, attributes);
      const { outer, repeats, groups, width } = moments;
      // Groups of one element each: four of them in the lanes of a vector.
      const across = width === 1 && groups > 1;
      const perRow = across ? Math.ceil(groups / blockGroups) : groups;
      const total = repeats * width === 0 ? 0 : outer * perRow;
      const elements = repeats * (across ? Math.min(groups, blockGroups) : width);
      const work = shares(total, elements);
      return {
        label: `two passes, ${across ? 'across' : 'along'} 4 lanes`,
        inPlace: ['x'] as never,
        stages: [
          {
            units: work.units,
            emit(site) {
              const { f, unit } = site;
              work.emit(f, unit, (number) => {
                const row = f.local('i32', i32.divU(number, perRow));
                const within = f.local('i32', i32.sub(number, i32.mul(row, perRow)));
                const emission = { site, moments, epsilon, row, within, across };
                if (!across) emitGroup(emission, width);
                else
                  emitBlocks(f, within, groups, blockGroups, (count) => emitGroup(emission, count));
              });
            },
          },
        ],
      };
    },
  };
}

interface Emission<K extends OpName> {
  readonly site: EmitSite<K>;
  readonly moments: Moments;
  readonly epsilon: number;
  /** Index along `outer`. */
  readonly row: Local<'i32'>;
  /** Group, or block of groups of one element. */
  readonly within: Local<'i32'>;
  readonly across: boolean;
}

/** Mean and variance in two passes so that nothing cancels, then the result. */
function emitGroup<K extends OpName>(emission: Emission<K>, length: number): void {
  const { site, moments, epsilon, row, within, across } = emission;
  const { f } = site;
  const { x, scale, offset } = site.operands as unknown as Addresses;
  const { repeats, groups, width } = moments;
  const rowBytes = groups * width * 4;
  const place = f.local('i32', i32.mul(within, (across ? blockGroups : width) * 4));
  const from = f.local('i32', i32.add(i32.mul(row, repeats * rowBytes), place));
  f.advance(from, x);
  const lines: Lines = { from, repeats, rowBytes, length, isStatic: across };
  const count = across ? repeats : repeats * width;
  const vectors = across ? Math.ceil(length / 4) : 1;
  const zeros = () => Array.from({ length: vectors }, () => f.local('v128', f32x4.splat(0)));
  const finish = (sum: Local<'v128'>): void => {
    if (!across) mergeLanes(f, sum, f32x4.add);
    f.set(sum, f32x4.div(sum, f32x4.splat(count)));
  };
  const means = zeros();
  emitLines(f, lines, (at, lanes, vector) => {
    const mean = means[across ? vector : 0]!;
    f.set(mean, f32x4.add(mean, loadLanes(at, lanes, across ? vector * vectorBytes : 0)));
  });
  means.forEach(finish);
  const factors = zeros();
  emitLines(f, lines, (at, lanes, vector) => {
    const [mean, factor] = [means[across ? vector : 0]!, factors[across ? vector : 0]!];
    const value = f.local('v128', loadLanes(at, lanes, across ? vector * vectorBytes : 0));
    f.set(value, f32x4.sub(value, mean));
    if (!across && lanes < 4) f.set(value, firstLanes(value, f32x4.splat(0), lanes));
    f.set(factor, f32x4.add(factor, f32x4.mul(value, value)));
  });
  for (const factor of factors) {
    finish(factor);
    const variance = f32x4.add(factor, f32x4.splat(epsilon));
    f.set(factor, f32x4.div(f32x4.splat(1), f32x4.sqrt(variance)));
  }
  const y = f.local('i32');
  emitLines(f, lines, (at, lanes, vector, parameter) => {
    const [mean, factor] = [means[across ? vector : 0]!, factors[across ? vector : 0]!];
    const step = across ? vector * vectorBytes : 0;
    const own = f.local('i32', i32.add(place, parameter));
    const value = f.local('v128', f32x4.sub(loadLanes(at, lanes, step), mean));
    f.set(value, f32x4.mul(value, factor));
    if (scale !== undefined) f.set(value, f32x4.mul(value, loadLanes(own, lanes, scale + step)));
    if (offset !== undefined) f.set(value, f32x4.add(value, loadLanes(own, lanes, offset + step)));
    f.set(y, i32.add(at, site.results[0]! - x));
    storeLanes(f, y, value, lanes, step);
  });
}

/** `[N, …, C]` with its channels in groups. */
export function channelGroups(shape: readonly number[], groups: number): Moments {
  const channels = shape.at(-1)!;
  const repeats = shape.slice(1, -1).reduce((a, b) => a * b, 1);
  return { outer: shape[0]!, repeats, groups, width: groups === 0 ? 0 : channels / groups };
}
