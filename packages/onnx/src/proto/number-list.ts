interface Numbers<T> {
  [index: number]: T;
  readonly length: number;
  set(source: Numbers<T>): void;
  slice(start: number, end: number): Numbers<T>;
}

/**
 * A growing typed array. Repeated numbers come packed or one by one, and their count is only known
 * at the end; plain arrays of bigints would take thirty times the bytes of the file.
 */
export class NumberList<T, A extends Numbers<T>> {
  private readonly make: (length: number) => A;
  private items: A;
  private length = 0;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.items = make(0);
  }

  push(value: T): void {
    if (this.length === this.items.length) {
      const larger = this.make(Math.max(8, 2 * this.length));
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  finish(): A {
    return this.length === this.items.length ? this.items : (this.items.slice(0, this.length) as A);
  }
}

export function int32List(): NumberList<number, Int32Array> {
  return new NumberList((length) => new Int32Array(length));
}

export function int64List(): NumberList<bigint, BigInt64Array> {
  return new NumberList((length) => new BigInt64Array(length));
}

export function uint64List(): NumberList<bigint, BigUint64Array> {
  return new NumberList((length) => new BigUint64Array(length));
}

export function float32List(): NumberList<number, Float32Array> {
  return new NumberList((length) => new Float32Array(length));
}

export function float64List(): NumberList<number, Float64Array> {
  return new NumberList((length) => new Float64Array(length));
}
