import { type Dim, ImportError, type Shape } from '@separable/core';

/** Shapes that fix or name what a model leaves open, by input. */
export type InputShapes = Readonly<Record<string, readonly Dim[]>>;

/**
 * The shape of an input: what the caller says, where it fits what the model says.
 *
 * @throws ImportError when the rank or a number differs
 */
export function pinnedShape(name: string, declared: Shape, shapes: InputShapes): Shape {
  if (!Object.hasOwn(shapes, name)) return declared;
  const given = shapes[name]!;
  const fits =
    given.length === declared.length &&
    given.every((d, axis) => typeof declared[axis] === 'string' || declared[axis] === d);
  if (fits) return given;
  throw new ImportError(
    `inputShapes gives '${name}' the shape [${given.join(', ')}], the model has [${declared.join(', ')}]`,
  );
}

/** @throws ImportError when a shape was given for an input that the model does not have */
export function checkNames(shapes: InputShapes, inputs: readonly string[]): void {
  const stranger = Object.keys(shapes).find((name) => !inputs.includes(name));
  if (stranger === undefined) return;
  throw new ImportError(
    `inputShapes names '${stranger}', the model's inputs are ${inputs.join(', ')}`,
  );
}
