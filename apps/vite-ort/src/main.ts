import { ort } from '@separable/backend-ort';
import { createSession, printPlacement, tensor } from '@separable/core';
import { mobileNetV1 } from '@separable/models';

/** Runs a small network on the GPU if there is one, on the CPU otherwise, and shows what ran where. */
async function main(): Promise<void> {
  await using session = await createSession(mobileNetV1({ alpha: 0.25, resolution: 128 }), {
    backends: [ort({ provider: 'webgpu' }), ort({ provider: 'wasm' })],
  });
  const started = performance.now();
  await session.run({ image: tensor('float32', [1, 128, 128, 3]) });
  const reasons = session.considered
    .filter(({ chosen }) => !chosen)
    .map(({ backend, reason }) => `; not ${backend}: ${reason}`);
  const { device } = session.placement.nodes[0]!;
  show('backend', `${device}: ${Math.round(performance.now() - started)} ms${reasons.join('')}`);
  show('placement', printPlacement(session.placement));
}

function show(id: string, text: string): void {
  document.getElementById(id)!.textContent = text;
}

main().catch((error: unknown) => show('backend', String(error)));
