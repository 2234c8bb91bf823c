import { wasm } from '@separable/backend-wasm';
import type { Surroundings } from '../contender/engines.js';
import { enginesAt } from '../contender/engines.js';
import { contest, type Contest } from '../contest.js';
import { clockSpeed } from '../measure/clock-speed.js';
import { tasks } from '../task/tasks.js';
import type { Findings, Plan } from './plan.js';

/** What the place at hand offers. */
export interface Here extends Surroundings {
  readonly place: string;
  readonly readModel: (name: string) => Promise<Uint8Array>;
  readonly onProgress: (text: string) => void;
}

/** Measures all that a plan asks for, in this process or page. */
export async function carryOut(plan: Plan, here: Here): Promise<Findings> {
  const all = enginesAt(plan.threads, here);
  const engines = plan.engines.flatMap((name) => all[name] ?? []);
  const contests: Contest[] = [];
  const clock = clockSpeed();
  for (const name of plan.tasks) {
    here.onProgress(`${name}: building`);
    const task = await tasks.find((one) => one.name === name)!.make(here.readModel);
    contests.push(await contest(task, engines, { ...plan, onProgress: here.onProgress }));
  }
  const probe = await wasm().probe();
  return {
    place: here.place,
    threads: plan.threads,
    clock,
    relaxedSimd: probe.available && probe.features['relaxedSimd'] === true,
    contests,
  };
}
