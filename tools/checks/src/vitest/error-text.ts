/** The parts of an error of vitest that are shown. */
interface TestError {
  readonly message: string;
  readonly stack?: string | undefined;
}

/** An error in full. The stack of a timeout, unlike other stacks, does not begin with the message. */
export function errorText({ message, stack = '' }: TestError): string {
  return stack.includes(message) ? stack : `${message}\n${stack}`.trim();
}
