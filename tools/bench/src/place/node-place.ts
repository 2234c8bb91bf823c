import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Findings, Plan } from './plan.js';

type Message = { readonly progress: string } | { readonly findings: Findings };

/**
 * Carries a plan out in a Node process of its own, so that engines whose thread count belongs to the
 * process can have another one each time.
 *
 * @param program the Node to run
 */
export function measureInNode(
  program: string,
  plan: Plan,
  onProgress: (text: string) => void,
): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'node-round.js'), [JSON.stringify(plan)], {
      execPath: program,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: Message) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.findings);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the measuring process ended with ${code}`)));
  });
}
