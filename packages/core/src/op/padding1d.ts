import { type AttributeSpec, expected } from './attribute.js';

/** Padding of a window that slides along one axis; the kinds are those of {@link Padding}. */
export type Padding1d =
  | 'valid'
  | 'same'
  | 'sameLower'
  | { readonly left: number; readonly right: number };

export function padding1d(): AttributeSpec<Padding1d> {
  const accepts = 'valid, same, sameLower or { left, right } in pixels';
  return {
    accepts,
    default: 'valid',
    parse(value) {
      if (value === 'valid' || value === 'same' || value === 'sameLower') return value;
      const { left, right, ...rest } = (value ?? {}) as Record<string, unknown>;
      const fine = [left, right].every(
        (side) => Number.isSafeInteger(side) && (side as number) >= 0,
      );
      if (!fine || Object.keys(rest).length > 0) throw expected(accepts, value);
      return { left: left as number, right: right as number };
    },
  };
}
