export { mobileNetV1 } from './mobilenet-v1.js';
export { mobileNetV2 } from './mobilenet-v2.js';
export type { MobileNetOptions } from './options.js';
