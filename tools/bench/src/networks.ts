import type { Graph } from '@separable/core';
import { mobileNetV1, mobileNetV2 } from '@separable/models';

/** A network to measure. */
export interface BenchNetwork {
  readonly name: string;
  readonly resolution: number;
  /** Only with `--full`. */
  readonly fullOnly: boolean;
  build(): Graph;
}

function network(
  version: 1 | 2,
  alpha: number,
  resolution: number,
  fullOnly: boolean,
): BenchNetwork {
  const build = version === 1 ? mobileNetV1 : mobileNetV2;
  return {
    name: `MobileNetV${version}-${alpha.toFixed(2)}-${resolution}`,
    resolution,
    fullOnly,
    build: () => build({ alpha, resolution }),
  };
}

export const networks: readonly BenchNetwork[] = [
  network(1, 1, 224, false),
  network(2, 1, 224, false),
  network(1, 0.25, 128, true),
  network(1, 0.5, 160, true),
  network(2, 0.5, 160, true),
  network(2, 1.4, 224, true),
];
