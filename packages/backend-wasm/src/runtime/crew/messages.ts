/** A program that a worker is to hold. */
export interface LoadMessage {
  readonly kind: 'load';
  readonly program: number;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly control: Int32Array<SharedArrayBuffer>;
  readonly stages: readonly { readonly name: string; readonly units: number }[];
}

/** A program that a worker may forget. */
export interface DropMessage {
  readonly kind: 'drop';
  readonly program: number;
}

/** Takes part in one run: the only message of a run. */
export interface RunMessage {
  readonly kind: 'run';
  readonly program: number;
  /** Told back when the worker has left it. */
  readonly run: number;
  /** Threads at each barrier. */
  readonly parties: number;
  /** Address of the worker's scratch. */
  readonly threadScratch: number;
  /** Whether to time the stages. */
  readonly timed: boolean;
}

export type ToWorker = LoadMessage | DropMessage | RunMessage;

/** A worker that listens. */
export interface ReadyMessage {
  readonly kind: 'ready';
}

/** A worker has left a run. */
export interface DoneMessage {
  readonly kind: 'done';
  readonly run: number;
  /** The stage whose code trapped, and what it threw. */
  readonly failure?: { readonly stage: number; readonly text: string } | undefined;
  /** Milliseconds of each stage, where asked for. */
  readonly times?: readonly number[] | undefined;
}

export type FromWorker = ReadyMessage | DoneMessage;
