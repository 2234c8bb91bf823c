import { graphBuilder } from '@separable/core';
import { exportOnnx } from '@separable/onnx';

/** A model whose only use is that creating a session of it starts onnxruntime-web. */
export function smallestModel(): Uint8Array {
  const g = graphBuilder('smallest');
  g.output('y', g.relu({ x: g.input('x', 'float32', [1]) }));
  return exportOnnx(g.build());
}
