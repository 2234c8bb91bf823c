import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureFirst } from './first/measure-first.js';
import { measureInChromium } from './place/chromium-place.js';
import { installPeers } from './place/install-peers.js';
import { measureInNode } from './place/node-place.js';
import { newerNode } from './place/peers.js';
import type { Findings, Plan } from './place/plan.js';
import { firstText } from './report/first-text.js';
import { reportText } from './report/report-text.js';
import { profiledPlan } from './results/profiled-plan.js';
import { racesOf } from './results/race-of.js';
import { keepResults } from './results/results-file.js';
import type { FirstRace, ProfiledPlan } from './results/results.js';
import { nodeSurroundings } from './place/node-surroundings.js';
import { tasks } from './task/tasks.js';

const help = `Measures Separable's backends against their peers: the same networks, weights and input, in turns, in one
process for each number of threads. Ratios within a table are what counts; machines differ and drift.

Usage: pnpm bench [options]

  --full           all networks and layers, more rounds, in Node, in Node 24 and in Chromium
  --only TEXT      only tasks whose name contains TEXT
  --engines A,B    only these engines; the first is what the others are compared with
  --threads 1,2    numbers of threads
  --places A,B     node, node24, chromium
  --rounds N       timed rounds for each task (9, or 25 with --full)
  --json FILE      also writes everything measured as JSON
  --keep           also keeps it for docs/performance.md, which \`pnpm generate\` writes, with the first
                   result of MobileNetV2, each in processes of its own, and the plans of the networks
  --help           prints this

Tasks:
${tasks.map(({ name }) => `  ${name}`).join('\n')}

Engines: wasm, wasm:1 (always one thread), ort, js, tfjs-wasm, tfjs-cpu, onnxruntime-web, onnxruntime-node

Examples:
  pnpm bench
  pnpm bench --full --json bench.json --keep
  pnpm bench --only V2 --engines js,tfjs-cpu --threads 1 --rounds 25
  pnpm bench --only depthwise --places node24`;

/** js and tfjs-cpu take a second for what others do in milliseconds: only when asked for. */
const usual = ['wasm', 'ort', 'tfjs-wasm', 'onnxruntime-web', 'onnxruntime-node'];

const networksWithPlans = ['MobileNetV1-1.00-224', 'MobileNetV2-1.00-224'];
const networkOfFirsts = 'MobileNetV2-1.00-224';

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      engines: { type: 'string' },
      threads: { type: 'string', default: '1,2' },
      places: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const rounds = wholeNumber('--rounds', values.rounds ?? (values.full ? '25' : '9'));
  const chosen = tasks.filter(
    ({ name, fullOnly }) =>
      name.includes(values.only) && (!fullOnly || values.full || values.only !== ''),
  );
  if (chosen.length === 0) throw new Error(`no task has '${values.only}' in its name; see --help`);
  installPeers(showProgress);
  const found: Findings[] = [];
  for (const place of (values.places ?? (values.full ? 'node,node24,chromium' : 'node')).split(
    ',',
  )) {
    for (const threads of values.threads.split(',').map((text) => wholeNumber('--threads', text))) {
      const engines = values.engines?.split(',') ?? enginesFor(threads);
      const plan = { threads, tasks: chosen.map(({ name }) => name), engines, warmups: 5, rounds };
      const findings = await measureIn(place, plan);
      showProgress('');
      console.log(`${reportText(findings)}\n`);
      found.push(findings);
    }
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(found, undefined, 2)}\n`);
  if (values.keep) await keep(found);
}

/** Adds what is measured apart from the turns, and keeps everything for the page. */
async function keep(found: readonly Findings[]): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const firsts: FirstRace[] = [];
  const plans: ProfiledPlan[] = [];
  const around = nodeSurroundings(showProgress);
  const { place } = around;
  if (found.some(({ contests }) => contests.some(({ task }) => task === networkOfFirsts))) {
    const race = await measureFirst(process.execPath, networkOfFirsts, 1, 7);
    firsts.push({ place, threads: 1, task: networkOfFirsts, date, firsts: race });
    console.log(firstText(firsts[0]!));
  }
  for (const { name, make } of tasks) {
    const isMeasured = found.some(({ contests }) => contests.some(({ task }) => task === name));
    if (!networksWithPlans.includes(name) || !isMeasured) continue;
    const text = await profiledPlan(await make(around.readModel), 25);
    plans.push({ place, task: name, date, text });
  }
  keepResults({ races: found.flatMap((one) => racesOf(one, date)), firsts, plans });
}

function enginesFor(threads: number): readonly string[] {
  return threads === 1
    ? usual
    : ['wasm', 'wasm:1', ...usual.filter((name) => name !== 'wasm' && name !== 'tfjs-wasm')];
}

async function measureIn(place: string, plan: Plan): Promise<Findings> {
  const progress = (text: string): void => showProgress(`${place}: ${text}`);
  switch (place) {
    case 'node':
      return measureInNode(process.execPath, plan, progress);
    case 'node24': {
      const program = newerNode();
      if (program === undefined) throw new Error('there is no Node 24 for this machine');
      return measureInNode(program, plan, progress);
    }
    case 'chromium':
      return measureInChromium(plan, progress);
    default:
      throw new Error(`there is no place '${place}': node, node24, chromium`);
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${option} needs a number of at least 1`);
  return value;
}

/** One line that is written over; nothing when the output is not a terminal but the text itself. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text !== '' && !text.includes('round')) process.stderr.write(`${text}\n`);
}
