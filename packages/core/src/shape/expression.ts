import { GraphError } from '../errors/errors.js';
import { extremum } from './extremum.js';
import {
  add,
  atom,
  constant,
  letterLimit,
  multiply,
  type Polynomial,
  scale,
  tooLarge,
} from './polynomial.js';
import { ceilDivide, floorDivide } from './quotient.js';

const depthLimit = 64;
const token = /\s*(?:(\d+)|([A-Za-z_][\w.]*)|(\/\/|[-+*(),]))/y;

/** What a symbol stands for while an expression is read; a symbol left out stands for itself. */
export type Substitution = (symbol: string) => Polynomial | undefined;

/**
 * Reads an expression: integers, symbols, `+ - *`, floor division `//`, `ceil(a, b)`, `min`, `max`
 * and parentheses.
 *
 * @throws GraphError on anything else
 */
export function parsePolynomial(text: string, substitute?: Substitution): Polynomial {
  if (text.length > letterLimit) throw tooLarge(`has over ${letterLimit} letters`);
  return new Reader(text, substitute).whole();
}

class Reader {
  private readonly text: string;
  private readonly substitute: Substitution | undefined;
  private readonly tokens: string[] = [];
  private next = 0;
  private depth = 0;

  constructor(text: string, substitute: Substitution | undefined) {
    this.text = text;
    this.substitute = substitute;
    token.lastIndex = 0;
    for (let end = 0; text.slice(end).trim() !== ''; end = token.lastIndex) {
      token.lastIndex = end;
      const found = token.exec(text);
      if (found === null) throw this.error(`unexpected '${text.slice(end).trim()[0]}'`);
      this.tokens.push(found[0].trim());
    }
  }

  whole(): Polynomial {
    const result = this.sum();
    if (this.next < this.tokens.length) throw this.error(`unexpected '${this.tokens[this.next]}'`);
    return result;
  }

  private sum(): Polynomial {
    if (++this.depth > depthLimit) throw this.error('nested too deeply');
    let total = this.product();
    for (;;) {
      if (this.accept('+')) total = add(total, this.product());
      else if (this.accept('-')) total = add(total, scale(this.product(), -1));
      else break;
    }
    this.depth--;
    return total;
  }

  private product(): Polynomial {
    let total = this.factor();
    for (;;) {
      if (this.accept('*')) total = multiply(total, this.factor());
      else if (this.accept('//')) total = floorDivide(total, this.factor());
      else return total;
    }
  }

  private factor(): Polynomial {
    if (this.accept('-')) return scale(this.factor(), -1);
    if (this.accept('(')) {
      const inner = this.sum();
      this.expect(')');
      return inner;
    }
    const word = this.tokens[this.next++];
    if (word === undefined) throw this.error('it ends too early');
    if (/^\d/.test(word)) return constant(Number(word));
    if (!/^[A-Za-z_]/.test(word)) throw this.error(`unexpected '${word}'`);
    if (this.accept('(')) return this.call(word);
    return this.substitute?.(word) ?? atom({ text: word, least: 0 });
  }

  private call(name: string): Polynomial {
    const operands = [this.sum()];
    while (this.accept(',')) operands.push(this.sum());
    this.expect(')');
    const [a, b] = operands;
    if (name === 'min' || name === 'max') return extremum(name, operands);
    if (name === 'ceil' && operands.length === 2) return ceilDivide(a!, b!);
    throw this.error(`unknown function '${name}'`);
  }

  private accept(symbol: string): boolean {
    if (this.tokens[this.next] !== symbol) return false;
    this.next++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.accept(symbol)) throw this.error(`expected '${symbol}'`);
  }

  private error(why: string): GraphError {
    return new GraphError(`cannot read the dimension '${this.text}': ${why}`);
  }
}
