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
  private readonly empty: A;
  private items: A;
  private length = 0;

  /** @param empty shared by all lists that stay empty, as most do */
  constructor(make: (length: number) => A, empty: A) {
    this.make = make;
    this.empty = empty;
    this.items = empty;
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
    if (this.length === 0) return this.empty;
    return this.length === this.items.length ? this.items : (this.items.slice(0, this.length) as A);
  }
}

const noInt32s = new Int32Array(0);
const noInt64s = new BigInt64Array(0);
const noUint64s = new BigUint64Array(0);
const noFloat32s = new Float32Array(0);
const noFloat64s = new Float64Array(0);

export function int32List(): NumberList<number, Int32Array> {
  return new NumberList((length) => new Int32Array(length), noInt32s);
}

export function int64List(): NumberList<bigint, BigInt64Array> {
  return new NumberList((length) => new BigInt64Array(length), noInt64s);
}

export function uint64List(): NumberList<bigint, BigUint64Array> {
  return new NumberList((length) => new BigUint64Array(length), noUint64s);
}

export function float32List(): NumberList<number, Float32Array> {
  return new NumberList((length) => new Float32Array(length), noFloat32s);
}

export function float64List(): NumberList<number, Float64Array> {
  return new NumberList((length) => new Float64Array(length), noFloat64s);
}
