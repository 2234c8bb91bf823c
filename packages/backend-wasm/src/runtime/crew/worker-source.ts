/**
 * The whole program of a worker, for Node and for browsers, as text: bundlers move files and rename
 * what a worker would import, a text they leave alone. `messages.ts` has the types of what it reads
 * and posts, `control.ts` the control words.
 *
 * In a run it takes units of each stage until none is left, then waits at a barrier until all threads
 * have come. It looks for a while before it sleeps, because waking takes longer than most waits.
 */
export const workerSource = `'use strict';
const port = typeof require === 'function' ? require('node:worker_threads').parentPort : self;
const programs = new Map();
const spins = 10000;

function pass(control, target) {
  if (Atomics.add(control, 0, 1) + 1 === target) {
    Atomics.notify(control, 0);
    return true;
  }
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(control, 0) >= target) return true;
  for (;;) {
    const seen = Atomics.load(control, 0);
    if (seen >= target) return true;
    if (Atomics.load(control, 1) !== 0) return false;
    Atomics.wait(control, 0, seen, 1000);
  }
}

function load({ program, module, memory, control, stages }) {
  const instance = new WebAssembly.Instance(module, { env: { memory }, math: Math });
  const functions = stages.map(({ name }) => instance.exports[name]);
  programs.set(program, { control, stages, functions });
}

function take({ program, run, parties, threadScratch, timed }) {
  const { control, stages, functions } = programs.get(program);
  const times = timed ? [] : undefined;
  let failure;
  let since = performance.now();
  for (let stage = 0; stage < stages.length; stage++) {
    const { units } = stages[stage];
    try {
      while (Atomics.load(control, 1) === 0) {
        const unit = Atomics.add(control, 3 + stage, 1);
        if (unit >= units) break;
        functions[stage](unit, unit + 1, threadScratch);
      }
    } catch (error) {
      failure = { stage, text: String(error) };
      Atomics.store(control, 1, 1);
      Atomics.notify(control, 0);
      break;
    }
    if (!pass(control, (stage + 1) * parties)) break;
    if (timed) {
      const now = performance.now();
      times.push(now - since);
      since = now;
    }
  }
  Atomics.add(control, 2, 1);
  port.postMessage({ kind: 'done', run, failure, times });
}

function receive(message) {
  if (message.kind === 'load') load(message);
  else if (message.kind === 'drop') programs.delete(message.program);
  else take(message);
}

if (typeof require === 'function') port.on('message', receive);
else port.onmessage = ({ data }) => receive(data);
port.postMessage({ kind: 'ready' });
`;
