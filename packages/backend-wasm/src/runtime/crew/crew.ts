import type { DoneMessage, LoadMessage, RunMessage } from './messages.js';
import { openWorker, type WorkerThread } from './open-worker.js';
import { Queue } from '../queue.js';

/** What a member is up to. */
interface MemberStatus {
  state: 'starting' | 'ready' | 'ended';
  /** How much it was told to forget, as a part of what it may hold on to. */
  wear: number;
  /** By run: called with how the worker left it. */
  readonly leavings: Map<number, (leaving: Leaving) => void>;
}

/** A thread of the crew. */
export interface Member {
  readonly thread: WorkerThread;
  /** Programs it holds, each with the memory it works in. */
  readonly programs: Map<number, WebAssembly.Memory>;
  readonly status: MemberStatus;
}

/**
 * A worker forgets by the garbage collection of its engine, which does not see how much it would free:
 * none comes while little else happens there. What has dropped so many programs, or so many bytes of
 * memory, is replaced. V8 in browsers has room for about 125 memories in a process.
 */
const wearOfProgram = 1 / 32;
const wearOfByte = 1 / 2 ** 28;

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
  private hasStarted = false;

  /** Why workers do not start here, if so; starts one to see, the first time. */
  async refuses(): Promise<string | undefined> {
    if (this.hasStarted) return undefined;
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
    if (this.users === 0) this.end(this.members);
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
    while (this.mayOpen && this.ready(count).length < count) await turn();
  }

  /** Makes a worker hold a program and take part in a run of it. */
  start(
    member: Member,
    program: LoadMessage,
    part: Omit<RunMessage, 'kind' | 'program' | 'run'>,
  ): Promise<Leaving> {
    if (!member.programs.has(program.program)) {
      member.programs.set(program.program, program.memory);
      member.thread.post(program);
    }
    const run = this.runs++;
    return new Promise((resolve) => {
      member.status.leavings.set(run, resolve);
      member.thread.post({ kind: 'run', program: program.program, run, ...part });
    });
  }

  /** Lets all workers forget a program; those that have forgotten much are replaced. */
  drop({ program, memory }: LoadMessage): void {
    for (const { programs, thread, status } of this.members) {
      if (!programs.delete(program)) continue;
      thread.post({ kind: 'drop', program });
      status.wear += wearOfProgram;
      const isHeld = [...programs.values()].includes(memory);
      if (!isHeld) status.wear += memory.buffer.byteLength * wearOfByte;
    }
    if (this.members.some(({ status }) => status.wear >= 1)) void this.renew(1);
  }

  /** Replaces workers that have dropped something when no run has them: the engine frees it then. */
  renew(wear: number = wearOfProgram): Promise<void> {
    return this.queue.add(async () => {
      const count = this.members.length;
      this.end(this.members.filter(({ status }) => status.wear >= wear));
      await this.whenReady(count);
    }, 'replacing workers');
  }

  private end(ended: readonly Member[]): void {
    this.members = this.members.filter((member) => !ended.includes(member));
    for (const { thread, status } of ended) {
      status.state = 'ended';
      thread.end();
    }
  }

  private get mayOpen(): boolean {
    return this.users > 0 && this.refusal === undefined;
  }

  private fill(count: number): void {
    while (this.mayOpen && this.members.length < count) {
      const member = this.open();
      if (member !== undefined) this.members.push(member);
    }
  }

  private open(): Member | undefined {
    const status: MemberStatus = { state: 'starting', wear: 0, leavings: new Map() };
    const settle = (run: number, leaving: Leaving): void => {
      status.leavings.get(run)?.(leaving);
      status.leavings.delete(run);
    };
    try {
      const thread = openWorker({
        onMessage: (message) => {
          if (message.kind === 'done') return settle(message.run, message);
          this.hasStarted = true;
          if (status.state === 'starting') status.state = 'ready';
        },
        onEnd: (reason) => {
          if (status.state === 'starting') this.refusal = reason;
          status.state = 'ended';
          for (const run of status.leavings.keys()) settle(run, { ended: reason });
        },
      });
      return { thread, programs: new Map(), status };
    } catch (error) {
      this.refusal = String(error);
      return undefined;
    }
  }
}

/** The crew of this process or page. */
export const crew: Crew = new Crew();
