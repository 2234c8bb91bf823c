import { expect, it } from 'vitest';
import { mutants } from './mutants/index.js';
import { hunt } from './survivors.js';
it('hunts', async () => {
  const t = performance.now();
  const h = await hunt(mutants);
  for (const { mutant, caughtBy } of h) console.log(caughtBy ? 'caught  ' : 'SURVIVES', mutant, '|', caughtBy?.id, caughtBy?.reason.slice(0, 160));
  console.log(h.length, h.filter((x) => !x.caughtBy).length, performance.now() - t);
  expect(1).toBe(1);
}, 300000);
