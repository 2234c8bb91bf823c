import { type AttributeSpec, type AttributeValue, expected } from './attribute.js';

/**
 * An elementwise op applied to a result before it is stored: any op of the set `activation`, with
 * its attributes beside `op`, for instance `{ op: 'leakyRelu', alpha: 0.1 }`.
 */
export type Activation = { readonly op: string; readonly [attribute: string]: AttributeValue };

/** `null`, the name of an activation, or its name with attributes; kept in the long form. */
export function activation(): AttributeSpec<Activation | null> {
  const accepts = 'null or an activation such as "relu6" or { "op": "clip", "min": 0, "max": 4 }';
  return {
    accepts,
    default: null,
    parse(value, ops) {
      if (value === null) return null;
      const given: unknown = typeof value === 'string' ? { op: value } : value;
      if (!isActivation(given)) throw expected(accepts, value);
      return { op: given.op, ...ops.completeActivation(given.op, activationAttributes(given)) };
    },
  };
}

function isActivation(value: unknown): value is Activation {
  return (
    typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'string'
  );
}

/** The attributes of an activation without its name, as its op takes them. */
export function activationAttributes(a: Activation): Readonly<Record<string, AttributeValue>> {
  const { op: _, ...attributes } = a;
  return attributes;
}
