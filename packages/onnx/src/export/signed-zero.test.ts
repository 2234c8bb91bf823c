import { graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { type Optimisation, runOnnxruntime } from '../../testing/onnxruntime.js';
import { exportOnnx } from './export-onnx.js';

const optimisations: readonly Optimisation[] = ['disabled', 'all'];

it.each(optimisations)(
  'a zero remainder has the sign of the divisor, optimisations %s',
  async (o) => {
    const g = graphBuilder('mod');
    const [a, b] = ['a', 'b'].map((name) => g.input(name, 'float32', [6]));
    g.output('divisor', g.mod({ a: a!, b: b! }));
    g.output('dividend', g.mod({ a: a!, b: b! }, { sign: 'dividend' }));
    const inputs = {
      a: tensor('float32', [6], [4, -4, 4, -4, 5, -5]),
      b: tensor('float32', [6], [2, 2, -2, -2, -3, 3]),
    };
    const { divisor, dividend } = await runOnnxruntime(exportOnnx(g.build()), inputs, o);
    expect([...divisor!.data]).toEqual([0, 0, -0, -0, -1, 1]);
    expect([...dividend!.data]).toEqual([0, -0, 0, -0, 2, -2]);
  },
);

it.each(optimisations)('a choice keeps −0, optimisations %s', async (o) => {
  const g = graphBuilder('where');
  const condition = g.input('condition', 'bool', [1]);
  const [wide, narrow] = [g.input('wide', 'float32', [3]), g.input('narrow', 'float32', [1])];
  const ones = g.constant('ones', tensor('float32', [3], [1, 1, 1]));
  g.output('narrow first', g.where({ condition, a: narrow, b: wide }));
  g.output('wide first', g.where({ condition, a: wide, b: narrow }));
  g.output('constant last', g.where({ condition, a: narrow, b: ones }));
  g.output('constant first', g.where({ condition, a: ones, b: narrow }));
  const model = exportOnnx(g.build());
  const operands = {
    wide: tensor('float32', [3], [0, -0, 2]),
    narrow: tensor('float32', [1], [-0]),
  };
  const results = async (chosen: number) => {
    const got = await runOnnxruntime(
      model,
      { condition: tensor('bool', [1], [chosen]), ...operands },
      o,
    );
    return Object.values(got).map(({ data }) => [...data]);
  };
  const zeros = [-0, -0, -0];
  expect(await results(1)).toEqual([zeros, [0, -0, 2], zeros, [1, 1, 1]]);
  expect(await results(0)).toEqual([[0, -0, 2], zeros, [1, 1, 1], zeros]);
});
