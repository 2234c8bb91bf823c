import { layers } from './layers.js';
import { networks } from './networks.js';
import { ocrNetworks } from './ocr.js';
import type { TaskSource } from './task.js';

/** Everything that can be measured. */
export const tasks: readonly TaskSource[] = [...networks, ...ocrNetworks, ...layers];
