/** Where an engine can be put to the test. */
export type Place = 'node' | 'chromium';

/** An engine of the matrix. */
export interface Engine {
  /** The name of its row, and of its file under `src/conformance/`, where `-` stands for the rest. */
  readonly name: string;
  readonly places: readonly Place[];
  /**
   * The share of required cases that `npm test` takes in Chromium; all of them unless given. Less for
   * engines that compile a shader for each graph, which software rendering makes slow.
   */
  readonly share?: number;
}

/**
 * Every engine of the matrix. A new one takes a line here and a file in `src/conformance/` that
 * hands its provider to `conformanceOf`.
 */
export const engines: readonly Engine[] = [
  { name: 'js', places: ['node', 'chromium'] },
  { name: 'wasm, 1 thread', places: ['node', 'chromium'] },
  { name: 'wasm, 2 threads', places: ['node', 'chromium'] },
  { name: 'wasm, 3 threads', places: ['node', 'chromium'], share: 0.2 },
  { name: 'ort:wasm, 1 thread', places: ['node'] },
  { name: 'ort:wasm, 2 threads', places: ['node', 'chromium'] },
  { name: 'ort:webgpu', places: ['chromium'], share: 0.05 },
];

/** The engine of a name. */
export function engineNamed(name: string): Engine {
  const found = engines.find((engine) => engine.name === name);
  if (found === undefined) throw new Error(`src/engines.ts has no engine named '${name}'`);
  return found;
}

/** An engine's name in file names: `ort-wasm` for `ort:wasm`. */
export function fileNameOf(engine: string): string {
  return engine.replaceAll(/[^\w]+/g, '-');
}
