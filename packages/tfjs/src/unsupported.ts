/**
 * Thrown while a layer or node is lowered: it is sound, but nothing in the op table computes it. The
 * import goes on and reports all of them together.
 */
export class Unsupported extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unsupported';
  }
}
