import { mobileNetV1, mobileNetV2 } from '@separable/models';
import { builtTask } from './built-task.js';
import type { TaskSource } from './task.js';

/** MobileNets with folded weights; the first two are what others publish figures for. */
export const networks: readonly TaskSource[] = [
  network(1, 1, 224, false),
  network(2, 1, 224, false),
  network(1, 0.25, 128, true),
  network(2, 0.35, 128, true),
  network(2, 1.4, 224, true),
];

function network(version: 1 | 2, alpha: number, resolution: number, fullOnly: boolean): TaskSource {
  const build = version === 1 ? mobileNetV1 : mobileNetV2;
  const name = `MobileNetV${version}-${alpha.toFixed(2)}-${resolution}`;
  return builtTask(name, [1, resolution, resolution, 3], fullOnly, () =>
    build({ alpha, resolution }),
  );
}
