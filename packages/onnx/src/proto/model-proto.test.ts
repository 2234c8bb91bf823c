import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure.js';
import type { AttributeProto } from './attribute-proto.js';
import { makeFloats, makeModel, makeNode, makeTensor, makeValueInfo } from './make.js';
import { encodeModel } from './encode-model.js';
import { decodeModel, type ModelProto } from './model-proto.js';

const everything: ModelProto = {
  ...makeModel(17, {
    name: 'everything',
    nodes: [
      makeNode(
        'Odd',
        ['x', '', 'w'],
        ['y'],
        {
          float: { float: 0.25 },
          int: -(2n ** 63n),
          text: 'größe',
          floats: { floats: [1, -0, Infinity] },
          ints: [0, -1, 2n ** 63n - 1n],
          strings: ['a', ''],
          tensor: { tensor: makeTensor('double', [2], { doubleData: Float64Array.of(1e300, -0) }) },
          graph: {
            graph: makeModel(17, { name: 'inner', nodes: [makeNode('Relu', ['a'], ['b'])] }).graph!,
          },
        },
        { name: 'odd', domain: 'com.example' },
      ),
    ],
    initializers: [
      makeFloats('w', [3], [1, 2, 3]),
      makeTensor('int64', [2], { name: 'i', int64Data: BigInt64Array.of(-1n, 2n ** 62n) }),
      makeTensor('uint64', [1], { name: 'u', uint64Data: BigUint64Array.of(2n ** 64n - 1n) }),
      makeTensor('int32', [3], { name: 'n', int32Data: Int32Array.of(-1, 0, 2 ** 31 - 1) }),
      makeTensor('float', [1], { name: 'f', floatData: Float32Array.of(0.5) }),
      makeTensor('float', [1], {
        name: 'far',
        external: true,
        externalData: [{ key: 'location', value: 'w.bin' }],
      }),
    ],
    inputs: [makeValueInfo('x', 'float', ['batch', 3, undefined, 0])],
    outputs: [makeValueInfo('y', 'float16', undefined)],
  }),
  metadata: [{ key: 'author', value: 'someone' }],
};

/** The message without the places, which only a file has. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as Float32Array)].map(String);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'bigint' ? String(value) : value;
  const entries = Object.entries(value).filter(([key]) => key !== 'place');
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function failure(bytes: Uint8Array): string {
  return failureOf(() => decodeModel(bytes));
}

/** A model whose graph has one node with the given bytes. */
function withNode(write: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(7, WireType.LengthDelimited).fork();
  writer.tag(1, WireType.LengthDelimited).fork();
  write(writer);
  return writer.join().join().finish();
}

describe('decodeModel', () => {
  it('reads back everything that encodeModel writes', () => {
    expect(plain(decodeModel(encodeModel(everything)))).toEqual(plain(everything));
  });

  it('reads repeated numbers packed and one by one', () => {
    const bytes = withNode((writer) => {
      writer.tag(5, WireType.LengthDelimited).fork();
      writer.tag(8, WireType.Varint).int64(5);
      writer.tag(8, WireType.LengthDelimited).fork().int64(6).int64(-7).join();
      writer.join();
    });
    const attribute = decodeModel(bytes).graph?.nodes[0]?.attributes[0] as AttributeProto;
    expect([...attribute.ints]).toEqual([5n, 6n, -7n]);
  });

  it('skips fields it does not know, groups included', () => {
    const bytes = withNode((writer) => {
      writer
        .tag(90, WireType.StartGroup)
        .tag(3, WireType.Bit32)
        .fixed32(7)
        .tag(90, WireType.EndGroup);
      writer.tag(91, WireType.Bit64).fixed64(7);
      writer.tag(4, WireType.LengthDelimited).string('Relu');
    });
    expect(decodeModel(bytes).graph?.nodes[0]?.opType).toBe('Relu');
  });

  it('names message and byte of a length that ends after its message', () => {
    const bytes = withNode((writer) => writer.tag(5, WireType.LengthDelimited).uint32(2 ** 31));
    expect(failure(bytes)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0].attribute[0] (byte 5): its 2147483648 bytes end after the message around it"`,
    );
  });

  it('names the field that has the wrong wire type', () => {
    const bytes = withNode((writer) => writer.tag(4, WireType.Varint).uint32(1));
    expect(failure(bytes)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0].op_type (byte 5): expected a length-delimited value, got varint"`,
    );
  });

  it('refuses a truncated varint, a tag of field 0 and bytes that are no protobuf', () => {
    expect(failure(Uint8Array.of(0x08, 0xff))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, ir_version (byte 1): the value cannot be read: premature EOF"`,
    );
    expect(failure(Uint8Array.of(0, 0))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): expected a protobuf field"`,
    );
    expect(failure(new TextEncoder().encode('<html>not a model</html>'))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph (byte 1): expected a length-delimited value, got end of a group"`,
    );
  });

  it('refuses a second graph', () => {
    const once = encodeModel(makeModel(17, {}));
    expect(failure(Uint8Array.of(...once, ...once))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph (byte 40): a second graph; a model has one"`,
    );
  });

  it('refuses negative and enormous extents', () => {
    const bytes = withNode((writer) => {
      writer.tag(5, WireType.LengthDelimited).fork();
      writer.tag(5, WireType.LengthDelimited).fork().tag(1, WireType.Varint).int64(-1).join();
      writer.join();
    });
    expect(failure(bytes)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0].attribute[0].t.dims (byte 9): expected extents from 0 to 2^53 - 1, got [-1]"`,
    );
  });

  it('refuses graphs that nest without end', () => {
    let inner = new Uint8Array(0);
    for (let depth = 0; depth < 60; depth++) {
      const writer = new BinaryWriter();
      writer.tag(1, WireType.LengthDelimited).fork();
      writer.tag(5, WireType.LengthDelimited).fork();
      writer.tag(6, WireType.LengthDelimited).bytes(inner);
      inner = new Uint8Array(writer.join().join().finish());
    }
    const model = new BinaryWriter().tag(7, WireType.LengthDelimited).bytes(inner).finish();
    expect(failure(model)).toMatch(/messages nest over 100 deep$/);
  });

  it('refuses a file of millions of empty messages', () => {
    const nodes = new Uint8Array(2 * 400_001).map((_, i) => (i % 2 === 0 ? 0x0a : 0));
    const bytes = new BinaryWriter().tag(7, WireType.LengthDelimited).bytes(nodes).finish();
    expect(failure(bytes)).toMatch(/the file holds over 400000 messages$/);
  });
});
