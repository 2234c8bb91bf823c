/**
 * Exports every case of the conformance suite and runs it on ONNX Runtime:
 * node scripts/run.mjs export-sweep [PATTERN] [disabled|all]
 */
import { allCases } from '@separable/conformance';
import { witness } from '../testing/witness.js';
import type { Optimisation } from '../testing/onnxruntime.js';

const [pattern = '', optimisation = 'all'] = process.argv.slice(2);
const expression = new RegExp(pattern);
let [passed, failed] = [0, 0];
const started = performance.now();
for (const one of allCases()) {
  if (one.kind !== 'compute' || !expression.test(one.id)) continue;
  const problem = await witness(one, optimisation as Optimisation);
  if (problem === undefined) passed++;
  else {
    failed++;
    console.log(`${one.id}: ${problem.replaceAll('\n', ' ').slice(0, 400)}`);
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${passed} passed, ${failed} failed, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
