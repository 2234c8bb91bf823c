import { type Backend, type BackendProvider, type Probe, SeparableError } from '@separable/core';
import type { ReportHead } from '../report/report.js';
import { type DeviceClass, type Policy, tolerancePolicy } from '../tolerance/policy.js';

/** An engine made ready, or the reason there is none. */
export type Opened = { readonly head: ReportHead; readonly policy: Policy } & (
  | { readonly backend: Backend; readonly reason?: undefined }
  | { readonly backend: undefined; readonly reason: string }
);

/** Probes and creates. An engine that is not there is an answer, any other error is thrown. */
export async function openEngine(
  provider: BackendProvider,
  wanted: DeviceClass | undefined,
): Promise<Opened> {
  const probe = await provider.probe();
  const deviceClass = wanted ?? deviceClassOf(probe);
  const policy = tolerancePolicy(deviceClass);
  const backend = provider.name;
  if (!probe.available) {
    const head = { backend, device: 'none', deviceClass, features: {} };
    return { head, policy, backend: undefined, reason: probe.reason };
  }
  const head = { backend, device: probe.device, deviceClass, features: probe.features };
  try {
    return { head, policy, backend: await provider.create() };
  } catch (error) {
    if (!(error instanceof SeparableError) || error.code !== 'backend-unavailable') throw error;
    return { head, policy, backend: undefined, reason: error.message };
  }
}

/** The tolerances a probe asks for: those of its feature `deviceClass`, `cpu` without it. */
function deviceClassOf(probe: Probe): DeviceClass {
  return probe.available && probe.features['deviceClass'] === 'gpu' ? 'gpu' : 'cpu';
}
