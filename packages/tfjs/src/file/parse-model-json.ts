import { ImportError } from '@separable/core';
import { Json } from './json.js';
import { limits } from './limits.js';
import { errorAt } from './place.js';

/**
 * Reads model.json. Nothing in it is trusted: it is only ever read through {@link Json}.
 *
 * @throws ImportError when it is no JSON object, nests too deep, or carries a key that poisons objects
 */
export function parseModelJson(given: Uint8Array | string): Json {
  const value = parsed(given);
  checkKeys(value);
  const model = new Json(value, '');
  if (model.get('modelTopology').isAbsent) {
    throw new ImportError('model.json has no modelTopology: it is no TensorFlow.js model');
  }
  return model;
}

function parsed(given: Uint8Array | string): unknown {
  try {
    const text =
      typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true }).decode(given);
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(`model.json is no JSON: ${why}`, { cause });
  }
}

/** Walks all of it without recursion, which a file could exhaust. */
function checkKeys(root: unknown): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.nesting)
      throw errorAt('', `it nests more than ${limits.nesting} levels deep`);
    if (Object.hasOwn(value, '__proto__')) throw errorAt('', 'it has the key "__proto__"');
    for (const entry of Array.isArray(value) ? value : Object.values(value)) {
      if (typeof entry === 'object') open.push({ value: entry, depth: depth + 1 });
    }
  }
}
