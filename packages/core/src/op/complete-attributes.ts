import { GraphError } from '../errors/errors.js';
import type { AttributeValue, OpLookup } from './attribute.js';
import type { AnyOp } from './definition.js';
import { definitionOf, isOpName } from './table.js';

/**
 * Attributes in table order with defaults filled in, each in its normal form.
 *
 * @throws GraphError on an unknown, missing or ill-typed attribute
 */
export function completeAttributes(
  op: AnyOp,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, AttributeValue>> {
  const known = Object.keys(op.attributes);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(op.attributes, name)) {
      const list = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
      throw new GraphError(`${op.name} has no attribute '${name}'; ${list}`);
    }
  }
  const complete: Record<string, AttributeValue> = {};
  for (const name of known) {
    const spec = op.attributes[name]!;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined && spec.default === undefined) {
      throw new GraphError(`${op.name} needs the attribute '${name}': ${spec.accepts}`);
    }
    complete[name] = value === undefined ? spec.default! : parse(op, name, value);
  }
  return complete;
}

function parse(op: AnyOp, name: string, value: unknown): AttributeValue {
  try {
    return op.attributes[name]!.parse(value, lookup);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new GraphError(`${op.name} attribute '${name}': ${error.message}`);
  }
}

const lookup: OpLookup = {
  completeActivation(op, attributes) {
    if (!isOpName(op) || !definitionOf(op).sets.includes('activation')) {
      throw new GraphError(`'${op}' is not an activation`);
    }
    return completeAttributes(definitionOf(op), attributes);
  },
};
