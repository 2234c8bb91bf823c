/** What an expression over sizes is computed with. */
export interface SizeArithmetic<T> {
  number(value: number): T;
  symbol(name: string): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  floorDivide(a: T, b: T): T;
  minimum(a: T, b: T): T;
  maximum(a: T, b: T): T;
}

const token = /\d+|[A-Za-z_][\w.]*|\/\/|[-+*(),]/g;

/**
 * Computes a dimension expression as core writes it: integers, symbols, `+ - *`, `//`, `ceil(a, b)`,
 * `min`, `max` and parentheses.
 */
export function readSize<T>(text: string, arithmetic: SizeArithmetic<T>): T {
  return new SizeReader(text.match(token) ?? [], arithmetic).sum();
}

class SizeReader<T> {
  private readonly tokens: readonly string[];
  private readonly arithmetic: SizeArithmetic<T>;
  private next = 0;

  constructor(tokens: readonly string[], arithmetic: SizeArithmetic<T>) {
    this.tokens = tokens;
    this.arithmetic = arithmetic;
  }

  sum(): T {
    let total = this.product();
    for (;;) {
      if (this.accept('+')) total = this.arithmetic.add(total, this.product());
      else if (this.accept('-')) total = this.arithmetic.subtract(total, this.product());
      else return total;
    }
  }

  private product(): T {
    let total = this.factor();
    for (;;) {
      if (this.accept('*')) total = this.arithmetic.multiply(total, this.factor());
      else if (this.accept('//')) total = this.arithmetic.floorDivide(total, this.factor());
      else return total;
    }
  }

  private factor(): T {
    if (this.accept('-')) return this.negative(this.factor());
    if (this.accept('(')) {
      const inner = this.sum();
      this.next++;
      return inner;
    }
    const word = this.tokens[this.next++]!;
    if (/^\d/.test(word)) return this.arithmetic.number(Number(word));
    return this.accept('(') ? this.call(word) : this.arithmetic.symbol(word);
  }

  private call(name: string): T {
    const operands = [this.sum()];
    while (this.accept(',')) operands.push(this.sum());
    this.next++;
    if (name === 'min') return operands.reduce((a, b) => this.arithmetic.minimum(a, b));
    if (name === 'max') return operands.reduce((a, b) => this.arithmetic.maximum(a, b));
    // ceil(a / b) = −floor(−a / b)
    const [a, b] = operands as [T, T];
    return this.negative(this.arithmetic.floorDivide(this.negative(a), b));
  }

  private negative(value: T): T {
    return this.arithmetic.subtract(this.arithmetic.number(0), value);
  }

  private accept(symbol: string): boolean {
    if (this.tokens[this.next] !== symbol) return false;
    this.next++;
    return true;
  }
}
