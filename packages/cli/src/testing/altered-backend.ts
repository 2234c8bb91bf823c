import { js } from '@separable/backend-js';
import type { Backend, BackendProvider, Executable, Support, TensorMap } from '@separable/core';

/** What to do otherwise than the plain JavaScript backend. */
export interface Alteration {
  /** Declares support for no node, with this reason. */
  readonly lacksEverything?: string;
  /** Changes the outputs of every run. */
  readonly outputs?: (outputs: TensorMap) => TensorMap;
}

/** The plain JavaScript backend under another name, with something wrong with it. */
export function alteredBackend(name: string, alteration: Alteration): BackendProvider {
  const plain = js();
  return {
    name,
    probe: () => plain.probe(),
    create: async () => alterBackend(name, await plain.create(), alteration),
  };
}

function alterBackend(
  name: string,
  backend: Backend,
  { lacksEverything, outputs }: Alteration,
): Backend {
  return {
    name,
    device: backend.device,
    support: (node, graph): Support =>
      lacksEverything === undefined
        ? backend.support(node, graph)
        : { native: false, reason: lacksEverything },
    compile: async (graph, options) => {
      const executable = await backend.compile(graph, options);
      return outputs === undefined ? executable : alterRuns(executable, outputs);
    },
    [Symbol.asyncDispose]: () => backend[Symbol.asyncDispose](),
  };
}

function alterRuns(executable: Executable, outputs: (outputs: TensorMap) => TensorMap): Executable {
  return {
    kernels: executable.kernels,
    run: async (inputs, options) => outputs(await executable.run(inputs, options)),
    runOnDevice: (inputs, options) => executable.runOnDevice(inputs, options),
    memory: () => executable.memory(),
    [Symbol.asyncDispose]: () => executable[Symbol.asyncDispose](),
  };
}

/** A backend whose engine is not there. */
export const absentBackend: BackendProvider = {
  name: 'absent',
  probe: async () => ({ available: false, reason: 'no adapter' }),
  create: () => Promise.reject(new Error('an absent backend was created')),
};
