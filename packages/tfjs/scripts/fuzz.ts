/**
 * Imports mutated TensorFlow.js models, 20,000 unless told otherwise: node scripts/run.mjs fuzz [runs] [first]
 *
 * Fails when a model makes the import throw anything but a typed error, take a second, or hold on to
 * memory that its bytes do not explain.
 */
import { fuzz } from '../testing/fuzz.js';
import { graphBlockFiles } from '../testing/graph-block.js';
import { blockFiles, denseFiles } from '../testing/small-models.js';

const runs = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
const megabyte = 2 ** 20;

const seeds = [blockFiles(), denseFiles(), graphBlockFiles()];
console.log(
  `${seeds.length} seeds of ${seeds.map(({ modelJson }) => modelJson.length).join(', ')} letters, ${runs} runs`,
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
