import { SeparableError } from '@separable/core';

/** The message of the typed error an action ends in; any other error passes through. */
export async function failureOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof SeparableError) return `${error.name}: ${error.message}`;
    throw error;
  }
  return 'no error';
}
