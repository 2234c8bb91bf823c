import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { writeSafetensors } from '../data/safetensors.js';
import { graphBuilder } from './builder.js';
import { graphEquals, loadGraph, loadGraphFolder, saveGraph, saveGraphFolder } from './save.js';

function sample() {
  const g = graphBuilder('sample');
  const x = g.input('x', 'float32', ['batch', 'H', 'W', 2]);
  const mask = g.constant('__proto__', tensor('uint8', [3], [1, 2, 255]));
  const filter = g.constant('w', tensor('float32', [1, 1, 2, 1], [NaN, -0]));
  const y = g.conv2d({ x, filter }, { padding: { top: 0, bottom: 1, left: 2, right: 0 } });
  g.output('y', g.relu({ x: y }));
  g.output('mask', g.relu({ x: mask }));
  return g.build();
}

describe('saving', () => {
  it('gives back an equal graph from one file and from a folder', () => {
    const graph = sample();
    expect(graphEquals(loadGraph(saveGraph(graph)), graph)).toBe(true);
    expect(graphEquals(loadGraphFolder(saveGraphFolder(graph)), graph)).toBe(true);
    expect(loadGraph(saveGraph(graph)).values).toEqual(graph.values);
  });

  it('tells graphs apart that differ in one bit of a constant', () => {
    const graph = sample();
    const constants = new Map(graph.constants).set('w', tensor('float32', [1, 1, 2, 1], [NaN, 0]));
    expect(graphEquals(graph, { ...graph, constants })).toBe(false);
  });

  it('refuses files that are cut, not a graph, or reach outside', () => {
    const file = saveGraph(sample());
    expect(() => loadGraph(file.subarray(0, 5))).toThrowErrorMatchingInlineSnapshot(
      `
      [ImportError: safetensors: expected a file's bytes, got 5 of them
        hint: pass the whole file as a Uint8Array]
    `,
    );
    expect(() => loadGraph(file.subarray(0, 400))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: the header claims 1384 bytes, the file has 392 after its length]`,
    );
    expect(() => loadGraph(file.subarray(0, file.length - 2))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: tensor '__proto__' lies at 8 to 11, expected it from 8 on within 9 bytes]`,
    );
    const plain = writeSafetensors({ tensors: new Map(), metadata: {} });
    expect(() => loadGraph(plain)).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: this safetensors file holds no graph (metadata 'separable.graph')]`,
    );
    const folder = saveGraphFolder(sample());
    const broken = (text: string, by: string) =>
      loadGraphFolder({
        ...folder,
        'graph.json': new TextEncoder().encode(
          new TextDecoder().decode(folder['graph.json']).replace(text, by),
        ),
      });
    expect(() => broken('"op": "conv2d"', '"op": "conv9d"')).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: there is no op named 'conv9d']`,
    );
    expect(() => broken('"x": "conv2d"', '"x": "relu"')).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'relu' (relu) reads 'relu' before anything makes it]`,
    );
    expect(() => broken('"version": 1', '"version": 2')).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: graph: expected format separable-graph version 1, got "separable-graph" 2]`,
    );
    expect(() => broken('"nodes": [', '"nodes": [ 1,')).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: graph: the JSON does not hold what it should under 'nodes']`,
    );
  });
});
