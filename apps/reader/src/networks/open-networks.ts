import { backends } from '@separable/cli';
import { UsageError } from '../errors.js';
import type { NetworkReceipt } from '../receipt/receipt.js';
import { openNetwork } from './measured-network.js';
import type { RunNetwork } from './network.js';

/** Both networks, ready to run on one backend. */
export interface Networks extends AsyncDisposable {
  readonly run: RunNetwork;
  /** What each network has cost so far; detection first. */
  receipts(): readonly NetworkReceipt[];
}

/**
 * Opens the detection and the recognition network.
 *
 * @param backend a name of the table that the `separable` command has
 * @throws BackendUnavailableError when its engine is not there
 */
export async function openNetworks(backend: string): Promise<Networks> {
  const make = Object.hasOwn(backends, backend) ? backends[backend] : undefined;
  if (make === undefined) throw new UsageError(`unknown backend '${backend}'`);
  const provider = await make();
  const detection = await openNetwork('detection', provider);
  const recognition = await openNetwork('recognition', provider).catch(async (error: unknown) => {
    await detection[Symbol.asyncDispose]();
    throw error;
  });
  const networks = { detection, recognition };
  return {
    run: (name, input) => networks[name].run(input),
    receipts: () => [detection.receipt(), recognition.receipt()],
    async [Symbol.asyncDispose]() {
      await Promise.all([detection[Symbol.asyncDispose](), recognition[Symbol.asyncDispose]()]);
    },
  };
}
