import { resolve } from 'node:path';
import { createSession, type Graph, type NodeProfile, type Tensor, typeOf } from '@separable/core';
import { backendsNamed } from '../backends.js';
import { command, type Command } from '../command/command.js';
import { exitCodes } from '../exit-code.js';
import { type Io, print, printJson } from '../io.js';
import { loadModel, modelHelp } from '../model/load-model.js';
import { bindSizes, parseSizes, sizeOptions } from '../model/sizes.js';
import { type Progress, progressOn } from '../progress.js';
import { loadInput } from '../run/load-input.js';
import { namedFiles } from '../run/named-files.js';
import { summarise } from '../run/output-summary.js';
import {
  parsePictureOptions,
  pictureOptions,
  type PictureSettings,
} from '../run/picture-options.js';
import { printRun } from '../run/print-run.js';
import type { RunReport } from '../run/run-report.js';
import {
  fallbackNotes,
  namesOfChosen,
  parseSessionOptions,
  sessionOptions,
} from '../run/session-options.js';
import { writeOutputs } from '../run/write-outputs.js';

/** `separable run`: a model on files, on the backends named. */
export const run: Command = command({
  name: 'run',
  summary: 'run a model on files',
  operand: 'MODEL',
  details: [
    modelHelp,
    'An input is a .npy file, JSON (nested arrays, or {"dtype", "shape", "data"}) or a .png or .jpg\n' +
      'picture. A model of one input takes FILE without NAME=.\n' +
      'A picture becomes (pixel / 255 - mean) / std, red first, upright, on white; a uint8 input gets\n' +
      'the bytes. Its axes go where the input has 3 channels (NHWC or NCHW; 1 channel takes grey), and\n' +
      'it is stretched, bilinear, to the height and width that the input fixes or --shape gives.',
    'Prints what ran where, the outputs in a few numbers, memory and times. Of several backends the\n' +
      'first that is there and can run the whole model takes it; --fallback lets later ones run what it\n' +
      'lacks. Nothing runs on a backend that was not named.',
  ],
  options: {
    input: {
      type: 'text',
      value: 'NAME=FILE',
      multiple: true,
      description: 'the file for an input',
    },
    ...sessionOptions,
    output: { type: 'text', value: 'DIR', description: 'write each output to DIR as NAME.npy' },
    ...sizeOptions,
    ...pictureOptions,
    profile: { type: 'boolean', description: 'measure each node' },
    json: { type: 'boolean', description: 'print JSON' },
  },
  examples: [
    {
      line: 'separable run model.onnx --input x=photo.jpg --backend js --output out',
      does: 'a picture in, out/NAME.npy for each output',
    },
    {
      line: 'separable run model.onnx --input photo.png --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225',
      does: 'the value range most ImageNet networks want',
    },
    {
      line: 'separable run model.onnx --input x=x.npy --backend ort:webgpu,js --fallback report',
      does: 'what the first backend lacks on the second, and which nodes those are',
    },
    {
      line: 'separable run model.onnx --input a=a.npy --input b=b.json --profile',
      does: 'two inputs, each node timed',
    },
  ],
  exitCodes: { 1: 'the inputs do not fit the model, or the run failed' },
  async run(given, io, operand) {
    const sizes = parseSizes(given.shape, given.size);
    const picture = parsePictureOptions(given);
    const choice = parseSessionOptions(given);
    const providers = await backendsNamed(given.backend ?? 'js', io.backends);
    const progress = progressOn(io.stderr);
    try {
      progress.phase(`reading ${operand}`);
      const started = performance.now();
      const graph = bindSizes(await loadModel(resolve(io.cwd, operand), sizes.shapes), sizes);
      const load = performance.now() - started;
      const inputs = await readInputs(given.input, graph, picture, io, progress);

      progress.phase(`compiling for ${providers.map(({ name }) => name).join(', ')}`);
      await using session = await createSession(graph, {
        backends: providers,
        ...choice,
        measure: { shapes: shapesOf(inputs) },
        onFallback: (nodes) => fallbackNotes(nodes).forEach(progress.note),
        onProgress: (phase, done) => progress.step(Math.round(done * 100), 100, phase),
      });

      progress.phase('running');
      const profile: NodeProfile[] = [];
      const begun = performance.now();
      const outputs = await session.run(
        inputs,
        given.profile ? { onNode: (node) => profile.push(node) } : {},
      );
      const milliseconds = { load, ...session.timing, run: performance.now() - begun };

      progress.phase('writing');
      const files =
        given.output === undefined
          ? undefined
          : await writeOutputs(outputs, resolve(io.cwd, given.output));
      const report: RunReport = {
        model: operand,
        backend: namesOfChosen(session.considered),
        considered: session.considered,
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([name, { dtype, shape }]) => [name, { dtype, shape }]),
        ),
        outputs: graph.outputs.map(({ name }) => summarise(name, outputs[name]!, files?.get(name))),
        milliseconds,
        memory: session.memory(),
        placement: session.placement,
        ...(given.profile ? { profile } : {}),
      };
      progress.end();
      if (given.json) printJson(io, report);
      else print(io, printRun(report));
    } finally {
      progress.end();
    }
    return exitCodes.fine;
  },
});

async function readInputs(
  given: readonly string[],
  graph: Graph,
  picture: PictureSettings,
  io: Io,
  progress: Progress,
): Promise<Readonly<Record<string, Tensor>>> {
  const inputs: Record<string, Tensor> = {};
  for (const [name, file] of namedFiles(given, graph)) {
    progress.phase(`reading ${file}`);
    const slot = { name, type: typeOf(graph, name), picture, note: progress.note };
    inputs[name] = await loadInput(resolve(io.cwd, file), slot);
  }
  return inputs;
}

function shapesOf(inputs: Readonly<Record<string, Tensor>>): Record<string, readonly number[]> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape]));
}
