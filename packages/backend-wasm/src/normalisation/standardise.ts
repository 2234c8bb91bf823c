import type { OpName } from '@separable/core';
import { f32, f32x4, type FunctionBuilder, i32, type Local, v128 } from '../encoder/index.js';
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

/** Elements of a unit. */
const unitElements = 16_384;
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
      const perUnit = Math.max(1, Math.floor(unitElements / Math.max(1, elements)));
      return {
        label: `two passes, ${across ? 'across' : 'along'} 4 lanes`,
        inPlace: ['x'] as never,
        stages: [
          {
            units: Math.ceil(total / perUnit),
            emit(site) {
              const { f, unit } = site;
              const first = f.local('i32', i32.mul(unit, perUnit));
              const end = f.local('i32', i32.add(first, perUnit));
              f.if(i32.gtS(end, total), () => f.set(end, total));
              f.for({ from: first, to: end }, (number) => {
                const row = f.local('i32', i32.divU(number, perRow));
                const within = f.local('i32', i32.sub(number, i32.mul(row, perRow)));
                const emission = { site, moments, epsilon, row, within, across };
                const last = groups % blockGroups;
                if (!across) emitGroup(emission, width);
                else if (last === 0) emitGroup(emission, blockGroups);
                else if (groups < blockGroups) emitGroup(emission, last);
                else
                  f.if(
                    i32.eq(within, perRow - 1),
                    () => emitGroup(emission, last),
                    () => emitGroup(emission, blockGroups),
                  );
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
    if (!across) spreadSum(f, sum);
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
    if (!across && lanes < 4) f.set(value, v128.shuffle(value, f32x4.splat(0), bytesOf(lanes)));
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

/** Puts the sum of all lanes into each. */
function spreadSum(f: FunctionBuilder, sum: Local<'v128'>): void {
  const total = f.local('f32', f32x4.extractLane(sum, 0));
  for (let lane = 1; lane < 4; lane++) f.set(total, f32.add(total, f32x4.extractLane(sum, lane)));
  f.set(sum, f32x4.splat(total));
}

/** The bytes of the first lanes of one vector, then those of another. */
function bytesOf(lanes: number): readonly number[] {
  return Array.from({ length: 16 }, (_, byte) => (byte < lanes * 4 ? byte : byte + 16));
}

/** `[N, …, C]` with its channels in groups. */
export function channelGroups(shape: readonly number[], groups: number): Moments {
  const channels = shape.at(-1)!;
  const repeats = shape.slice(1, -1).reduce((a, b) => a * b, 1);
  return { outer: shape[0]!, repeats, groups, width: groups === 0 ? 0 : channels / groups };
}
