/**
 * Thrown while a node is lowered: the node is sound, but nothing in the op table computes it. The
 * import goes on and reports all such nodes together.
 */
export class Unsupported extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unsupported';
  }
}
