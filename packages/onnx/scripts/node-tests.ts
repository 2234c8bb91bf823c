/**
 * Imports ONNX's own backend tests, evaluates them with the conformance oracle and holds the results
 * against the expected ones: node scripts/run.mjs node-tests FOLDER [PATTERN]
 *
 * FOLDER holds one folder a test with model.onnx and test_data_set_0/{input,output}_N.pb, as Debian's
 * libonnx-testdata puts them into /usr/share/libonnx-testdata/data/node. Both the importer and the
 * oracle are on trial here: neither had a part in making these files.
 *
 * Operands other than the first may be frozen into constants, because an import needs shapes, axes
 * and the like to be known; opsets below 7 are read as 7.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateGraph, type Exact } from '@separable/conformance';
import { type Graph, SeparableError, type Tensor, verifyGraph } from '@separable/core';
import { importOnnx } from '../src/import-onnx.js';
import { wholeFile } from '../src/proto/message.js';
import { encodeModel } from '../src/proto/encode-model.js';
import { decodeModel, type ModelProto } from '../src/proto/model-proto.js';
import { readTensorProto, type TensorProto } from '../src/proto/tensor-proto.js';
import { elementsOf } from '../src/tensor/elements.js';
import { toTensor } from '../src/tensor/to-tensor.js';

/** Tolerances of ONNX's own runner. */
const relative = 1e-3;
const absolute = 1e-7;

type Outcome = 'passed' | 'failed' | 'unsupported' | 'refused';

function readProtos(folder: string, kind: 'input' | 'output'): readonly TensorProto[] {
  const number = (file: string): number => Number.parseInt(file.slice(kind.length + 1), 10);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${kind}_`));
  files.sort((a, b) => number(a) - number(b));
  return files.map((file) => readTensorProto(wholeFile(readFileSync(join(folder, file)))));
}

/** The model with all but the first `open` inputs turned into initialisers. */
function frozen(model: ModelProto, inputs: readonly TensorProto[], open: number): Uint8Array {
  const graph = model.graph!;
  const constants = inputs
    .slice(open)
    .map((proto, i) => ({ ...proto, name: graph.inputs[open + i]!.name }));
  const opsets = model.opsets.map(({ domain, version }) => ({
    domain,
    version: Math.max(7, version),
  }));
  return encodeModel({
    ...model,
    opsets,
    graph: { ...graph, initializers: [...graph.initializers, ...constants] },
  });
}

/** The graph with as many open inputs as an import allows. */
function importTest(model: ModelProto, inputs: readonly TensorProto[]): Graph {
  for (const open of [inputs.length, 1]) {
    try {
      return importOnnx(frozen(model, inputs, open));
    } catch (error) {
      if (!/depends on data|must be a constant|only known when/.test(String(error))) throw error;
    }
  }
  return importOnnx(frozen(model, inputs, 0));
}

function differs(got: Exact, wanted: Tensor): string | undefined {
  if (got.dtype !== wanted.dtype || got.shape.join() !== wanted.shape.join()) {
    return `${got.dtype} [${got.shape.join(', ')}], expected ${wanted.dtype} [${wanted.shape.join(', ')}]`;
  }
  for (const [i, value] of wanted.data.entries()) {
    const mine = got.value[i]!;
    if (mine === value || (Number.isNaN(mine) && Number.isNaN(value))) continue;
    if (Math.abs(mine - value) <= absolute + relative * Math.abs(value)) continue;
    return `element ${i} is ${mine}, expected ${value}`;
  }
  return undefined;
}

function run(folder: string): readonly [Outcome, string] {
  const model = decodeModel(readFileSync(join(folder, 'model.onnx')));
  try {
    const data = join(folder, 'test_data_set_0');
    const protos = readProtos(data, 'input');
    const graph = importTest(model, protos);
    verifyGraph(graph);
    const named = protos.map((proto, i) => [model.graph!.inputs[i]!.name, proto] as const);
    const inputs = named
      .filter(([name]) => graph.inputs.includes(name))
      .map(([name, proto]) => [name, toTensor(proto, elementsOf(proto))] as const);
    const { outputs } = evaluateGraph(graph, Object.fromEntries(inputs));
    const wanted = readProtos(data, 'output').map((proto) => toTensor(proto, elementsOf(proto)));
    const found = graph.outputs.map(({ name }, i) => differs(outputs[name]!, wanted[i]!));
    const wrong = found.findIndex((difference) => difference !== undefined);
    return wrong < 0 ? ['passed', ''] : ['failed', `output ${wrong} ${found[wrong]}`];
  } catch (error) {
    if (!(error instanceof SeparableError)) {
      const unwritable = error instanceof RangeError && error.message.includes('cannot be written');
      return unwritable ? ['unsupported', error.message] : ['failed', String(error)];
    }
    const line = error.message.replaceAll('\n', ' ');
    return [error.code === 'unsupported-op' ? 'unsupported' : 'refused', line];
  }
}

const [folder, pattern = ''] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: node scripts/run.mjs node-tests FOLDER [PATTERN]');
const counts: Record<Outcome, number> = { passed: 0, failed: 0, unsupported: 0, refused: 0 };
const names = readdirSync(folder).filter((name) => new RegExp(pattern).test(name));
for (const name of names) {
  if (!existsSync(join(folder, name, 'model.onnx'))) continue;
  const [outcome, why] = run(join(folder, name));
  counts[outcome]++;
  if (outcome !== 'passed') console.log(`${outcome}  ${name}: ${why.slice(0, 200)}`);
}
console.log(
  Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', '),
);
