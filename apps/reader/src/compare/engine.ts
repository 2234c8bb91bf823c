/** How one backend read the picture. */
export interface ReadEngine {
  readonly backend: string;
  /** Milliseconds to read and import both ONNX files. */
  readonly loadMs: number;
  /** Milliseconds to make both sessions. */
  readonly compileMs: number;
  /** Milliseconds of the first run of all, which is detection. */
  readonly firstMs: number;
  /** Milliseconds of the median run: recognition of a line, the same lines everywhere. */
  readonly medianMs: number;
  /**
   * The largest difference from the first backend for the same input, over all outputs of all runs, each
   * relative to the largest number of the output it is in.
   */
  readonly deviation: number;
  /** Whether the lines it read are the first backend's, letter by letter. */
  readonly sameText: boolean;
  readonly lines: number;
}

/** One backend's row: how it read, or why it did not. */
export type ComparedEngine = ReadEngine | { readonly backend: string; readonly reason: string };
