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
  /** Whether to time the stages. */
  readonly timed: boolean;
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
  /** Stages that were over when it left: all of them, unless the run was stopped. */
  readonly stages: number;
  /** What the code of the next stage threw. */
  readonly failure?: string | undefined;
  /** Milliseconds of each stage, where asked for. */
  readonly times?: readonly number[] | undefined;
}

export type FromWorker = ReadyMessage | DoneMessage;
