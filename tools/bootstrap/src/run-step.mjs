import { spawn } from 'node:child_process';
import { childEnvironment, root } from './repository.mjs';

const quietMilliseconds = 1000;
const reminderMilliseconds = 10_000;

/** A command ended badly; the message carries everything it printed. */
export class StepFailed extends Error {}

/**
 * Runs a command in the repository's root with nothing on stdin. Says what it is doing as soon
 * as that takes longer than a second, and shows the command's output only if it fails.
 *
 * @param {string} title what the step does, as a person would say it
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 * @throws {StepFailed} when the command cannot start, fails, or is killed
 */
export function runStep(title, command, args) {
  const windows = process.platform === 'win32';
  const child = spawn(command, args, {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const finishProgress = showProgress(title);
  const releaseSignals = handSignalsTo(child);

  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      finishProgress();
      releaseSignals();
      reject(new StepFailed(`${title}: cannot run ${command}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      finishProgress();
      releaseSignals();
      if (code === 0) return resolve();
      const ending = signal ? `was stopped by ${signal}` : `failed with exit code ${code}`;
      reject(new StepFailed(`${output.trimEnd()}\n${title}: \`${command}\` ${ending}.`));
    });
  });
}

/**
 * @param {string} title
 * @returns {() => void} ends the progress display
 */
function showProgress(title) {
  const begun = Date.now();
  const terminal = process.stderr.isTTY;
  let shown = false;
  const show = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    if (terminal) process.stderr.write(`\r${title} … ${seconds} s`);
    else process.stderr.write(shown ? `${title} … ${seconds} s\n` : `${title} …\n`);
    shown = true;
  };
  let timer = setTimeout(() => {
    show();
    timer = setInterval(show, terminal ? quietMilliseconds : reminderMilliseconds);
  }, quietMilliseconds);
  return () => {
    clearTimeout(timer);
    if (!shown) return;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    process.stderr.write(`${terminal ? '\r' : ''}${title}: ${seconds} s\n`);
  };
}

/**
 * A terminal sends Ctrl-C to the child as well; a supervisor signals only us.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} lets go of the signals
 */
function handSignalsTo(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    child.kill(signal);
    release();
    process.kill(process.pid, signal);
  };
  const release = () => {
    for (const signal of signals) process.off(signal, forward);
  };
  for (const signal of signals) process.on(signal, forward);
  return release;
}
