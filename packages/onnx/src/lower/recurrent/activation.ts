import type { Value } from '@separable/core';
import type { NodeImport } from '../../import/node-import.js';
import { Unsupported } from '../../import/unsupported.js';

/** An activation of a cell. */
export type Squash = (x: Value) => Value;

const ops: Readonly<Record<string, string>> = {
  elu: 'elu',
  relu: 'relu',
  sigmoid: 'sigmoid',
  softplus: 'softplus',
  softsign: 'softsign',
  tanh: 'tanh',
};

/**
 * The activations of a recurrent operator: those of one direction behind each other, then those of the
 * other; names in any case.
 *
 * @throws Unsupported for those that take parameters, and for a name that is none
 */
export function squashes(
  node: NodeImport,
  defaults: readonly string[],
  directions: number,
): readonly (readonly Squash[])[] {
  const { attributes } = node;
  const none = { length: directions };
  const given = attributes.strings('activations') ?? Array.from(none, () => defaults).flat();
  const parameters = attributes.has('activation_alpha') || attributes.has('activation_beta');
  if (parameters) throw new Unsupported('its activations have parameters of their own');
  const all = given.map((name): Squash => {
    const key = name.toLowerCase();
    const op = Object.hasOwn(ops, key) ? ops[key] : undefined;
    if (op === undefined) throw new Unsupported(`its activation is ${name}`);
    return (x) => node.g.apply(op, { x }, {}, node.name(key))[0]!;
  });
  if (all.length !== directions * defaults.length) {
    throw new Unsupported(
      `it has ${all.length} activations; ${directions * defaults.length} are needed`,
    );
  }
  return Array.from(none, (_, i) => all.slice(i * defaults.length, (i + 1) * defaults.length));
}
