import type { RealFile } from '../real-file.js';
import { blazeface } from './blazeface.js';
import { detypify } from './detypify.js';
import { centernet, descriptions, emotion, facemesh } from './human.js';
import { nsfw } from './nsfw.js';
import { detection, direction, recognition } from './ocr.js';
import { silero } from './silero.js';

/** Every published network that has to agree with its own engine. */
export const realFiles: readonly RealFile[] = [
  detypify,
  blazeface,
  detection,
  recognition,
  direction,
  silero,
  centernet,
  emotion,
  facemesh,
  descriptions,
  nsfw,
];
