import { GraphError, ShapeMismatchError } from '../errors/errors.js';
import { shapeText } from '../shape/shape.js';
import type { AttributeValue } from './attribute.js';
import type { AnyOp, OperandSpec, ValueType } from './definition.js';
import { checkExtents, typeText } from './value-type.js';

type Types = Readonly<Record<string, ValueType | readonly ValueType[] | undefined>>;

/**
 * Checks operands against the op's specs, infers the results' types, and puts the place into every
 * error.
 *
 * @throws GraphError on missing or unknown operands and on dtypes the op does not take
 * @throws ShapeMismatchError on ranks and shapes the op does not take
 */
export function inferNode(
  op: AnyOp,
  name: string,
  operands: Types,
  attributes: Readonly<Record<string, AttributeValue>>,
): readonly ValueType[] {
  try {
    checkOperands(op, operands);
    const results = op.infer(operands, attributes);
    for (const result of results) checkExtents(result, 'its result');
    return results;
  } catch (error) {
    const place = { place: { node: name, op: op.name } };
    const where = `node '${name}' (${op.name} of ${operandText(operands) || 'nothing'})`;
    if (error instanceof ShapeMismatchError)
      throw new ShapeMismatchError(`${where}: ${error.message}`, place);
    if (error instanceof GraphError) throw new GraphError(`${where}: ${error.message}`, place);
    throw error;
  }
}

function checkOperands(op: AnyOp, operands: Types): void {
  for (const name of Object.keys(operands)) {
    if (!Object.hasOwn(op.operands, name)) {
      throw new GraphError(
        `it has no operand '${name}'; it takes ${Object.keys(op.operands).join(', ')}`,
      );
    }
  }
  let first: ValueType | undefined;
  for (const [name, spec] of Object.entries(op.operands)) {
    const given = operands[name];
    if (given === undefined) {
      if (spec.arity !== 'optional') throw new GraphError(`operand '${name}' is missing`);
      continue;
    }
    if (isList(given) !== (spec.arity === 'many')) {
      throw new GraphError(
        `operand '${name}' takes ${spec.arity === 'many' ? 'a list' : 'one value'}`,
      );
    }
    const list = isList(given) ? given : [given];
    first ??= list[0];
    for (const type of list) checkType(name, spec, type, first ?? type);
    if (list.length === 0) throw new GraphError(`operand '${name}' needs at least one value`);
    if (list.some((type) => type.dtype !== list[0]!.dtype)) {
      throw new GraphError(`operand '${name}' needs values of one dtype`);
    }
  }
}

function isList(given: ValueType | readonly ValueType[]): given is readonly ValueType[] {
  return Array.isArray(given);
}

function checkType(name: string, spec: OperandSpec, type: ValueType, first: ValueType): void {
  const accepted = spec.dtypes === 'same' ? [first.dtype] : spec.dtypes;
  if (!accepted.includes(type.dtype)) {
    throw new GraphError(`operand '${name}' takes ${accepted.join(' or ')}, got ${type.dtype}`);
  }
  if (spec.rank !== undefined && type.shape.length !== spec.rank) {
    throw new ShapeMismatchError(
      `operand '${name}' needs rank ${spec.rank}, got ${shapeText(type.shape)}`,
    );
  }
}

/** `x float32 [1, 8, 8, 3], filter float32 [3, 3, 3, 8]`. */
function operandText(operands: Types): string {
  return Object.entries(operands)
    .map(([name, given]) => {
      const list = given === undefined ? [] : isList(given) ? given : [given];
      return `${name} ${list.map(typeText).join(' + ')}`;
    })
    .join(', ');
}
