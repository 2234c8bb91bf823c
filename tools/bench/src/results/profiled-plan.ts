import { wasm } from '@separable/backend-wasm';
import { planText } from '@separable/backend-wasm/plan';
import { createSession } from '@separable/core';
import { importOnnx } from '@separable/onnx';
import type { Task } from '../task/task.js';

/** Runs a task on one thread until its code is fast, and prints its plan with the least time of each step. */
export async function profiledPlan({ model, shape, input }: Task, runs: number): Promise<string> {
  const graph = importOnnx(model);
  await using session = await createSession(graph, { backends: [wasm({ threads: 1 })] });
  const name = graph.inputs[0]!;
  const given = { [name]: { dtype: 'float32', shape, data: input } } as const;
  const profile = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    await session.run(given, {
      onNode: ({ node, milliseconds }) =>
        profile.set(node, Math.min(milliseconds, profile.get(node) ?? Infinity)),
    });
  }
  return planText(session.compiled, { [name]: shape }, { profile });
}
