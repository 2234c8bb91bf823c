import type { FunctionProto } from '../src/proto/function-proto.js';
import {
  made,
  makeFloats,
  makeInt64s,
  makeModel,
  makeNode,
  makeTensor,
  makeValueInfo,
} from '../src/proto/make.js';
import type { ModelProto } from '../src/proto/model-proto.js';
import { modelOf, weights } from './models.js';

const bool = { name: 'true', rawData: Uint8Array.of(1) };

const then = makeModel(17, {
  nodes: [makeNode('ConcatFromSequence', ['list'], ['long'], { axis: 0 })],
  outputs: [makeValueInfo('long', 'float', undefined)],
}).graph!;

const otherwise = makeModel(17, {
  nodes: [makeNode('Identity', ['x'], ['short'])],
  outputs: [makeValueInfo('short', 'float', undefined)],
}).graph!;

const body = makeModel(17, {
  nodes: [
    makeNode('Mul', ['v', 'v'], ['square']),
    makeNode('SequenceInsert', ['list', 'square'], ['longer']),
    makeNode('Less', ['i', 'two'], ['on']),
  ],
  inputs: [
    makeValueInfo('i', 'int64', []),
    makeValueInfo('goes', 'bool', []),
    makeValueInfo('v', 'float', undefined),
    makeValueInfo('list', 'float', undefined),
  ],
  outputs: ['on', 'square', 'longer', 'square'].map((name) =>
    makeValueInfo(name, 'float', undefined),
  ),
}).graph!;

const doubled: FunctionProto = {
  name: 'Doubled',
  domain: 'local',
  inputs: ['a'],
  outputs: ['b'],
  defaults: [],
  nodes: [makeNode('Add', ['a', 'a'], ['b'])],
  opsets: [{ domain: '', version: 17 }],
  place: made,
};

/** A loop, a branch, a list, a function, a recurrent network, a sum over letters and a quantised product. */
export function controlFlowModel(): ModelProto {
  const model = modelOf({
    inputs: { x: [2, 3] },
    initializers: [
      makeInt64s('two', [], [2]),
      makeInt64s('zero', [], [0]),
      makeInt64s('front', [1], [0]),
      makeTensor('bool', [], bool),
      weights('w', [1, 8, 3]),
      weights('r', [1, 8, 2], 2),
      makeFloats('scale', [], [0.05]),
      makeTensor('int8', [], { name: 'nought', int32Data: Int32Array.of(3) }),
      makeTensor('int8', [2, 2], { name: 'q', int32Data: Int32Array.of(-7, 9, 100, -128) }),
    ],
    nodes: [
      makeNode('Shape', ['x'], ['shape']),
      makeNode('Gather', ['shape', 'zero'], ['rows']),
      makeNode('SequenceConstruct', ['x'], ['start']),
      makeNode('Loop', ['rows', 'true', 'x', 'start'], ['last', 'list', 'all'], {
        body: { graph: body },
      }),
      makeNode('Equal', ['rows', 'two'], ['both']),
      makeNode('If', ['both'], ['joined'], {
        then_branch: { graph: then },
        else_branch: { graph: otherwise },
      }),
      makeNode('Doubled', ['joined'], ['twice'], {}, { domain: 'local' }),
      makeNode('Unsqueeze', ['twice', 'front'], ['batch']),
      makeNode('LSTM', ['batch', 'w', 'r'], ['steps', 'hidden'], { hidden_size: 2 }),
      makeNode('Einsum', ['steps', 'q2'], ['y'], { equation: 'tdbi,ij->tbj' }),
      makeNode('DequantizeLinear', ['q', 'scale', 'nought'], ['q2']),
    ],
    outputs: ['y', 'all', 'last'],
  });
  const opsets = [...model.opsets, { domain: 'local', version: 1 }];
  return { ...model, functions: [doubled], opsets };
}
