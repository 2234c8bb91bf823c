import { nodeSurroundings } from '../place/node-surroundings.js';
import { tasks } from '../task/tasks.js';
import { entrants } from './entrants.js';

// Run as a process of its own by measure-first.ts: one entrant, one task, one run.
const [entrant, task, threads] = process.argv.slice(2).map(Number) as [number, number, number];
const around = nodeSurroundings(() => {});
const made = await tasks[task]!.make(around.readModel);
const { engine, load } = entrants[entrant]!;
await load(around);
const opened = engine(threads, around);
const start = performance.now();
const contender = await opened.open(made);
await contender.run(made.input);
process.send?.({ milliseconds: performance.now() - start }, () => process.exit(0));
