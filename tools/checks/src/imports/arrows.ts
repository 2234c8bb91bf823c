/** A room may import what its arrows name; `*` stands for every package. */
export interface Arrows {
  readonly sources: readonly string[] | '*';
  /** What its tests may import besides, as development dependencies. */
  readonly tests: readonly string[];
}

const backendTests = ['conformance', 'models'] as const;

/**
 * The import directions of the house: everything may import core, backends never each other,
 * conformance knows no backend, and only what sits on top imports anything.
 */
export const arrowsOfPackages: Readonly<Record<string, Arrows>> = {
  core: { sources: [], tests: [] },
  'backend-js': { sources: ['core'], tests: backendTests },
  'backend-wasm': { sources: ['core'], tests: backendTests },
  'backend-gpujs': { sources: ['core'], tests: backendTests },
  'backend-ort': { sources: ['core', 'onnx'], tests: backendTests },
  onnx: { sources: ['core'], tests: ['backend-js', 'conformance'] },
  tfjs: { sources: ['core'], tests: ['backend-js'] },
  models: { sources: ['core'], tests: ['backend-js', 'conformance'] },
  conformance: { sources: ['core'], tests: [] },
  cli: { sources: '*', tests: [] },
};

/** Everything in `apps/` and `tools/` sits on top. */
export const arrowsOfTopRooms: Arrows = { sources: '*', tests: [] };
