export { backends, type BackendTable } from './backends.js';
export { type ExitCode, exitCodes } from './exit-code.js';
export type { Io, TextStream } from './io.js';
export { main } from './main.js';
