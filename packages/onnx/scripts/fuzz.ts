/**
 * Imports mutated ONNX files, 20,000 unless told otherwise: node scripts/run.mjs fuzz [runs] [first]
 *
 * Fails when a file makes the import throw anything but a typed error, take a second, or hold on to
 * memory that its bytes do not explain.
 */
import { encodeModel } from '../src/proto/encode-model.js';
import { decodeModel, type ModelProto } from '../src/proto/model-proto.js';
import { fuzz } from '../testing/fuzz.js';
import { controlFlowModel } from '../testing/control-flow-model.js';
import { convolutionalModel, shapeModel } from '../testing/models.js';
import { ocrModel } from '../testing/ocr-models.js';

const runs = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
const megabyte = 2 ** 20;

/** The first nodes of a published model, without what would only make files large. */
function prefix(name: 'detection' | 'recognition', count: number): ModelProto {
  const model = decodeModel(ocrModel(name));
  const graph = model.graph!;
  const constants = graph.nodes.filter((node) => node.opType === 'Constant');
  const computed = graph.nodes.filter((node) => node.opType !== 'Constant').slice(0, count);
  const read = new Set(computed.flatMap((node) => node.inputs));
  const nodes = [...constants.filter((node) => read.has(node.outputs[0]!)), ...computed];
  const last = computed.at(-1)!.outputs[0]!;
  const outputs = [{ ...graph.outputs[0]!, name: last }];
  return { ...model, graph: { ...graph, nodes, outputs } };
}

const seeds = [
  convolutionalModel(),
  shapeModel(),
  controlFlowModel(),
  prefix('detection', 14),
  prefix('recognition', 14),
];
console.log(
  `${seeds.length} seeds of ${seeds.map((seed) => encodeModel(seed).length).join(', ')} bytes, ${runs} runs`,
);

let peak = 0;
const started = performance.now();
const report = fuzz({
  seeds,
  runs,
  first,
  onRun(run) {
    const { rss } = process.memoryUsage();
    if (rss > peak) peak = rss;
    if ((run - first) % 1000 === 999) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${run - first + 1} runs, ${seconds} s, resident ${Math.round(rss / megabyte)} MB`,
      );
    }
  },
});

for (const { run, why } of report.failures.slice(0, 20)) console.log(`run ${run}: ${why}`);
const { imported, refused, failures, slowest } = report;
console.log(
  `imported ${imported}, refused ${JSON.stringify(refused)}, failed otherwise ${failures.length}`,
);
console.log(
  `slowest ${slowest.milliseconds.toFixed(0)} ms (run ${slowest.run}), peak ${Math.round(peak / megabyte)} MB`,
);
const sound = failures.length === 0 && slowest.milliseconds < 1000 && peak < 1024 * megabyte;
process.exitCode = sound ? 0 : 1;
