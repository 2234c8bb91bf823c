import { SeparableError } from '@separable/core';

/** The message of the typed error an action ends in; any other error passes through. */
export function failureOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof SeparableError) return `${error.name}: ${error.message}`;
    throw error;
  }
  return 'no error';
}
