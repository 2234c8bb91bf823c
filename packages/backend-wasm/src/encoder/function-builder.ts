import { ByteSink } from './byte-sink.js';
import {
  type Expression,
  expressionOf,
  type Operand,
  typeCodes,
  type ValueType,
} from './expression.js';
import type { Statement } from './memory-access.js';
import { i32 } from './scalar.js';

/** A local variable or parameter; as an expression it is its value at that point of the code. */
export interface Local<T extends ValueType> extends Expression<T> {
  readonly index: number;
}

/** A function that code can call. */
export interface FunctionRef<
  P extends readonly ValueType[] = readonly ValueType[],
  R extends ValueType | undefined = ValueType | undefined,
> {
  readonly index: number;
  readonly params: P;
  readonly result: R;
}

type Arguments<P extends readonly ValueType[]> = { readonly [I in keyof P]: Operand<P[I]> };

/** Where a counted loop goes: from the first value while it is below the end. */
export interface Range {
  readonly from: Operand<'i32'>;
  readonly to: Operand<'i32'>;
  /** 1 unless given. */
  readonly step?: number;
}

const [voidBlock, end, branch, branchIf] = [0x40, 0x0b, 0x0c, 0x0d];

/** The body of a function under construction: statements in order, blocks as callbacks. */
export class FunctionBuilder {
  private readonly code = new ByteSink();
  private readonly locals: ValueType[] = [];
  private readonly paramCount: number;

  constructor(params: readonly ValueType[]) {
    this.paramCount = params.length;
  }

  /** A new local; it holds zero until it is set. With `initial` it is set at once. */
  local<T extends ValueType>(type: T, initial?: Operand<T>): Local<T> {
    this.locals.push(type);
    const local = localOf(this.paramCount + this.locals.length - 1, type);
    if (initial !== undefined) this.set(local, initial);
    return local;
  }

  set<T extends ValueType>(local: Local<T>, value: Operand<T>): void {
    expressionOf(local.type, value).write(this.code);
    this.code.u8(0x21);
    this.code.u32(local.index);
  }

  /** `local += bytes` for pointers and counters. */
  advance(local: Local<'i32'>, amount: Operand<'i32'>): void {
    if (amount !== 0) this.set(local, i32.add(local, amount));
  }

  /** A store, or anything else done for its effect. */
  do(statement: Statement): void {
    statement.write(this.code);
  }

  /** Calls a function without result. */
  call<P extends readonly ValueType[]>(
    callee: FunctionRef<P, undefined>,
    ...args: Arguments<P>
  ): void {
    writeCall(callee, args as readonly Operand<ValueType>[], this.code);
  }

  if(condition: Operand<'i32'>, then: () => void, otherwise?: () => void): void {
    expressionOf('i32', condition).write(this.code);
    this.code.raw([0x04, voidBlock]);
    then();
    if (otherwise !== undefined) {
      this.code.u8(0x05);
      otherwise();
    }
    this.code.u8(end);
  }

  /** Runs the body once, and again as long as the condition it returns holds. */
  repeat(body: () => Operand<'i32'>): void {
    this.code.raw([0x03, voidBlock]);
    const condition = body();
    expressionOf('i32', condition).write(this.code);
    this.code.raw([branchIf, 0, end]);
  }

  /** Runs the body as long as the condition holds before it. */
  while(condition: Expression<'i32'>, body: () => void): void {
    this.code.raw([0x02, voidBlock, 0x03, voidBlock]);
    i32.eqz(condition).write(this.code);
    this.code.raw([branchIf, 1]);
    body();
    this.code.raw([branch, 0, end, end]);
  }

  /** A counted loop; the body gets the counter, which it must not set. */
  for({ from, to, step = 1 }: Range, body: (counter: Local<'i32'>) => void): void {
    const counter = this.local('i32', from);
    this.while(i32.ltS(counter, to), () => {
      body(counter);
      this.advance(counter, step);
    });
  }

  /** Leaves a value as the function's result; nothing may follow. */
  result<T extends ValueType>(value: Expression<T>): void {
    value.write(this.code);
  }

  /** The function's entry in the code section. */
  finish(): ByteSink {
    const body = new ByteSink();
    const runs = runsOf(this.locals);
    body.u32(runs.length);
    for (const { type, count } of runs) {
      body.u32(count);
      body.u8(typeCodes[type]);
    }
    body.raw(this.code.take());
    body.u8(end);
    return body;
  }
}

/** The value of a call to a function with a result. */
export function callOf<P extends readonly ValueType[], R extends ValueType>(
  callee: FunctionRef<P, R>,
  ...args: Arguments<P>
): Expression<R> {
  return {
    type: callee.result,
    write: (code) => writeCall(callee, args as readonly Operand<ValueType>[], code),
  };
}

/** The parameters of a function as locals. */
export function localOf<T extends ValueType>(index: number, type: T): Local<T> {
  return {
    type,
    index,
    write(code) {
      code.u8(0x20);
      code.u32(index);
    },
  };
}

function writeCall(
  { index, params }: FunctionRef,
  args: readonly Operand<ValueType>[],
  code: ByteSink,
): void {
  params.forEach((type, i) => expressionOf(type, args[i] as never).write(code));
  code.u8(0x10);
  code.u32(index);
}

function runsOf(types: readonly ValueType[]): readonly { type: ValueType; count: number }[] {
  const runs: { type: ValueType; count: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  return runs;
}
