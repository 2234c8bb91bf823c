import type { Graph, Node, Tensor } from '@separable/core';
import { version_cpu as version } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Contender } from './contender.js';
import { tfjsOps } from './tfjs-ops.js';

/**
 * Runs the same optimised graph with the same weights on `@tensorflow/tfjs-backend-cpu`, node by node.
 *
 * @throws Error when a node has no translation
 */
export async function tfjsContender(graph: Graph, shape: readonly number[]): Promise<Contender> {
  await tf.setBackend('cpu');
  tf.env().set('IS_TEST', true); // Silences the advice to use a faster backend.
  const start = performance.now();
  const weights = new Map([...graph.constants].map(([name, tensor]) => [name, tensorOf(tensor)]));
  const compileMilliseconds = performance.now() - start;
  return {
    name: `tfjs-backend-cpu ${version}`,
    compileMilliseconds,
    async run(image) {
      const y = tf.tidy(() => {
        const values = new Map<string, tf.Tensor>(weights);
        values.set(graph.inputs[0]!, tf.tensor(image, [...shape]));
        for (const node of graph.nodes) values.set(node.outputs[0]!, runNode(node, values));
        return values.get(graph.outputs[0]!.value)!;
      });
      const data = (await y.data()) as Float32Array;
      y.dispose();
      return data;
    },
    async dispose() {
      for (const weight of weights.values()) weight.dispose();
    },
  };
}

function tensorOf({ data, shape }: Tensor): tf.Tensor {
  return tf.tensor(data as Float32Array, [...shape]);
}

function runNode(node: Node, values: ReadonlyMap<string, tf.Tensor>): tf.Tensor {
  const op = tfjsOps[node.op];
  if (op === undefined) throw new Error(`${node.op} has no translation to TensorFlow.js`);
  const operands = Object.entries(node.inputs).map(([name, ref]) => [
    name,
    values.get(ref as string)!,
  ]);
  return op(Object.fromEntries(operands) as Readonly<Record<string, tf.Tensor>>, node.attributes);
}
