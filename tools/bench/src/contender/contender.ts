import type { Task } from '../task/task.js';

/** An engine that has a task ready. */
export interface Contender {
  /** Runs it on one input, as {@link Task.shape} has it, and hands its only output back. */
  run(input: Float32Array): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** An engine, at a number of threads. */
export interface Engine {
  readonly name: string;
  /** Whether it is one of ours, the others being what we are compared with. */
  readonly ours: boolean;
  /**
   * From bytes in memory to ready to run.
   *
   * @throws Error saying why, where it cannot run the task
   */
  open(task: Task): Promise<Contender>;
}
