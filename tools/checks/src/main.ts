import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runSteps } from './run-steps.js';
import { openScreen } from './screen.js';
import { allSteps } from './steps.js';

const usage = `Usage: npm test [-- STEP...]

Runs every check of the repository, or only the steps named. The last line says how many
checks passed and failed.

  --list   prints the names of the steps
  --help   prints this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, list: { type: 'boolean' } },
});
const steps = allSteps();
const unknown = positionals.filter((name) => !steps.some((step) => step.name === name));

if (values.help === true) {
  console.log(usage);
} else if (values.list === true) {
  for (const step of steps) console.log(step.name);
} else if (unknown.length > 0) {
  console.error(`There is no step named ${unknown.join(', ')}. --list prints the names.`);
  process.exitCode = 2;
} else {
  const chosen =
    positionals.length === 0 ? steps : steps.filter((step) => positionals.includes(step.name));
  const screen = openScreen();
  // Two lanes: the unit tests in one, the many short checks in the other.
  const totals = await runSteps(chosen, Math.min(2, availableParallelism()), screen);
  screen.close();
  process.exitCode = totals.failed === 0 ? 0 : 1;
  const skipped = totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`;
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
}
