import type { Screen } from './run-steps.js';

const reminderMilliseconds = 15_000;

/**
 * Prints to stdout. On a terminal a line at the bottom names what is running; elsewhere a
 * reminder is printed now and then, so that a log shows life too.
 */
export function openScreen(): Screen & { close(): void } {
  const terminal = process.stdout.isTTY;
  const begun = new Map<string, number>();
  const clear = (): void => {
    if (terminal) process.stdout.write('\r\u001B[K');
  };
  const show = (): void => {
    if (begun.size === 0) return;
    const parts = [...begun].map(
      ([name, since]) => `${name} ${Math.round((performance.now() - since) / 1000)} s`,
    );
    clear();
    process.stdout.write(`…       ${parts.join(', ')}${terminal ? '' : '\n'}`);
  };
  const timer = setInterval(show, terminal ? 1000 : reminderMilliseconds);

  return {
    print(text) {
      clear();
      process.stdout.write(`${text}\n`);
    },
    showRunning(names) {
      for (const name of begun.keys()) if (!names.includes(name)) begun.delete(name);
      for (const name of names) if (!begun.has(name)) begun.set(name, performance.now());
    },
    now: () => performance.now(),
    close() {
      clearInterval(timer);
      clear();
    },
  };
}
