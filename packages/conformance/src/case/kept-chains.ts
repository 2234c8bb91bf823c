import type { Chain } from './chain.js';

/**
 * Random graphs that failed on some engine once, shrunk. `pnpm nightly` adds to them, at the end, so
 * that the cases made of them keep their names.
 */
export const keptChains: readonly Chain[] = [
  // ort:wasm, 2 threads, 2026-11-25: ExecutionError (execution): running 'chain-0' failed in onnxruntime-web: failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: padding values must be non-negative
  {
    batch: 1,
    height: 1,
    width: 4,
    channels: 1,
    symbolic: true,
    steps: [
      {
        kind: 'maxPool2d',
        kernel: [2, 1],
        stride: 2,
        dilation: 1,
        padding: 'valid',
        groups: 1,
        channels: 1,
        bias: false,
        activation: null,
      },
      {
        kind: 'conv2d',
        kernel: [1, 1],
        stride: 1,
        dilation: 1,
        padding: 'valid',
        groups: 1,
        channels: 1,
        bias: false,
        activation: null,
      },
    ],
    seed: 0,
  },
];
