import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Duel, duel } from './duel.js';
import { networks } from './networks.js';
import { reportText } from './report.js';

const help = `Compares backend-js with @tensorflow/tfjs-backend-cpu: the same networks, weights and image, in one
process, in turns.

Usage: pnpm bench [options]

  --full         more networks and more rounds
  --only TEXT    only networks whose name contains TEXT
  --rounds N     timed rounds for each network (5, or 15 with --full)
  --json FILE    also writes the results as JSON
  --help         prints this

Examples:
  pnpm bench
  pnpm bench --full --json bench.json
  pnpm bench --only V2 --rounds 25`;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const rounds = Number(values.rounds ?? (values.full ? 15 : 5));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds needs a number of at least 1`);
  const duels: Duel[] = [];
  for (const network of networks) {
    if (network.fullOnly && !values.full && values.only === '') continue;
    if (!network.name.includes(values.only)) continue;
    duels.push(await duel(network, { warmups: 2, rounds, onProgress: showProgress }));
  }
  showProgress('');
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}, 1 thread, batch 1`);
  console.log(reportText(duels));
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(duels, undefined, 2)}\n`);
}

/** One line that is written over; nothing when the output is not a terminal but the text itself. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text !== '') process.stderr.write(`${text}\n`);
}
