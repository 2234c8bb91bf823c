import { resolve } from 'node:path';
import { printGraph } from '@separable/core';
import { command, type Command } from '../command/command.js';
import { exitCodes } from '../exit-code.js';
import { print } from '../io.js';
import { loadModel, modelHelp } from '../model/load-model.js';
import { optimised } from '../model/optimised.js';
import { bindSizes, parseSizes, sizeOptions } from '../model/sizes.js';

/** `separable print`: the graph as text. */
export const printCommand: Command = command({
  name: 'print',
  summary: 'the graph as text, one node a line',
  operand: 'MODEL',
  details: [modelHelp],
  options: {
    ...sizeOptions,
    optimised: { type: 'boolean', description: 'after all passes, as a backend gets it' },
  },
  examples: [
    { line: 'separable print model.onnx', does: 'the graph as imported' },
    { line: 'separable print model.onnx --optimised', does: 'the graph after all passes' },
    {
      line: 'separable print model.onnx --shape x=1,3,224,224',
      does: 'with numbers for all sizes',
    },
  ],
  async run({ shape, size, optimised: wantsOptimised }, io, operand) {
    const sizes = parseSizes(shape, size);
    const model = await loadModel(resolve(io.cwd, operand), sizes.shapes);
    const graph = wantsOptimised ? await optimised(model) : model;
    print(io, printGraph(bindSizes(graph, sizes)));
    return exitCodes.fine;
  },
});
