/** What a reader of files is told besides the path. */
export interface ReadRequest {
  readonly signal?: AbortSignal | undefined;
  /** To be called with the number of bytes of each piece as it arrives, where a reader can. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/**
 * Reads a file of a model by its path beside model.json, which has no `..` and is not absolute:
 * `model.json` itself first, then the shards.
 */
export type ReadModelFile = (path: string, request: ReadRequest) => Promise<Uint8Array>;
