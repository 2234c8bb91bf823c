import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Crew } from './crew.js';
import { makeControl } from './control.js';
import type { LoadMessage } from './messages.js';

/** A program of no stages in a memory. */
function program(id: number, memory: WebAssembly.Memory): LoadMessage {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const module = new WebAssembly.Module(empty);
  return { kind: 'load', program: id, module, memory, stages: [] };
}

function memoryOf(pages: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

describe('the crew', () => {
  let crew: Crew;
  beforeEach(() => void (crew = new Crew()));
  afterEach(() => crew.leave());

  /** Lets its worker run a program. */
  async function run(one: LoadMessage): Promise<void> {
    const [member] = crew.ready(1);
    const control = makeControl(0);
    const left = await crew.start(member!, one, { control, threadScratch: 0 });
    expect(left).toMatchObject({ kind: 'done', ends: [expect.any(Number)] });
  }

  it('has workers again after the last user left before they were ready', async () => {
    crew.join(1);
    crew.leave();
    crew.join(1);
    await crew.whenReady(1);
    expect(crew.ready(1)).toHaveLength(1);
  });

  it('replaces a worker that has forgotten many programs', async () => {
    crew.join(1);
    await crew.whenReady(1);
    const [first] = crew.ready(1);
    const memory = memoryOf(1);
    for (let id = 0; id < 32; id++) {
      expect(crew.ready(1)).toEqual([first]);
      await run(program(id, memory));
      crew.drop(program(id, memory));
    }
    await crew.queue.idle();
    expect(crew.ready(1)).toHaveLength(1);
    expect(crew.ready(1)).not.toContain(first);
  });

  it('replaces a worker with the last program in a large memory', async () => {
    crew.join(1);
    await crew.whenReady(1);
    const [first] = crew.ready(1);
    const memory = memoryOf(4096);
    await run(program(1, memory));
    await run(program(2, memory));
    crew.drop(program(1, memory));
    await crew.queue.idle();
    expect(crew.ready(1)).toContain(first);
    crew.drop(program(2, memory));
    await crew.queue.idle();
    expect(crew.ready(1)).not.toContain(first);
    expect(crew.ready(1)).toHaveLength(1);
  });
});
