import type { Executable, Tensor, TensorMap } from '@separable/core';
import { conductMutant, mapped, type Mutant } from '../mutant.js';

type Run = Executable['run'];

/** An executable with another `run`; everything else, disposal included, is the right one's. */
function withRun(right: Executable, run: Run): Executable {
  return {
    kernels: right.kernels,
    run,
    runOnDevice: (inputs, options) => right.runOnDevice(inputs, options),
    memory: () => right.memory(),
    [Symbol.asyncDispose]: () => right[Symbol.asyncDispose](),
  };
}

/** Executables that break the contract around the numbers. */
export const conduct: readonly Mutant[] = [
  conductMutant('an input is computed in place', (right) =>
    withRun(right, async (inputs, options) => {
      const outputs = await right.run(inputs, options);
      for (const { data, dtype } of Object.values(inputs)) {
        if (dtype === 'float32') data.forEach((v, i) => (data[i] = Math.max(0, v)));
      }
      return outputs;
    }),
  ),
  conductMutant('outputs live in one buffer for all runs', (right) => {
    const kept = new Map<string, Tensor>();
    return withRun(right, async (inputs, options) => {
      const outputs = await right.run(inputs, options);
      return Object.fromEntries(
        Object.entries(outputs).map(([name, t]) => {
          const old = kept.get(name);
          if (old === undefined || old.data.length !== t.data.length) kept.set(name, t);
          else old.data.set(t.data);
          return [name, { ...kept.get(name)!, shape: t.shape } as Tensor];
        }),
      );
    });
  }),
  conductMutant('concurrent runs read the inputs of the last', (right) => {
    let latest: TensorMap = {};
    return withRun(right, async (inputs, options) => {
      latest = inputs;
      await Promise.resolve();
      return right.run(latest, options);
    });
  }),
  conductMutant('the plan of the first size serves all', (right) => {
    let first: TensorMap | undefined;
    return withRun(right, async (inputs, options) => {
      const outputs = await right.run(inputs, options);
      first ??= outputs;
      return Object.fromEntries(
        Object.entries(outputs).map(([name, t]) => [
          name,
          mapped(t, (v, i) => (i < first![name]!.data.length ? v : 0)),
        ]),
      );
    });
  }),
  conductMutant('a size seen before gives the old result', (right) => {
    const seen = new Map<string, TensorMap>();
    return withRun(right, async (inputs, options) => {
      const key = Object.values(inputs)
        .map(({ shape }) => shape.join())
        .join(';');
      if (!seen.has(key)) seen.set(key, await right.run(inputs, options));
      return seen.get(key)!;
    });
  }),
  conductMutant('runs after disposal', (right) => {
    let disposed = false;
    const wrong = withRun(right, (inputs, options) => right.run(inputs, options));
    return {
      ...wrong,
      [Symbol.asyncDispose]: async () => {
        disposed = !disposed;
      },
    };
  }),
  conductMutant('throws when disposed twice', (right) => {
    let disposed = false;
    return {
      ...withRun(right, (inputs, options) => right.run(inputs, options)),
      [Symbol.asyncDispose]: async () => {
        if (disposed) throw new Error('already gone');
        disposed = true;
        await right[Symbol.asyncDispose]();
      },
    };
  }),
  conductMutant('the abort signal is ignored', (right) =>
    withRun(right, (inputs) => right.run(inputs)),
  ),
  conductMutant('memory grows with every run', (right) => {
    let runs = 0;
    return {
      ...withRun(right, (inputs, options) => {
        runs++;
        return right.run(inputs, options);
      }),
      memory: () => ({ ...right.memory(), activations: runs * 64 }),
    };
  }),
  conductMutant(
    'an error leaves the executable broken',
    (right) => {
      let broken = false;
      return withRun(right, async (inputs, options) => {
        if (broken) throw new Error('device lost');
        try {
          return await right.run(inputs, options);
        } catch (error) {
          broken = true;
          throw error;
        }
      });
    },
    ['errors/', 'lifecycle/'],
  ),
  conductMutant('outputs come under the names of values', (right, graph) =>
    withRun(right, async (inputs, options) => {
      const outputs = await right.run(inputs, options);
      return Object.fromEntries(graph.outputs.map(({ name, value }) => [value, outputs[name]!]));
    }),
  ),
  conductMutant('profiling is never called', (right) =>
    withRun(right, (inputs, options = {}) => {
      const { onNode: _, ...rest } = options;
      return right.run(inputs, rest);
    }),
  ),
  conductMutant('device tensors can be read after disposal', (right) => ({
    ...withRun(right, (inputs, options) => right.run(inputs, options)),
    runOnDevice: async (inputs, options) => {
      const held = await right.runOnDevice(inputs, options);
      const read = await Promise.all(
        Object.entries(held).map(async ([name, t]) => [name, { t, data: await t.read() }] as const),
      );
      return Object.fromEntries(
        read.map(([name, { t, data }]) => [
          name,
          {
            dtype: t.dtype,
            shape: t.shape,
            read: async () => data,
            [Symbol.asyncDispose]: async () => {},
          },
        ]),
      );
    },
  })),
];
