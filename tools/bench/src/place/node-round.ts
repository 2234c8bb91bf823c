import { carryOut } from './carry-out.js';
import { nodeSurroundings } from './node-surroundings.js';
import type { Plan } from './plan.js';

// Run as a process of its own by node-place.ts: a plan comes in as the argument, messages go out.
const plan = JSON.parse(process.argv[2]!) as Plan;
const findings = await carryOut(
  plan,
  nodeSurroundings((progress) => process.send?.({ progress })),
);
process.send?.({ findings }, () => process.exit(0));
