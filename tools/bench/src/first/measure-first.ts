import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Timing, timingOf } from '../measure/statistics.js';
import { tasks } from '../task/tasks.js';
import { entrants } from './entrants.js';

/** How long an engine takes from what it has in hand to its first result, in a process of its own. */
export interface FirstResult extends Timing {
  readonly engine: string;
  readonly from: string;
}

/** Times each entrant in new processes, one after the other, `rounds` times. */
export async function measureFirst(
  program: string,
  taskName: string,
  threads: number,
  rounds: number,
): Promise<readonly FirstResult[]> {
  const task = tasks.findIndex(({ name }) => name === taskName);
  const times = entrants.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, own] of times.entries()) {
      own.push(await oneFirst(program, [index, task, threads]));
    }
  }
  return entrants.map(({ name, from }, index) => ({
    engine: name,
    from,
    ...timingOf(times[index]!),
  }));
}

function oneFirst(program: string, given: readonly number[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'first-round.js'), given.map(String), {
      execPath: program,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', ({ milliseconds }: { readonly milliseconds: number }) =>
      resolve(milliseconds),
    );
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the measuring process ended with ${code}`)));
  });
}
