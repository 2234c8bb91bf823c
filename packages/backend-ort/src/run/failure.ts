import { ExecutionError } from '@separable/core';
import type { Device } from '../provider/execution-provider.js';

/** What the engine's error says, with what is known about its device. */
export function failureOf(what: string, cause: unknown, device: Device): ExecutionError {
  const lost = device.lost();
  if (lost !== undefined) {
    return new ExecutionError(`${what} failed: the device was lost (${lost})`, {
      cause,
      hint: 'create a new session: it asks for the device again',
    });
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  return new ExecutionError(`${what} failed in onnxruntime-web: ${text}`, { cause });
}
