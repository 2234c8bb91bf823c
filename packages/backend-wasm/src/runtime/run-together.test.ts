import { bindGraph, graphBuilder, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { planGraph } from '../compiler/plan-graph.js';
import { prepareGraph } from '../compiler/prepare-graph.js';
import { LinearMemory } from '../memory/linear-memory.js';
import { Breath } from './breath.js';
import { type Control, nextWord } from './crew/control.js';
import type { Crew, Leaving, Member } from './crew/crew.js';
import { loadProgram, type Program } from './program.js';
import { runTogether } from './run-together.js';

/** A program of one stage with several units. */
async function program(): Promise<Program> {
  const g = graphBuilder('pool');
  const x = g.input('x', 'float32', [2, 64, 64, 8]);
  const filter = g.constant('w', tensor('float32', [3, 3, 8, 1]));
  g.output('y', g.depthwiseConv2d({ x, filter }, {}, 'convolve'));
  const { prepared } = await prepareGraph(g.build());
  const bound = bindGraph(prepared.types, { x: [2, 64, 64, 8] });
  const instructions = { relaxedMadd: false, keepsOrder: true };
  const plan = planGraph(prepared, bound, { instructions, threads: 2, gap: 0 });
  const memory = new LinearMemory(plan.end, true);
  return loadProgram(prepared, plan, memory.memory, true);
}

/** A crew of one worker that behaves as told. */
function crewOf(behave: (control: Control) => Promise<Leaving>): Crew {
  return { start: (_member, _program, { control }) => behave(control) } as Crew;
}

const member = {} as Member;

async function run(behave: (control: Control) => Promise<Leaving>, signal?: AbortSignal) {
  const one = await program();
  const party = { crew: crewOf(behave), members: [member], mayBlock: true };
  const options = signal === undefined ? {} : { signal };
  return runTogether(one, one.load!, party, new Breath(), options);
}

const never = new Promise<Leaving>(() => {});

describe('a run on several threads', () => {
  it('does not wait for a worker that never comes', async () => {
    await expect(run(() => never)).resolves.toBeUndefined();
  });

  it('fails when a worker ends with a unit in hand', async () => {
    const failed = run(async (control) => {
      Atomics.add(control, nextWord(0), 1);
      return { ended: 'it exited with code 1' };
    });
    await expect(failed).rejects.toThrowErrorMatchingInlineSnapshot(`
      [ExecutionError: a worker thread ended while 'pool' ran: it exited with code 1
        hint: the next run starts another one]
    `);
  });

  it('fails when the code of a worker traps', async () => {
    const failed = run(async (control) => {
      Atomics.add(control, nextWord(0), 1);
      Atomics.store(control, 0, 1);
      return { kind: 'done', run: 0, ends: [0], failure: 'RuntimeError: unreachable' };
    });
    await expect(failed).rejects.toThrowErrorMatchingInlineSnapshot(
      `[ExecutionError: node 'convolve' (depthwiseConv2d) failed: RuntimeError: unreachable]`,
    );
  });

  it('is aborted while it waits', async () => {
    const abort = new AbortController();
    let leave: ((leaving: Leaving) => void) | undefined;
    const failed = run((control) => {
      Atomics.add(control, nextWord(0), 1);
      setTimeout(() => abort.abort(), 1);
      setTimeout(() => leave?.({ kind: 'done', run: 0, ends: [0] }), 30);
      return new Promise((resolve) => (leave = resolve));
    }, abort.signal);
    await expect(failed).rejects.toThrowErrorMatchingInlineSnapshot(
      `[AbortedError: running 'pool' was aborted]`,
    );
  });
});
