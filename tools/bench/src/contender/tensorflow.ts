import type { Node, Tensor } from '@separable/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from './contender.js';
import { tfjsOps } from './tensorflow-ops.js';

/**
 * The optimised graph with the same weights on a backend of TensorFlow.js, node by node, fused where
 * it can fuse.
 *
 * @param load makes the backend known to TensorFlow.js
 */
export function tensorflowEngine(
  backend: 'cpu' | 'wasm' | 'webgl' | 'webgpu',
  load: () => Promise<void>,
): Engine {
  return {
    name: `tfjs-${backend}`,
    ours: false,
    async open({ graph, shape }) {
      const lacking = new Set(graph.nodes.map(({ op }) => op).filter((op) => !(op in tfjsOps)));
      if (lacking.size > 0) throw new Error(`not translated: ${[...lacking].join(', ')}`);
      await load();
      tf.env().set('IS_TEST', true); // Silences the advice to use a faster backend.
      await tf.setBackend(backend);
      const weights = new Map(
        [...graph.constants].map(([name, tensor]) => [name, tensorOf(tensor)]),
      );
      return {
        async run(image) {
          await tf.setBackend(backend);
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
          await tf.setBackend(backend);
          for (const weight of weights.values()) weight.dispose();
        },
      };
    },
  };
}

function tensorOf({ data, shape }: Tensor): tf.Tensor {
  return tf.tensor(data as Float32Array, [...shape]);
}

function runNode(node: Node, values: ReadonlyMap<string, tf.Tensor>): tf.Tensor {
  const operands = Object.entries(node.inputs).map(([name, ref]) => [
    name,
    values.get(ref as string)!,
  ]);
  return tfjsOps[node.op]!(
    Object.fromEntries(operands) as Readonly<Record<string, tf.Tensor>>,
    node.attributes,
  );
}
