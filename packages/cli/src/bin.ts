#!/usr/bin/env node
import { main } from './main.js';
import { survivePipes } from './survive-pipes.js';

survivePipes(process.stdout, process.stderr);
// Not process.exit: what is still on its way to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
});
