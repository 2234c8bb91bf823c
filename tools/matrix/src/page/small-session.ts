import { js } from '@separable/backend-js';
import { createSession, tensor } from '@separable/core';
import { mobileNetV2 } from '@separable/models';

/** Runs a small network in a session of its own; equal everywhere. */
export async function smallSession(): Promise<readonly number[]> {
  const graph = mobileNetV2({ alpha: 0.35, resolution: 32 });
  const pixels = Array.from({ length: 32 * 32 * 3 }, (_, at) => Math.sin(at));
  await using session = await createSession(graph, { backends: [js()] });
  const { logits } = await session.run({ image: tensor('float32', [1, 32, 32, 3], pixels) });
  return Array.from(logits?.data ?? []);
}

/** The same in a dedicated worker. */
export async function smallSessionInWorker(): Promise<unknown> {
  const url = new URL('./small-session.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
  } finally {
    worker.terminate();
  }
}
