import { type ErrorOptions, type ErrorCode, SeparableError } from './separable-error.js';

/** A graph that cannot be: duplicate or unknown names, cycles, bad attributes, wrong dtypes. */
export class GraphError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'graph';
  constructor(message: string, options: ErrorOptions = {}) {
    super('graph', message, options);
    this.name = 'GraphError';
  }
}

/** Operand shapes that an op cannot take, found while building, verifying or binding sizes. */
export class ShapeMismatchError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'shape-mismatch';
  constructor(message: string, options: ErrorOptions = {}) {
    super('shape-mismatch', message, options);
    this.name = 'ShapeMismatchError';
  }
}

/** Tensors handed to `run` that do not fit the graph's inputs: missing, extra, wrong dtype or shape. */
export class InputMismatchError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'input-mismatch';
  constructor(message: string, options: ErrorOptions = {}) {
    super('input-mismatch', message, options);
    this.name = 'InputMismatchError';
  }
}

/** One node that nothing can run or import, and why. */
export interface UnsupportedNode {
  readonly node: string;
  readonly op: string;
  readonly reason: string;
}

/** Nodes that an importer or a backend cannot take; `nodes` lists all of them, not the first. */
export class UnsupportedOpError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'unsupported-op';
  readonly nodes: readonly UnsupportedNode[];
  constructor(message: string, nodes: readonly UnsupportedNode[], options: ErrorOptions = {}) {
    super('unsupported-op', `${message}${listByOp(nodes)}`, options);
    this.name = 'UnsupportedOpError';
    this.nodes = nodes;
  }
}

/** A model file that cannot be read; the message names the place in the file. */
export class ImportError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'import';
  constructor(message: string, options: ErrorOptions = {}) {
    super('import', message, options);
    this.name = 'ImportError';
  }
}

/** A backend that is not there: no adapter, no SIMD, blocked by policy. */
export class BackendUnavailableError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'backend-unavailable';
  constructor(message: string, options: ErrorOptions = {}) {
    super('backend-unavailable', message, options);
    this.name = 'BackendUnavailableError';
  }
}

/** Use of a session, backend, executable or device tensor after its disposal. */
export class DisposedError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'disposed';
  constructor(what: string, options: ErrorOptions = {}) {
    super('disposed', `${what} was used after it had been disposed`, options);
    this.name = 'DisposedError';
  }
}

/** A run or a load that its caller's `AbortSignal` ended. */
export class AbortedError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'aborted';
  constructor(what: string, options: ErrorOptions = {}) {
    super('aborted', `${what} was aborted`, options);
    this.name = 'AbortedError';
  }
}

/** An engine that failed while it ran: device lost, out of memory, index out of range in data. */
export class ExecutionError extends SeparableError {
  protected static override readonly matches: ErrorCode = 'execution';
  constructor(message: string, options: ErrorOptions = {}) {
    super('execution', message, options);
    this.name = 'ExecutionError';
  }
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
