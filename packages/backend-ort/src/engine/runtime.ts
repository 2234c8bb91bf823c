import { BackendUnavailableError } from '@separable/core';
import type { FileOptions } from '../options.js';
import { Queue } from '../run/queue.js';
import { type Build, loadBuild, type Onnxruntime } from './build.js';
import { smallestModel } from './smallest-model.js';
import { defaultThreads } from './threads.js';
import { readWasm, reasonAgainstFiles } from './wasm-files.js';

/** A build that has been started: one for each page, worker or process. */
export interface Runtime {
  readonly onnxruntime: Onnxruntime;
  readonly threads: number;
  /** What runs on a build waits for each other: it has one stack, which a waiting GPU call keeps. */
  readonly queue: Queue;
}

/**
 * onnxruntime-web keeps its settings and its pool of threads in module scope, reads them when it
 * starts, and does not start a second time, not even after a failure. So do we.
 */
const started = new Map<Build, { readonly threads: number; readonly runtime: Promise<Runtime> }>();
const failed = new Map<Build, string>();

/** The threads a build runs with, or would. */
export function threadsOf(build: Build, threads: number | undefined): number {
  return threads ?? started.get(build)?.threads ?? defaultThreads(build);
}

/** Why a build cannot run with so many threads; undefined when nothing is known against it. */
export function reasonAgainstStart(build: Build, threads: number | undefined): string | undefined {
  const running = started.get(build)?.threads;
  if (running === undefined) return failed.get(build);
  return threads === undefined || threads === running ? undefined : onePool(running, threads);
}

/**
 * Starts a build, or finds it running.
 *
 * @throws BackendUnavailableError when it runs with another number of threads, or does not start
 */
export async function startRuntime(
  build: Build,
  files: FileOptions,
  threads: number | undefined,
): Promise<Runtime> {
  const onnxruntime = await loadBuild(build);
  const reason = reasonAgainstStart(build, threads);
  if (reason !== undefined) throw new BackendUnavailableError(reason, { hint: hintFor(build) });
  const running = started.get(build);
  if (running !== undefined) return running.runtime;
  const wanted = threads ?? startedElsewhere(onnxruntime) ?? defaultThreads(build);
  const runtime = start(build, onnxruntime, files, wanted);
  started.set(build, { threads: wanted, runtime });
  try {
    return await runtime;
  } catch (error) {
    started.delete(build);
    throw error;
  }
}

async function start(
  build: Build,
  onnxruntime: Onnxruntime,
  files: FileOptions,
  threads: number,
): Promise<Runtime> {
  const { env } = onnxruntime;
  const elsewhere = startedElsewhere(onnxruntime);
  if (elsewhere !== undefined && elsewhere !== threads) {
    throw new BackendUnavailableError(onePool(elsewhere, threads), { hint: hintFor(build) });
  }
  const missing = await reasonAgainstFiles(files, build);
  if (missing !== undefined) throw withoutFiles(missing);
  const wasmBinary = await readWasm(files, build).catch((cause: unknown) => {
    throw withoutFiles(textOf(cause), cause);
  });
  env.wasm.numThreads = threads;
  if (files.wasmPaths !== undefined) env.wasm.wasmPaths = files.wasmPaths as string;
  if (wasmBinary !== undefined) env.wasm.wasmBinary = wasmBinary;
  try {
    const session = await onnxruntime.InferenceSession.create(smallestModel(), {
      executionProviders: ['wasm'],
    });
    await session.release();
  } catch (cause) {
    const reason = `onnxruntime-web did not start: ${textOf(cause)}`;
    failed.set(build, reason);
    throw new BackendUnavailableError(reason, { cause, hint: hintFor(build) });
  } finally {
    // Compiled by now: 14 MB and more that nobody reads again.
    delete env.wasm.wasmBinary;
  }
  // Where it finds no threads it starts with one, with no more than a warning on the console.
  if (env.wasm.numThreads !== threads) {
    throw new BackendUnavailableError(
      `onnxruntime-web started with ${threadsText(env.wasm.numThreads)} instead of ${threadsText(threads)}`,
    );
  }
  return { onnxruntime, threads, queue: new Queue() };
}

/** The threads that other code in this page started onnxruntime-web with; starting fills these in. */
function startedElsewhere({ env }: Onnxruntime): number | undefined {
  const { trace, proxy, numThreads } = env.wasm;
  return typeof trace === 'boolean' && typeof proxy === 'boolean' ? numThreads : undefined;
}

function onePool(running: number, threads: number): string {
  return `onnxruntime-web runs here with ${threadsText(running)} already and has one pool for all: it cannot run with ${threadsText(threads)} as well`;
}

function withoutFiles(reason: string, cause?: unknown): BackendUnavailableError {
  return new BackendUnavailableError(`onnxruntime-web has no WebAssembly: ${reason}`, {
    cause,
    hint: 'wasmPaths must lead to the files in the dist folder of the onnxruntime-web installed',
  });
}

function hintFor(build: Build): string {
  return failed.has(build)
    ? 'it cannot be started twice: correct the cause, then load the page or start the worker anew'
    : 'give all backends the same threads, or run the other in a worker';
}

function threadsText(threads: number): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
