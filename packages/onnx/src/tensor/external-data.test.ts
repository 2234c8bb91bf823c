import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure.js';
import { makeTensor } from '../proto/make.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import { type ExternalData, externalBytes, type ExternalPiece } from './external-data.js';

function external(entries: Readonly<Record<string, string>>): TensorProto {
  const externalData = Object.entries(entries).map(([key, value]) => ({ key, value }));
  return makeTensor('float', [2], { name: 'w', external: true, externalData });
}

function failure(entries: Readonly<Record<string, string>>, read?: ExternalData): string {
  return failureOf(() => externalBytes(external(entries), read, 8));
}

describe('externalBytes', () => {
  it('asks for the piece of the file that holds the tensor', () => {
    const asked: ExternalPiece[] = [];
    const read: ExternalData = (piece) => {
      asked.push(piece);
      return new Uint8Array(8);
    };
    expect(
      externalBytes(external({ location: './data/w.bin', offset: '4096', length: '8' }), read, 8),
    ).toHaveLength(8);
    externalBytes(external({ location: 'w.bin' }), read, 8);
    expect(asked).toEqual([
      { location: 'data/w.bin', offset: 4096, length: 8 },
      { location: 'w.bin', offset: 0, length: 8 },
    ]);
  });

  it.each([
    '../w.bin',
    'a/../../w.bin',
    '/etc/passwd',
    String.raw`..\w.bin`,
    String.raw`\\host\share`,
    'C:w.bin',
    'file:///w.bin',
    'a//b',
    '',
    '.',
    'w\0.bin',
  ])('refuses the path %j', (location) => {
    expect(failure({ location }, () => new Uint8Array(8))).toContain(
      "external data must be a path inside the model's folder, got",
    );
  });

  it('says what is wrong with a reference', () => {
    expect(failure({ location: 'w.bin' })).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): the elements of tensor "w" stand in the file "w.bin"; pass the option externalData to read it"`,
    );
    expect(failure({})).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): tensor "w" is external but names no location"`,
    );
    expect(failure({ location: 'w.bin', offset: '-1' })).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): external data needs a number as offset, got "-1""`,
    );
    expect(failure({ location: 'w.bin', length: '4' })).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): external data has 4 bytes, the tensor needs 8"`,
    );
    const missing = (): never => {
      throw new Error('no such file');
    };
    expect(failure({ location: 'w.bin' }, missing)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, model (byte 0): external data "w.bin" cannot be read: no such file"`,
    );
  });
});
