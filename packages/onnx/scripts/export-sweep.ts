/**
 * Exports every case of the conformance suite and runs it on ONNX Runtime, with and without its
 * optimisations: node scripts/run.mjs export-sweep [PATTERN]
 */
import { allCases } from '@separable/conformance';
import { departures } from '../testing/departures.js';
import { witness } from '../testing/witness.js';

const expression = new RegExp(process.argv[2] ?? '');
let [passed, known, failed] = [0, 0, 0];
const started = performance.now();
for (const one of allCases()) {
  if (one.kind !== 'compute' || !expression.test(one.id)) continue;
  for (const optimisation of ['disabled', 'all'] as const) {
    const problem = await witness(one, optimisation);
    if ((problem === undefined) === (departures[one.id] === undefined)) {
      if (problem === undefined) passed++;
      else known++;
      continue;
    }
    failed++;
    const line = (problem ?? 'it passes now').replaceAll('\n', ' ').slice(0, 400);
    console.log(`${one.id}, optimisations ${optimisation}: ${line}`);
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${passed} passed, ${known} known to depart, ${failed} failed, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
