import { evaluateGraph } from '@separable/conformance';
import type { TensorMap } from '@separable/core';
import { importOnnx, type ImportOptions } from '../src/import-onnx.js';
import { runOnnxruntime } from './onnxruntime.js';

/** Where an import, evaluated in float64, is not what onnxruntime-web computes, within the bound. */
export async function disagreements(
  model: Uint8Array,
  inputs: TensorMap,
  options?: ImportOptions,
): Promise<readonly string[]> {
  const exact = evaluateGraph(importOnnx(model, options), inputs).outputs;
  const got = await runOnnxruntime(model, inputs);
  const names = new Set([...Object.keys(exact), ...Object.keys(got)]);
  return [...names].flatMap((name) => {
    const [ours, theirs] = [exact[name], got[name]];
    if (ours?.shape.join() !== theirs?.shape.join() || ours === undefined) {
      return [`${name} has shape [${ours?.shape}], onnxruntime-web has [${theirs?.shape}]`];
    }
    return [...ours.value].flatMap((value, i) => {
      const other = theirs!.data[i]!;
      if (Math.abs(value - other) <= ours.error[i]!) return [];
      return [`${name}[${i}] is ${value}, onnxruntime-web has ${other}`];
    });
  });
}
