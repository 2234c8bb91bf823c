import type { Operand } from './operand.js';

/** The values of a model by name, as far as the import has come. */
export class Scope {
  private readonly values = new Map<string, Operand>();

  define(name: string, operand: Operand): void {
    this.values.set(name, operand);
  }

  /** The order of nodes guarantees that a value is there before it is read. */
  get(name: string): Operand {
    const found = this.values.get(name);
    if (found === undefined) throw new RangeError(`value '${name}' was read before it was made`);
    return found;
  }
}
