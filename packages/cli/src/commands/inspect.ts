import { resolve } from 'node:path';
import { command, type Command } from '../command/command.js';
import { exitCodes } from '../exit-code.js';
import { modelReport } from '../inspect/model-report.js';
import { printModelReport } from '../inspect/print-report.js';
import { print, printJson } from '../io.js';
import { loadModel, modelHelp } from '../model/load-model.js';
import { optimised } from '../model/optimised.js';
import { bindSizes, parseSizes, sizeOptions } from '../model/sizes.js';
import { progressOn } from '../progress.js';

/** `separable inspect`: what a model holds and what it costs. */
export const inspect: Command = command({
  name: 'inspect',
  summary: 'what a model holds and what it costs',
  operand: 'MODEL',
  details: [
    modelHelp,
    'Shows inputs, outputs, ops, and for each layer its output, parameters, multiply-accumulates\n' +
      '(MACs) and the bytes of activations it reads and writes; the totals; and the peak: the most\n' +
      'bytes of activations that are alive at once. For separable, depthwise and grouped\n' +
      'convolutions it shows what the dense convolution they replace would cost. For a separable one\n' +
      'with N output channels and a k×k kernel the ratio is 1/N + 1/k².',
  ],
  options: {
    ...sizeOptions,
    raw: { type: 'boolean', description: 'look at the graph as imported, before any pass' },
    json: { type: 'boolean', description: 'print JSON' },
  },
  examples: [
    { line: 'separable inspect model.onnx', does: 'layers, with symbols where sizes are open' },
    {
      line: 'separable inspect model.onnx --shape x=1,3,224,224',
      does: 'MACs and memory at one size',
    },
    { line: 'separable inspect model.onnx --size batch=8 --json', does: 'the same for a script' },
  ],
  async run({ shape, size, raw, json }, io, operand) {
    const sizes = parseSizes(shape, size);
    const progress = progressOn(io.stderr);
    try {
      progress.phase(`reading ${operand}`);
      const model = await loadModel(resolve(io.cwd, operand), sizes.shapes);
      progress.phase('optimising');
      const graph = raw ? model : await optimised(model);
      const report = modelReport(bindSizes(graph, sizes), !raw);
      progress.end();
      if (json) printJson(io, report);
      else print(io, printModelReport(report));
    } finally {
      progress.end();
    }
    return exitCodes.fine;
  },
});
