import type { DType } from '@separable/core';
import type { Tag } from './case.js';
import { counting, edges, type Source } from './source.js';

const dtypes: readonly DType[] = ['float32', 'int32', 'uint8', 'bool'];

/** The same movement in every dtype: one operand that counts up, so that a misplaced element shows. */
export function inEveryDType<A>(
  shape: readonly number[],
  attributes: A,
): readonly {
  readonly name: string;
  readonly operands: { readonly x: Source };
  readonly attributes: A;
  readonly tags: readonly Tag[];
}[] {
  return dtypes.map((dtype) => ({
    name: `every dtype: ${dtype}`,
    operands: { x: counting(dtype, shape) },
    attributes,
    tags: dtype === 'uint8' || dtype === 'bool' ? ['optional'] : ['required'],
  }));
}

/** The same movement over NaN, infinities, denormals and zeros of both signs, which must arrive as they are. */
export function unharmed<A>(attributes: A): readonly {
  readonly name: string;
  readonly operands: { readonly x: Source };
  readonly attributes: A;
  readonly tags: readonly Tag[];
  readonly signedZero: true;
}[] {
  return [
    {
      name: 'edge numbers arrive unharmed',
      operands: { x: edges([2, 3, 5]) },
      attributes,
      tags: ['edge'],
      signedZero: true,
    },
  ];
}
