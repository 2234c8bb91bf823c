import {
  AbortedError,
  BackendUnavailableError,
  createSession,
  ExecutionError,
  type Graph,
  graphBuilder,
  tensor,
  UnsupportedOpError,
} from '@separable/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GpuAdapter, GpuDevice } from './provider/gpu.js';
import { ort } from './provider.js';

const provider = ort({ provider: 'webgpu' });
const three = { x: tensor('float32', [3], [1, 2, 3]) };

/** `y = 2x` of any length. */
function double(): Graph {
  const g = graphBuilder('double');
  const x = g.input('x', 'float32', ['n']);
  g.output('y', g.add({ a: x, b: x }, {}, 'sum'));
  return g.build();
}

/** The devices that are opened from now on to the end of the test. */
async function devicesOpened(): Promise<readonly GpuDevice[]> {
  const { gpu } = navigator as unknown as {
    gpu: { requestAdapter(): Promise<GpuAdapter> };
  };
  const prototype = Object.getPrototypeOf(await gpu.requestAdapter()) as GpuAdapter;
  const opened: GpuDevice[] = [];
  const open = prototype.requestDevice;
  const spy = vi.spyOn(prototype, 'requestDevice').mockImplementation(async function (
    this: GpuAdapter,
    wish,
  ) {
    const device = await open.call(this, wish);
    opened.push(device);
    return device;
  });
  onTestFinished(() => spy.mockRestore());
  return opened;
}

describe('ort:webgpu in a page', () => {
  it('runs whole on the GPU, and says so', async () => {
    await using session = await createSession(double(), { backends: [provider] });
    expect([...(await session.run(three))['y']!.data]).toEqual([2, 4, 6]);
    expect(session.placement.nodes.map(({ kernel }) => kernel)).toEqual([
      'WebGPU execution provider',
    ]);
    expect(session.placement.nodes[0]!.device).toMatch(/^GPU, onnxruntime-web WebGPU, /);
  });

  it('keeps outputs on the GPU and feeds them into another session of the backend', async () => {
    await using backend = await provider.create();
    await using first = await backend.compile(double());
    await using second = await backend.compile(double());
    const once = await first.runOnDevice(three);
    const twice = await second.runOnDevice({ x: once['y']! });
    expect([...(await twice['y']!.read()).data]).toEqual([4, 8, 12]);
    // A handle that has been read may go into a run again.
    expect([...(await second.runOnDevice({ x: once['y']! }))['y']!.shape]).toEqual([3]);
    await first[Symbol.asyncDispose]();
    expect([...(await once['y']!.read()).data]).toEqual([2, 4, 6]);
    await once['y']![Symbol.asyncDispose]();
    await twice['y']![Symbol.asyncDispose]();
  });

  it('gives two backends a device each, and copies between them', async () => {
    const devices = await devicesOpened();
    await using here = await (await provider.create()).compile(double());
    await using there = await (await provider.create()).compile(double());
    expect(devices).toHaveLength(2);
    const held = await here.runOnDevice(three);
    const crossed = await there.runOnDevice({ x: held['y']! });
    expect([...(await crossed['y']!.read()).data]).toEqual([4, 8, 12]);
  });

  it('ends a run in the middle for its caller, and goes on with the next', async () => {
    await using session = await createSession(double(), { backends: [provider] });
    const controller = new AbortController();
    const running = session.run(three, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 0));
    controller.abort();
    const outcome = await running.then(
      () => 'finished',
      (error: unknown) => (error instanceof AbortedError ? 'aborted' : error),
    );
    expect(['finished', 'aborted']).toContain(outcome);
    expect([...(await session.run(three))['y']!.data]).toEqual([2, 4, 6]);
  });

  it('says when the device is lost; the next session has a new one', async () => {
    const devices = await devicesOpened();
    const session = await createSession(double(), { backends: [provider] });
    await session.run(three);
    devices[0]!.destroy();
    await devices[0]!.lost;
    const error: unknown = await session.run(three).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExecutionError);
    expect(String(error)).toContain("running 'double' failed: the device was lost (");
    expect(String(error)).toContain('hint: create a new session: it asks for the device again');
    await session[Symbol.asyncDispose]();

    await using next = await createSession(double(), { backends: [provider] });
    expect([...(await next.run(three))['y']!.data]).toEqual([2, 4, 6]);
  });

  it('refuses what it would run on the CPU', async () => {
    const g = graphBuilder('rounded');
    g.output('y', g.round({ x: g.input('x', 'float32', [2]) }));
    await using backend = await provider.create();
    await expect(backend.compile(g.build())).rejects.toThrow(UnsupportedOpError);
    await expect(backend.compile(g.build())).rejects.toThrow(
      'round: it has no kernel for Round of float32 (1: round)',
    );
  });

  it('says that there is no WebNN, where there is none', async () => {
    const webnn = ort({ provider: 'webnn' });
    if ((await webnn.probe()).available) return;
    await expect(webnn.create()).rejects.toThrow(BackendUnavailableError);
  });
});
