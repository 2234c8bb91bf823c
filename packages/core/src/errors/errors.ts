import { type ErrorOptions, type ErrorCode, SeparableError } from './separable-error.js';

/** An error whose class says its code. */
class CodedError extends SeparableError {
  constructor(message: string, options?: ErrorOptions) {
    super(new.target.matches!, message, options);
  }
}

/** A graph that cannot be: duplicate or unknown names, cycles, bad attributes, wrong dtypes. */
export class GraphError extends CodedError {
  protected static override readonly matches: ErrorCode = 'graph';
}

/** Operand shapes that an op cannot take, found while building, verifying or binding sizes. */
export class ShapeMismatchError extends CodedError {
  protected static override readonly matches: ErrorCode = 'shape-mismatch';
}

/** Tensors handed to `run` that do not fit the graph's inputs: missing, extra, wrong dtype or shape. */
export class InputMismatchError extends CodedError {
  protected static override readonly matches: ErrorCode = 'input-mismatch';
}

/** One node that nothing can run or import, and why. */
export interface UnsupportedNode {
  readonly node: string;
  readonly op: string;
  readonly reason: string;
}

/** Nodes that an importer or a backend cannot take; `nodes` lists all of them, not the first. */
export class UnsupportedOpError extends CodedError {
  protected static override readonly matches: ErrorCode = 'unsupported-op';
  readonly nodes: readonly UnsupportedNode[];
  constructor(message: string, nodes: readonly UnsupportedNode[], options?: ErrorOptions) {
    super(`${message}${listByOp(nodes)}`, options);
    this.nodes = nodes;
  }
}

/** A model file that cannot be read; the message names the place in the file. */
export class ImportError extends CodedError {
  protected static override readonly matches: ErrorCode = 'import';
}

/** A backend that is not there: no adapter, no SIMD, blocked by policy. */
export class BackendUnavailableError extends CodedError {
  protected static override readonly matches: ErrorCode = 'backend-unavailable';
}

/** Use of a session, backend, executable or device tensor after its disposal. */
export class DisposedError extends CodedError {
  protected static override readonly matches: ErrorCode = 'disposed';
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} was used after it had been disposed`, options);
  }
}

/** A run or a load that its caller's `AbortSignal` ended. */
export class AbortedError extends CodedError {
  protected static override readonly matches: ErrorCode = 'aborted';
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} was aborted`, options);
  }
}

/** An engine that failed while it ran: device lost, out of memory, index out of range in data. */
export class ExecutionError extends CodedError {
  protected static override readonly matches: ErrorCode = 'execution';
}

function listByOp(nodes: readonly UnsupportedNode[]): string {
  const lines = new Map<string, string[]>();
  for (const { op, node, reason } of nodes) {
    const key = `${op}: ${reason}`;
    const names = lines.get(key) ?? [];
    names.push(node);
    lines.set(key, names);
  }
  return [...lines]
    .map(([key, names]) => `\n  ${key} (${names.length}: ${names.join(', ')})`)
    .join('');
}
