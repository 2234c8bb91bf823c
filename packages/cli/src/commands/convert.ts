import { resolve } from 'node:path';
import { backendNamed } from '../backends.js';
import { command, type Command } from '../command/command.js';
import {
  type ConversionReport,
  printConversion,
  sizeOfModel,
} from '../convert/conversion-report.js';
import { withSomeSizes } from '../convert/verification-sizes.js';
import { verifyConversion } from '../convert/verify-conversion.js';
import { formOf, type Numerics, writeModel, writtenHelp } from '../convert/write-model.js';
import { UsageError } from '../errors.js';
import { exitCodes } from '../exit-code.js';
import { print, printJson } from '../io.js';
import { loadModel } from '../model/load-model.js';
import { optimised } from '../model/optimised.js';
import { bindSizes, parseSizes, sizeOptions } from '../model/sizes.js';
import { progressOn } from '../progress.js';
import { givenInputs } from '../run/given-inputs.js';
import { parsePictureOptions, pictureOptions } from '../run/picture-options.js';

/** `separable convert`: a model from one form into another. */
export const convert: Command = command({
  name: 'convert',
  summary: 'write a model in another form',
  operand: 'IN OUT',
  details: [
    'IN is an .onnx file, the model.json of a TensorFlow.js model or its folder, a .safetensors file\n' +
      'that saveGraph wrote, or a folder of saveGraphFolder.',
    writtenHelp,
    'Sizes stay open unless --inputs or --size fix them. --verify runs IN as it was read, without any\n' +
      'pass, and OUT as it lies there (an .onnx file on ONNX Runtime), and prints how far each output is\n' +
      'from the original: the L2 norm of the difference over that of the original, at most 1e-4.\n' +
      'Inputs without a file get random numbers, and sizes that are still open usual ones.',
  ],
  options: {
    optimize: { type: 'boolean', description: 'run all passes before writing' },
    inputs: {
      type: 'text',
      value: 'INPUT=DIMS',
      multiple: true,
      description: 'fix the shapes of inputs, such as x=1,3,224,224 or a=1,8,b=1,4',
    },
    size: sizeOptions.size,
    numerics: {
      type: 'text',
      value: 'WHICH',
      description:
        'of an .onnx file: exact (unless given) agrees with the op table on NaN and the\nlast digits, plain writes the one operator that is meant',
    },
    verify: { type: 'boolean', description: 'run both and compare' },
    backend: { type: 'text', value: 'NAME', description: 'what --verify runs IN on; js' },
    input: {
      type: 'text',
      value: 'NAME=FILE',
      multiple: true,
      description: 'the file for an input of --verify',
    },
    seed: { type: 'text', value: 'N', description: 'another seed for random inputs; 1' },
    ...pictureOptions,
    json: { type: 'boolean', description: 'print JSON' },
  },
  examples: [
    {
      line: 'separable convert model.onnx model.safetensors --optimize --verify',
      does: 'the native form after all passes, checked against the original',
    },
    {
      line: 'separable convert tfjs/model.json model.onnx --inputs x=1,224,224,3',
      does: 'TensorFlow.js to ONNX, at one size',
    },
    {
      line: 'separable convert model.onnx folder',
      does: 'readable JSON beside the weights',
    },
  ],
  exitCodes: { 1: 'the two part, or a run failed' },
  async run(given, io, from, to) {
    const sizes = parseSizes(given.inputs.flatMap(severalShapes), given.size, '--inputs');
    const picture = parsePictureOptions(given);
    const numerics = parseNumerics(given.numerics);
    const [source, target] = [resolve(io.cwd, from!), resolve(io.cwd, to!)];
    if (source === target) throw new UsageError('OUT must be another file than IN');
    const form = await formOf(target);
    const provider = await backendNamed(given.backend ?? 'js', io.backends);
    const progress = progressOn(io.stderr);
    try {
      progress.phase(`reading ${from}`);
      const original = bindSizes(await loadModel(source, sizes.shapes), sizes);
      if (given.optimize) progress.phase('optimising');
      const graph = given.optimize ? await optimised(original) : original;

      progress.phase(`writing ${to}`);
      const bytes = await writeModel(graph, target, form, numerics);

      let verification: ConversionReport['verification'] = null;
      if (given.verify) {
        const isDrawn = given.input.length === 0;
        const sized = isDrawn ? withSomeSizes(original) : original;
        const inputs = await givenInputs(sized, given, picture, io, progress);
        verification = await verifyConversion(
          sized,
          target,
          form,
          inputs,
          provider,
          progress.phase,
        );
      }
      const report: ConversionReport = {
        from: sizeOfModel(from!, original),
        to: { ...sizeOfModel(to!, graph), bytes },
        verification,
      };
      progress.end();
      if (given.json) printJson(io, report);
      else print(io, printConversion(report));
      const agrees = verification?.outputs.every((output) => output.agrees) ?? true;
      return agrees ? exitCodes.fine : exitCodes.failed;
    } finally {
      progress.end();
    }
  },
});

/** `a=1,8,b=1,4` as `a=1,8` and `b=1,4`. */
function severalShapes(text: string): readonly string[] {
  return text.split(/,(?=[^,=]*=)/);
}

function parseNumerics(word = 'exact'): Numerics {
  if (word === 'exact' || word === 'plain') return word;
  throw new UsageError(`--numerics ${word}: expected exact, plain`);
}
