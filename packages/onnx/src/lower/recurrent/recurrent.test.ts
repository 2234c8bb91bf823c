import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../testing/agreement.js';
import { failureOf } from '../../../testing/failure.js';
import { modelOf, noise, weights } from '../../../testing/models.js';
import { importOnnx } from '../../import-onnx.js';
import { encodeModel } from '../../proto/encode-model.js';
import { makeNode, makeTensor } from '../../proto/make.js';

const [steps, batch, inputs, hidden] = [4, 2, 3, 5];
const gates = { LSTM: 4, GRU: 3, RNN: 1 };

interface Parts {
  readonly directions?: 1 | 2;
  readonly bias?: boolean;
  readonly lengths?: readonly number[];
  readonly initial?: boolean;
  readonly peepholes?: boolean;
  readonly attributes?: Parameters<typeof makeNode>[3];
  readonly length?: number | string;
}

function recurrent(op: keyof typeof gates, parts: Parts): Uint8Array {
  const { directions = 1, bias = true, lengths, initial = false, peepholes = false } = parts;
  const rows = gates[op] * hidden;
  const state = [directions, batch, hidden];
  const operands = {
    w: weights('w', [directions, rows, inputs], 2),
    r: weights('r', [directions, rows, hidden], 3),
    b: bias ? weights('b', [directions, 2 * rows], 4) : undefined,
    s:
      lengths === undefined
        ? undefined
        : makeTensor('int32', [batch], { name: 's', int32Data: Int32Array.from(lengths) }),
    h: initial ? weights('h', state, 5) : undefined,
    c: initial && op === 'LSTM' ? weights('c', state, 6) : undefined,
    p: peepholes ? weights('p', [directions, 3 * hidden], 7) : undefined,
  };
  const names = Object.entries(operands).map(([name, value]) => (value === undefined ? '' : name));
  while (names.at(-1) === '') names.pop();
  const outputs = op === 'LSTM' ? ['y', 'yh', 'yc'] : ['y', 'yh'];
  const attributes = { hidden_size: hidden, ...parts.attributes };
  return encodeModel(
    modelOf({
      inputs: { x: [parts.length ?? steps, batch, inputs] },
      initializers: Object.values(operands).flatMap((value) => value ?? []),
      nodes: [makeNode(op, ['x', ...names], outputs, attributes)],
      outputs,
    }),
  );
}

const both = { directions: 2, attributes: { direction: 'bidirectional' } } as const;
const cases: readonly (readonly [name: string, model: Uint8Array])[] = [
  ['LSTM', recurrent('LSTM', {})],
  ['LSTM with states and peepholes', recurrent('LSTM', { initial: true, peepholes: true })],
  [
    'LSTM without bias, backwards',
    recurrent('LSTM', { bias: false, attributes: { direction: 'reverse' } }),
  ],
  ['LSTM in both directions', recurrent('LSTM', { ...both, initial: true })],
  ['LSTM on sequences of unequal lengths', recurrent('LSTM', { ...both, lengths: [4, 2] })],
  [
    'LSTM with other activations',
    recurrent('LSTM', { attributes: { activations: ['Sigmoid', 'Relu', 'Tanh'] } }),
  ],
  ['GRU', recurrent('GRU', { initial: true })],
  ['GRU without bias', recurrent('GRU', { bias: false })],
  ['GRU in both directions', recurrent('GRU', both)],
  ['GRU that resets the product', recurrent('GRU', { attributes: { linear_before_reset: 1 } })],
  ['GRU on sequences of unequal lengths', recurrent('GRU', { lengths: [1, 4] })],
  ['RNN in both directions', recurrent('RNN', { ...both, initial: true })],
];

describe('recurrent operators agree with onnxruntime-web', () => {
  it.each(cases)('%s', async (_, model) => {
    const shape = [steps, batch, inputs];
    expect(
      await disagreements(model, { x: tensor('float32', shape, noise(steps * batch * inputs, 9)) }),
    ).toEqual([]);
  });
});

describe('recurrent operators are refused', () => {
  it('when the number of steps is open', () => {
    expect(failureOf(() => importOnnx(recurrent('GRU', { length: 't' })))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        GRU: it takes the open number of steps t; pin it with the option inputShapes (1: y)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('when they take many steps', () => {
    expect(failureOf(() => importOnnx(recurrent('GRU', { length: 257 })))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        GRU: it takes 257 steps; at most 256 are supported (1: y)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('when weights do not fit', () => {
    const model = recurrent('LSTM', { attributes: { hidden_size: 7 } });
    expect(failureOf(() => importOnnx(model))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 18): weights [1, 20, 3] and [1, 20, 5] do not fit 4 gates of 7"`,
    );
  });
});
