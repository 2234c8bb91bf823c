import { type ComputeCase, compareOutputs, evaluateGraph } from '@separable/conformance';
import { exportOnnx } from '../src/export/export-onnx.js';
import { type Optimisation, runOnnxruntime } from './onnxruntime.js';

/** What is wrong with a case that went through an export and ONNX Runtime; undefined when nothing is. */
export async function witness(
  given: ComputeCase,
  optimisation: Optimisation,
): Promise<string | undefined> {
  const { graph, inputs } = given.build();
  try {
    const bytes = exportOnnx(graph);
    const got = await runOnnxruntime(bytes, inputs, optimisation);
    if (given.rejects !== undefined) return 'it should have been refused';
    const exact = evaluateGraph(graph, inputs).outputs;
    const { problems } = compareOutputs(got, exact, given.signedZero);
    return problems.length === 0 ? undefined : problems.join('; ');
  } catch (error) {
    return given.rejects === undefined ? String(error) : undefined;
  }
}
