import type { DoneMessage, LoadMessage, RunMessage } from './messages.js';
import { openWorker, type WorkerThread } from './open-worker.js';
import { Queue } from '../queue.js';

/** What a member is up to. */
interface MemberStatus {
  state: 'starting' | 'ready' | 'ended';
  /** By run: called with how the worker left it. */
  readonly leavings: Map<number, (leaving: Leaving) => void>;
}

/** A thread of the crew. */
export interface Member {
  readonly thread: WorkerThread;
  /** Programs it holds. */
  readonly programs: Set<number>;
  readonly status: MemberStatus;
}

/** How a worker left a run. */
export type Leaving = DoneMessage | { readonly ended: string };

/**
 * The workers of this process or page. All backends share them; they start when the first backend asks
 * and end with the last. One run at a time has them.
 */
export class Crew {
  /** Runs wait here for each other. */
  readonly queue: Queue = new Queue();
  private members: Member[] = [];
  private users = 0;
  private runs = 0;
  private refusal: string | undefined;

  /** Why workers do not start here, if so; starts one to see. */
  async refuses(): Promise<string | undefined> {
    this.join(1);
    await this.whenReady(1);
    this.leave();
    return this.refusal;
  }

  /** Takes a share of the crew, with at least so many workers. */
  join(workers: number): void {
    this.users++;
    this.fill(workers);
  }

  /** Gives the share back. */
  leave(): void {
    this.users--;
    if (this.users > 0) return;
    for (const { thread } of this.members) thread.end();
    this.members = [];
  }

  /** The workers that are ready, `count` at most; ended ones are replaced for the runs to come. */
  ready(count: number): readonly Member[] {
    this.members = this.members.filter(({ status }) => status.state !== 'ended');
    this.fill(count);
    return this.members.filter(({ status }) => status.state === 'ready').slice(0, count);
  }

  /** Resolves when so many workers are ready or none can be. */
  async whenReady(count: number): Promise<void> {
    const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1));
    while (this.refusal === undefined && this.ready(count).length < count) await turn();
  }

  /** Makes a worker hold a program and take part in a run of it. */
  start(
    member: Member,
    program: LoadMessage,
    part: Omit<RunMessage, 'kind' | 'program' | 'run'>,
  ): Promise<Leaving> {
    if (!member.programs.has(program.program)) {
      member.programs.add(program.program);
      member.thread.post(program);
    }
    const run = this.runs++;
    return new Promise((resolve) => {
      member.status.leavings.set(run, resolve);
      member.thread.post({ kind: 'run', program: program.program, run, ...part });
    });
  }

  /** Lets all workers forget a program. */
  drop(program: number): void {
    for (const { programs, thread } of this.members) {
      if (programs.delete(program)) thread.post({ kind: 'drop', program });
    }
  }

  private fill(count: number): void {
    while (this.refusal === undefined && this.members.length < count) {
      const member = this.open();
      if (member !== undefined) this.members.push(member);
    }
  }

  private open(): Member | undefined {
    const status: MemberStatus = { state: 'starting', leavings: new Map() };
    const settle = (run: number, leaving: Leaving): void => {
      status.leavings.get(run)?.(leaving);
      status.leavings.delete(run);
    };
    try {
      const thread = openWorker({
        onMessage(message) {
          if (message.kind === 'ready') status.state = 'ready';
          else settle(message.run, message);
        },
        onEnd: (reason) => {
          if (status.state === 'starting') this.refusal = reason;
          status.state = 'ended';
          for (const run of status.leavings.keys()) settle(run, { ended: reason });
        },
      });
      return { thread, programs: new Set(), status };
    } catch (error) {
      this.refusal = String(error);
      return undefined;
    }
  }
}

/** The crew of this process or page. */
export const crew: Crew = new Crew();
