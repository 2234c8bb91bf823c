/** An engine that has a network ready. */
export interface Contender {
  readonly name: string;
  /** Milliseconds from weights in memory to ready to run. */
  readonly compileMilliseconds: number;
  /** Runs the network and hands its only output back as plain numbers. */
  run(image: Float32Array): Promise<Float32Array>;
  dispose(): Promise<void>;
}
