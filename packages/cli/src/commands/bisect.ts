import { resolve } from 'node:path';
import type { BackendProvider } from '@separable/core';
import { backendNamed } from '../backends.js';
import { printDivergence } from '../bisect/print-divergence.js';
import { writeReproduction } from '../bisect/write-reproduction.js';
import { command, type Command } from '../command/command.js';
import { UsageError } from '../errors.js';
import { exitCodes } from '../exit-code.js';
import { print } from '../io.js';
import { loadModel, modelHelp } from '../model/load-model.js';
import { optimised } from '../model/optimised.js';
import { bindSizes, parseSizes, sizeOptions } from '../model/sizes.js';
import { progressOn } from '../progress.js';
import { givenInputs } from '../run/given-inputs.js';
import { parsePictureOptions, pictureOptions } from '../run/picture-options.js';

/** `separable bisect`: the first node at which two backends part. */
export const bisect: Command = command({
  name: 'bisect',
  summary: 'name the first node at which two backends part',
  operand: 'MODEL',
  details: [
    modelHelp,
    'Runs the model on both backends with every value handed out, and compares node by node with a\n' +
      'float64 oracle that gets the operands the backend itself had computed, so that earlier errors do\n' +
      'not count. Prints the first node whose results part: both values, the exact ones, and the bounds.',
    'Then cuts the node out, with its operands, and the tensors down as long as the two still part; with\n' +
      '--output the small graph and its inputs are written.',
    'An input without a file gets random numbers.',
  ],
  options: {
    a: { type: 'text', value: 'NAME', description: 'one backend; js' },
    b: { type: 'text', value: 'NAME', description: 'the other backend' },
    input: {
      type: 'text',
      value: 'NAME=FILE',
      multiple: true,
      description: 'the file for an input',
    },
    output: { type: 'text', value: 'DIR', description: 'write the small graph to DIR' },
    seed: { type: 'text', value: 'N', description: 'another seed for random inputs; 1' },
    raw: { type: 'boolean', description: 'bisect the graph as imported, before any pass' },
    ...sizeOptions,
    ...pictureOptions,
  },
  examples: [
    {
      line: 'separable bisect model.onnx --a js --b ort:webgpu --shape x=1,3,224,224',
      does: 'random numbers in',
    },
    {
      line: 'separable bisect model.onnx --b gpujs:webgl2 --input x=x.npy --output smallest',
      does: 'a file in, the smallest graph out',
    },
  ],
  exitCodes: { 0: 'the backends agree', 1: 'the backends part, or a run failed' },
  async run(given, io, operand) {
    const sizes = parseSizes(given.shape, given.size);
    const picture = parsePictureOptions(given);
    if (given.b === undefined) throw new UsageError('bisect needs a backend: --b NAME');
    const a = await backendNamed(given.a ?? 'js', io.backends);
    const b = await backendNamed(given.b, io.backends);
    const progress = progressOn(io.stderr);
    try {
      progress.phase(`reading ${operand}`);
      const model = bindSizes(await loadModel(resolve(io.cwd, operand), sizes.shapes), sizes);
      const graph = given.raw ? model : await optimised(model);
      const conformance = await import('@separable/conformance');
      const inputs = await givenInputs(graph, given, picture, io, progress);
      const policy = conformance.tolerancePolicy(await deviceClassOf(a, b));

      progress.phase(`running on ${a.name} and ${b.name}`);
      let looked = 0;
      const found = await conformance.firstDivergence(graph, inputs, a, b, policy, ({ name }) => {
        progress.step(++looked, graph.nodes.length, name);
      });
      if (found === undefined) {
        progress.end();
        print(io, `${a.name} and ${b.name} agree at all ${graph.nodes.length} nodes`);
        return exitCodes.fine;
      }
      progress.phase('looking for the smallest graph');
      const smallest = await conformance.isolateDivergence(graph, inputs, found, a, b, policy);
      const written =
        given.output === undefined || smallest === undefined
          ? undefined
          : await writeReproduction(smallest, resolve(io.cwd, given.output), a.name, b.name);
      progress.end();
      print(io, printDivergence(graph, found, smallest, written));
      return exitCodes.failed;
    } finally {
      progress.end();
    }
  },
});

/** The looser tolerances when one of the two computes on a GPU. */
async function deviceClassOf(...providers: readonly BackendProvider[]): Promise<'cpu' | 'gpu'> {
  const probes = await Promise.all(providers.map((provider) => provider.probe()));
  const isGpu = probes.some((probe) => probe.available && probe.features['deviceClass'] === 'gpu');
  return isGpu ? 'gpu' : 'cpu';
}
