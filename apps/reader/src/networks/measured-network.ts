import {
  type BackendProvider,
  countModes,
  createSession,
  graphCost,
  type Session,
} from '@separable/core';
import { importOnnx } from '@separable/onnx';
import { modelBytes } from '../models.js';
import type { NetworkReceipt } from '../receipt/receipt.js';
import type { FloatTensor, NetworkName } from './network.js';

/** One network in a session, keeping account of what it costs. */
export interface MeasuredNetwork extends AsyncDisposable {
  run(input: FloatTensor): Promise<FloatTensor>;
  receipt(): NetworkReceipt;
}

/**
 * Imports a network and compiles it on a backend.
 *
 * @throws ImportError, BackendUnavailableError, UnsupportedOpError
 */
export async function openNetwork(
  name: NetworkName,
  provider: BackendProvider,
): Promise<MeasuredNetwork> {
  const started = performance.now();
  const graph = importOnnx(await modelBytes(name));
  const loaded = performance.now();
  const session = await createSession(graph, { backends: [provider], fallback: 'forbid' });
  const compiled = performance.now();
  const times = { loadMs: loaded - started, compileMs: compiled - loaded, runMs: 0 };
  const shapes: (readonly number[])[] = [];

  const [input] = graph.inputs;
  const [output] = graph.outputs;
  if (input === undefined || output === undefined)
    throw new Error(`the ${name} network has no input or no output`);
  return {
    async run({ data, shape }) {
      const begun = performance.now();
      const results = await session.run({ [input]: { dtype: 'float32', shape, data } });
      times.runMs += performance.now() - begun;
      shapes.push(shape);
      const result = results[output.name];
      if (!(result?.data instanceof Float32Array))
        throw new Error(`the ${name} network gave no float32 result`);
      return { data: result.data, shape: result.shape };
    },
    receipt: () => ({
      network: name,
      ...times,
      ...costOf(session, input, shapes),
      ...placementOf(session),
    }),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}

type Cost = Pick<NetworkReceipt, 'runs' | 'macs' | 'parameters' | 'peakActivationBytes'>;

function costOf(
  { compiled }: Session,
  input: string,
  shapes: readonly (readonly number[])[],
): Cost {
  // Lines of one width cost the same; counting a network of hundreds of nodes takes a while.
  const known = new Map<string, ReturnType<typeof graphCost>>();
  let macs = 0;
  for (const shape of shapes) {
    const key = shape.join('×');
    const cost = known.get(key) ?? graphCost(compiled, { [input]: shape });
    known.set(key, cost);
    macs += cost.macs;
  }
  return {
    runs: shapes.length,
    macs,
    parameters: [...compiled.constants.values()].reduce((sum, { data }) => sum + data.length, 0),
    peakActivationBytes: Math.max(0, ...[...known.values()].map(({ peak }) => peak.bytes)),
  };
}

type Place = Pick<NetworkReceipt, 'backend' | 'nodesNative' | 'nodesDecomposed'>;

function placementOf({ placement }: Session): Place {
  const { native, decomposed } = countModes(placement);
  return {
    backend: placement.nodes[0]?.backend ?? 'none',
    nodesNative: native,
    nodesDecomposed: decomposed,
  };
}
