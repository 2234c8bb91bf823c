import { ByteSink } from './byte-sink.js';
import { type ValueType, typeCodes } from './expression.js';
import { FunctionBuilder, type FunctionRef, type Local, localOf } from './function-builder.js';

/** The memory a module imports, in pages of 64 KiB. */
export interface MemoryType {
  readonly initial: number;
  /** Needed for shared memory. */
  readonly maximum?: number;
  readonly shared?: boolean;
}

type Params<P extends readonly ValueType[]> = { readonly [I in keyof P]: Local<P[I]> };

interface Signature {
  readonly params: readonly ValueType[];
  readonly result: ValueType | undefined;
}

/**
 * A WebAssembly module under construction. It imports its memory as `env.memory` and functions from
 * `math`; what it exports are functions.
 */
export class ModuleBuilder {
  private readonly memory: MemoryType;
  private readonly types: string[] = [];
  private readonly typeBytes: ByteSink[] = [];
  private readonly imports = new Map<string, FunctionRef & { readonly type: number }>();
  private readonly functions: { readonly type: number; body: ByteSink | undefined }[] = [];
  private readonly exports: { readonly name: string; readonly index: number }[] = [];
  private readonly shared = new Map<string, FunctionRef>();

  constructor(memory: MemoryType) {
    this.memory = memory;
  }

  /**
   * Imports a function of doubles from the import object's `math`. Imports take the first indices, so
   * all are declared before the first function is defined.
   *
   * @throws RangeError when a function has been defined
   */
  declareMath(name: string, operands: number): void {
    if (this.imports.has(name)) return;
    if (this.functions.length > 0) throw new RangeError(`import ${name} comes after a function`);
    const params = Array.from({ length: operands }, () => 'f64' as const);
    const type = this.typeIndex({ params, result: 'f64' });
    this.imports.set(name, { index: this.imports.size, params, result: 'f64', type });
  }

  /**
   * A declared import.
   *
   * @throws RangeError when it has not been declared
   */
  math(name: string): FunctionRef<readonly 'f64'[], 'f64'> {
    const known = this.imports.get(name);
    if (known === undefined) throw new RangeError(`math.${name} has not been declared`);
    return known as unknown as FunctionRef<readonly 'f64'[], 'f64'>;
  }

  /** Defines a function. Its body may define others. */
  define<const P extends readonly ValueType[], R extends ValueType | undefined = undefined>(
    params: P,
    body: (f: FunctionBuilder, ...locals: Params<P>) => void,
    result?: R,
  ): FunctionRef<P, R> {
    const entry = {
      type: this.typeIndex({ params, result }),
      body: undefined as ByteSink | undefined,
    };
    const index = this.imports.size + this.functions.push(entry) - 1;
    const f = new FunctionBuilder(params);
    const locals = params.map((type, i) => localOf(i, type));
    body(f, ...(locals as unknown as Params<P>));
    entry.body = f.finish();
    return { index, params, result: result as R };
  }

  /** The function known under a key, defined when first asked for. */
  once<F extends FunctionRef>(key: string, make: () => F): F {
    const known = this.shared.get(key);
    if (known !== undefined) return known as F;
    const made = make();
    this.shared.set(key, made);
    return made;
  }

  export(name: string, { index }: FunctionRef): void {
    this.exports.push({ name, index });
  }

  /** The module in the binary format. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new ByteSink();
    out.raw([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
    section(out, 1, this.typeBytes, (sink, type) => sink.raw(type.take()));
    section(out, 2, ['memory' as const, ...this.imports], (sink, entry) => {
      if (entry === 'memory') return writeMemoryImport(sink, this.memory);
      const [name, { type }] = entry;
      sink.name('math');
      sink.name(name);
      sink.u8(0x00);
      sink.u32(type);
    });
    section(out, 3, this.functions, (sink, { type }) => sink.u32(type));
    section(out, 7, this.exports, (sink, { name, index }) => {
      sink.name(name);
      sink.u8(0x00);
      sink.u32(index);
    });
    section(out, 10, this.functions, (sink, { body }) => sink.sized(body!));
    return out.take();
  }

  private typeIndex({ params, result }: Signature): number {
    const key = `${params.join()}:${result ?? ''}`;
    const known = this.types.indexOf(key);
    if (known >= 0) return known;
    const bytes = new ByteSink();
    bytes.u8(0x60);
    bytes.u32(params.length);
    bytes.raw(params.map((type) => typeCodes[type]));
    bytes.raw(result === undefined ? [0] : [1, typeCodes[result]]);
    this.typeBytes.push(bytes);
    return this.types.push(key) - 1;
  }
}

function writeMemoryImport(sink: ByteSink, { initial, maximum, shared }: MemoryType): void {
  sink.name('env');
  sink.name('memory');
  sink.u8(0x02);
  sink.u8((shared === true ? 2 : 0) | (maximum === undefined ? 0 : 1));
  sink.u32(initial);
  if (maximum !== undefined) sink.u32(maximum);
}

function section<T>(
  out: ByteSink,
  id: number,
  entries: readonly T[],
  write: (sink: ByteSink, entry: T) => void,
): void {
  if (entries.length === 0) return;
  const content = new ByteSink();
  content.u32(entries.length);
  for (const entry of entries) write(content, entry);
  out.u8(id);
  out.sized(content);
}
