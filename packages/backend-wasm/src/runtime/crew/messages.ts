import type { Control } from './control.js';

/** A program that a worker is to hold. */
export interface LoadMessage {
  readonly kind: 'load';
  readonly program: number;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
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
  readonly control: Control;
  /** Address of the worker's scratch. */
  readonly threadScratch: number;
}

export type ToWorker = LoadMessage | DropMessage | RunMessage;

/** A worker that listens. */
export interface ReadyMessage {
  readonly kind: 'ready';
}

/** A worker has left a run: it is over, or has been stopped. */
export interface DoneMessage {
  readonly kind: 'done';
  readonly run: number;
  /** On its clock, milliseconds: when it came, and when each stage was over, up to where it left. */
  readonly ends: readonly number[];
  /** What the code of the next stage threw. */
  readonly failure?: string | undefined;
}

export type FromWorker = ReadyMessage | DoneMessage;
