/**
 * The whole program of a worker, for Node and for browsers, as text: bundlers move files and rename
 * what a worker would import, a text they leave alone. `messages.ts` has the types of what it reads
 * and posts, `control.ts` the control words; `take-part.ts` is the same for the thread that asks.
 *
 * At the end of a stage it looks for a while whether all units are done before it sleeps, because
 * waking takes longer than most waits.
 */
export const workerSource = `const isNode = typeof require === 'function';
const port = isNode ? require('node:worker_threads').parentPort : self;
const programs = new Map();
const spins = 10000;

function isOver(control, word, units) {
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(control, word) >= units) return true;
  for (;;) {
    const done = Atomics.load(control, word);
    if (done >= units) return true;
    if (Atomics.load(control, 0) !== 0) return false;
    Atomics.wait(control, word, done, 1000);
  }
}

function load({ program, module, memory, stages }) {
  const instance = new WebAssembly.Instance(module, { env: { memory }, math: Math });
  const functions = stages.map(({ name }) => instance.exports[name]);
  programs.set(program, { stages, functions });
}

function takePart({ program, run, control, threadScratch }) {
  const { stages, functions } = programs.get(program);
  const ends = [performance.now()];
  let failure;
  try {
    for (const [stage, { units }] of stages.entries()) {
      const next = 1 + 2 * stage;
      while (Atomics.load(control, 0) === 0) {
        const unit = Atomics.add(control, next, 1);
        if (unit >= units) break;
        functions[stage](unit, unit + 1, threadScratch);
        if (Atomics.add(control, next + 1, 1) === units - 1) Atomics.notify(control, next + 1);
      }
      if (!isOver(control, next + 1, units)) break;
      ends.push(performance.now());
    }
  } catch (error) {
    failure = String(error);
    Atomics.store(control, 0, 1);
  }
  port.postMessage({ kind: 'done', run, ends, failure });
}

function receive(message) {
  if (message.kind === 'load') load(message);
  else if (message.kind === 'run') takePart(message);
  else programs.delete(message.program);
}

if (isNode) port.on('message', receive);
else port.onmessage = ({ data }) => receive(data);
port.postMessage({ kind: 'ready' });
`;
