import {
  type ErrorCode,
  SeparableError,
  type Tensor,
  tensorEquals,
  type TensorMap,
} from '@separable/core';

/** Throws what is wrong unless the condition holds. */
export function demand(condition: boolean, wrong: string): asserts condition {
  if (!condition) throw new Error(wrong);
}

/** Throws unless two sets of outputs have the same bits. */
export function demandEqual(a: TensorMap, b: TensorMap, wrong: string): void {
  const names = Object.keys(a);
  demand(
    names.length === Object.keys(b).length && names.every((name) => sameBits(a[name], b[name])),
    wrong,
  );
}

function sameBits(a: Tensor | undefined, b: Tensor | undefined): boolean {
  return a !== undefined && b !== undefined && tensorEquals(a, b);
}

/** A copy whose data is its own. */
export function copyOf(tensors: TensorMap): TensorMap {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, t]) => [name, { ...t, data: t.data.slice() } as Tensor]),
  );
}

/** Throws unless the action rejects with the error of a code. */
export async function demandRejection(
  action: () => Promise<unknown>,
  code: ErrorCode,
): Promise<void> {
  let caught: unknown;
  try {
    await action();
  } catch (error) {
    caught = error;
  }
  demand(caught !== undefined, `expected an error of code '${code}', none came`);
  if (caught instanceof SeparableError && caught.code === code) return;
  throw new Error(`expected an error of code '${code}', got ${errorText(caught)}`, {
    cause: caught,
  });
}

/** An error in one line, with its kind. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = error instanceof SeparableError ? ` (${error.code})` : '';
  return error.name === 'Error' ? error.message : `${error.name}${code}: ${error.message}`;
}
